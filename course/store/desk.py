"""The one notebook that lies open: where is it kept, and how is that changed without a loss?

Everything here may block, but for ``keep``; call it from a worker.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from course.errors import Conflict, Damaged, NoDoor
from course.language import _
from course.notebook.merge import merge
from course.notebook.notebook import Notebook
from course.notebook.status import Gone, NotSaved, Saved, Status
from course.store import names
from course.store.folder import Folder
from course.store.holding import Held, Holding
from course.store.keeper import Keeper
from course.store.notebooks import Opened, join, open_notebook, open_or_begin

if TYPE_CHECKING:
    from course.store.vault import LockedNotebook, Vault

T = TypeVar("T")
P = ParamSpec("P")
_PATIENCE = 10.0
"""Seconds to wait for the last save."""


def _in_line(
    act: Callable[Concatenate[Desk, P], T],
) -> Callable[Concatenate[Desk, P], T]:
    """One after the other: whoever leaves while it is being locked waits for the lock's save."""

    @wraps(act)
    def waits(desk: Desk, /, *args: P.args, **more: P.kwargs) -> T:
        with desk._line:
            return act(desk, *args, **more)

    return waits


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
        self._alone = False  # older generations have still to go
        self._holding = Holding()
        self._turn = object()
        self._line = threading.RLock()
        self.gone = False
        """Whether what lay open was locked, moved or forgotten by another window."""
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

    @_in_line
    def keep_unlocked(self) -> Opened:
        """Keep what is said unlocked from now on; a locked notebook that lies open moves there.

        Raises StoreError; then all stays as it was.
        """
        with self._paused():
            opened = open_or_begin(self._unlocked)
            if self.locked is not None:
                opened = self._moved_out(self.locked, opened)
                self.locked = None
            self._open, self._mine = (self._unlocked, opened), True
        return opened

    @_in_line
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
                opened = self._moved_in(locked, opened, found)
            self.locked, self._open = locked, (locked.folder, opened)
        return replace(opened, notices=(*notices, *opened.notices))

    def _moved_out(self, locked: LockedNotebook, opened: Opened) -> Opened:
        """What was locked, unlocked, with what another window said until the last moment."""
        while True:
            found = locked.opened()
            opened = join(self._unlocked, opened, found)
            with suppress(Conflict):
                locked.forget(found.version)
                return opened

    def _moved_in(self, locked: LockedNotebook, opened: Opened, found: Opened) -> Opened:
        """What was unlocked, locked, in the same way."""
        while True:
            with suppress(Conflict):
                self._unlocked.forget(found.version)
                self._mine = False
                return opened
            found = self.look()
            opened = join(locked.folder, opened, found)

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

    def erase(self, notebook: Notebook) -> tuple[str, ...]:
        """Have it saved, and older generations removed after it; *Saved* is told after both.

        Returns the files that could not be read and therefore stay: the words may be in there.
        """
        self._newest = notebook
        if self._keeper is None or self._open is None:
            return ()
        self._keeper.keep(notebook, alone=True)
        return self._open[0].aside()

    @_in_line
    def save(self) -> Status:
        """Await the last save, also of what is held; keeping goes on."""
        newest, status = self._newest, self._stop()
        self._go_on(saved=newest if isinstance(status, Saved) else None)
        held = self._holding.save(_PATIENCE)
        return held if isinstance(status, Saved) else status

    @_in_line
    def put_away(self) -> Status:
        """Await the last save, and drop the notebook and its key.

        What the disk does not take is held, and tried again until it does. Whoever opens it
        meanwhile finds their words in it.
        """
        self._turn = object()
        status = self._stop()
        if isinstance(status, NotSaved) and self._open and self._newest:
            self._holding.hold(Held(*self._open, self._newest, self._alone))
        self._clear()
        return status

    @_in_line
    def close(self) -> Status:
        """The same, but what the disk does not take is dropped here."""
        self._turn = object()
        status = self._stop()
        self._clear()
        return status

    def _clear(self) -> None:
        self._open = self._newest = self.locked = None
        self._alone = self.gone = False

    @_in_line
    def forget(self) -> None:
        """Remove the notebook that lies open, for good. Raises NotSaved when something stays."""
        locked = self.locked
        if locked is None:
            self._holding.back(self._unlocked, _PATIENCE)
        self.close()
        if locked is not None:
            locked.forget()
        else:
            self._unlocked.forget()

    @_in_line
    def _lay(self, folder: Folder, opened: Opened) -> Opened:
        self.put_away()
        held, status = self._holding.back(folder, _PATIENCE)
        if held is not None and not opened.read_only:
            opened, self._alone = _with(opened, held, status), held.alone
            self._newest = opened.notebook
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
        if keeper is None:
            return Saved()
        status = keeper.close(_PATIENCE)
        if self._open is not None:
            self._open = (self._open[0], replace(self._open[1], version=keeper.version))
        self._alone = keeper.owes
        return status

    def _in_turn(self, say: Callable[[T], object]) -> Callable[[T], object]:
        """Say it only while this turn lasts: a slow save must not speak into the next person's."""
        turn = self._turn
        return lambda said: say(said) if turn is self._turn else None

    def _go_on(self, saved: Notebook | None = None) -> None:
        if self._open is None or self._open[1].read_only:
            return
        tell, merged = self._in_turn(self._told), self._in_turn(self._merged)
        self._keeper = Keeper(*self._open, tell, merged)
        if self._newest is not None and self._newest is not saved:
            self._keeper.keep(self._newest, alone=self._alone)

    def _told(self, status: Status) -> None:
        self.gone = isinstance(status, Gone)
        self._tell(status)


def _with(opened: Opened, held: Held, status: Status) -> Opened:
    """What was opened, with words that were held, and what to say of them."""
    notices = opened.notices
    if isinstance(status, NotSaved):
        said = _("Not saved: {why}. Your words are still here.").format(why=status.why)
        notices = (*notices, said)
    return replace(opened, notebook=merge(opened.notebook, held.notebook), notices=notices)
