"""The one notebook that lies open: where is it kept, and how is that changed without a loss?

Everything here may block, but for ``keep``; call it from a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from course.errors import Damaged, NoDoor
from course.notebook.notebook import Notebook
from course.notebook.status import Saved, Status
from course.store import names
from course.store.folder import Folder
from course.store.keeper import Keeper
from course.store.notebooks import Opened, join, open_notebook, open_or_begin

if TYPE_CHECKING:
    from course.store.vault import LockedNotebook, Vault

T = TypeVar("T")
_PATIENCE = 10.0
"""Seconds to wait for the last save."""


class Desk:
    """Opens notebooks under ``home`` and keeps the one that is open.

    ``tell`` and ``merged`` are called from the keeper's thread; see ``Keeper``.
    """

    def __init__(
        self,
        home: Path,
        state: Path,
        tell: Callable[[Status], object],
        merged: Callable[[Notebook], object],
    ) -> None:
        self._home, self._state = home, state
        self._tell, self._merged = tell, merged
        self._unlocked = Folder(home / names.NOTEBOOK)
        self._mine = False  # the unlocked notebook was the last to be open here
        self._open: tuple[Folder, Opened] | None = None
        self._keeper: Keeper | None = None
        self._newest: Notebook | None = None
        self._turn = object()
        self.locked: LockedNotebook | None = None
        """The locked notebook that lies open: change its passphrase there, or forget it."""

    @cached_property
    def _vault(self) -> Vault:
        from course.store.memory import close_to_others
        from course.store.vault import Vault  # brings the cryptography

        close_to_others()
        return Vault(self._home, self._state)

    # Opening

    def look(self) -> Opened:
        """The unlocked notebook, to be looked at. Raises Damaged."""
        return open_notebook(self._unlocked)

    def open(self) -> Opened:
        """Open the unlocked notebook. Raises Damaged."""
        return self._lay(self._unlocked, self.look())

    def unlock(self, nickname: str, passphrase: str) -> Opened:
        """Open the notebook of these two. Raises NoDoor, Damaged or TooLittleMemory."""
        return self._lay_locked(self._vault.open(nickname, passphrase))

    def recover(self, code: str) -> Opened:
        """Open the notebook of a recovery code. Raises the same."""
        return self._lay_locked(self._vault.recover(code))

    # Changing one's mind

    def keep_unlocked(self) -> Opened:
        """Keep what is said unlocked from now on; a locked notebook that lies open moves there.

        Raises StoreError; then all stays as it was.
        """
        with self._paused():
            opened = open_or_begin(self._unlocked)
            if self.locked is not None:
                opened = join(self._unlocked, opened, self.locked.opened())
                self.locked.forget()
                self.locked = None
            self._open, self._mine = (self._unlocked, opened), True
        return opened

    def keep_locked(self, nickname: str, passphrase: str) -> Opened:
        """Keep what is said locked from now on; an unlocked notebook that was open moves there.

        These two may have a notebook already: then both become one. Raises StoreError; then all
        stays as it was.
        """
        with self._paused():
            found, notices = self._to_move()
            locked = self._opened_or_made(nickname, passphrase, found.notebook)
            opened = join(locked.folder, open_or_begin(locked.folder), found)
            if self._mine and not notices:
                self._unlocked.forget()
                self._mine = False
            self.locked, self._open = locked, (locked.folder, opened)
        return replace(opened, notices=(*notices, *opened.notices))

    def _to_move(self) -> tuple[Opened, tuple[str, ...]]:
        """What was kept before, or what to say of it when it has to stay where it is."""
        nothing = Opened(Notebook(), 0)
        try:
            found = self.locked.opened() if self.locked else self.look() if self._mine else nothing
        except Damaged as problem:
            return nothing, (str(problem),)
        return (nothing, found.notices) if found.read_only else (found, ())

    def _opened_or_made(self, nickname: str, passphrase: str, first: Notebook) -> LockedNotebook:
        try:
            return self._vault.open(nickname, passphrase)
        except NoDoor:
            return self._vault.make(nickname, passphrase, first)

    # Keeping

    def keeping(self) -> Callable[[Notebook], None]:
        """How the notebook that lies open is kept. After ``close`` it keeps nothing any more.

        So a session that outlived its turn cannot write into the next person's notebook.
        """
        turn = self._turn

        def keep(notebook: Notebook) -> None:
            if turn is self._turn:
                self.keep(notebook)

        return keep

    def keep(self, notebook: Notebook) -> None:
        """Have it saved soon. Returns at once."""
        self._newest = notebook  # first: a keeper that begins just now takes it from here
        if self._keeper is not None:
            self._keeper.keep(notebook)

    @property
    def caught_up(self) -> bool:
        """Whether nothing waits to be saved. Asks no disk."""
        return self._open is None if self._keeper is None else self._keeper.caught_up

    def erase(self, notebook: Notebook) -> tuple[str, ...]:
        """Have it saved, and older generations removed after it; *Saved* is told after both.

        Returns the files that could not be read and therefore stay: the words may be in there.
        """
        self._newest = notebook
        if self._keeper is None or self._open is None:
            return ()
        self._keeper.keep(notebook, alone=True)
        return self._open[0].aside()

    def close(self) -> Status:
        """Await the last save, and drop the notebook and its key."""
        self._turn = object()
        status = self._stop()
        self._open = self._newest = self.locked = None
        return status

    def forget(self) -> None:
        """Remove the notebook that lies open, for good. Raises NotSaved when something stays."""
        locked = self.locked
        self.close()
        if locked is not None:
            locked.forget()
        else:
            self._unlocked.forget()

    def _lay(self, folder: Folder, opened: Opened) -> Opened:
        self.close()
        self._mine = folder is self._unlocked
        self._open = (folder, opened)
        self._go_on()
        return opened

    def _lay_locked(self, locked: LockedNotebook) -> Opened:
        opened = self._lay(locked.folder, locked.opened())
        self.locked = locked
        return opened

    @contextmanager
    def _paused(self) -> Iterator[None]:
        """With all that was said on the disk and nothing written; then keeping goes on."""
        self._stop()
        try:
            yield
        finally:
            self._go_on()

    def _stop(self) -> Status:
        keeper, self._keeper = self._keeper, None
        return Saved() if keeper is None else keeper.close(_PATIENCE)

    def _in_turn(self, say: Callable[[T], object]) -> Callable[[T], object]:
        """Say it only while this turn lasts: a slow save must not speak into the next person's."""
        turn = self._turn
        return lambda said: say(said) if turn is self._turn else None

    def _go_on(self) -> None:
        if self._open is None or self._open[1].read_only:
            return
        tell, merged = self._in_turn(self._tell), self._in_turn(self._merged)
        self._keeper = Keeper(*self._open, tell, merged)
        if self._newest is not None:
            self._keeper.keep(self._newest)
