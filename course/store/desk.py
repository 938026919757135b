"""Where is the notebook that lies open kept, and how is that changed without a loss?

Everything here may block, but for ``keep``; call it from a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import Conflict, Damaged, NoDoor
from course.notebook.notebook import Notebook
from course.notebook.status import Status
from course.store import names
from course.store.folder import Folder
from course.store.lying import Lying
from course.store.notebooks import Opened, join, open_notebook, open_or_begin

if TYPE_CHECKING:
    from course.store.vault import LockedNotebook, Vault


class Desk(Lying):
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
        super().__init__(tell, merged)
        self._home, self._state = home, state
        self._unlocked = Folder(home / names.NOTEBOOK)
        self._mine = False  # the unlocked notebook was the last to be open here
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
                opened = self._moved_out(self.locked, opened)
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

    # Forgetting

    def forget(self) -> None:
        """Remove the notebook that lies open, for good, and keep nothing more.

        Raises NotSaved when something stays; then it can be tried again.
        """
        locked = self.locked
        if locked is None:
            self._let_go(self._unlocked)
        self.close()
        self.locked = locked
        (locked or self._unlocked).forget()
        self.locked = None

    def _lay(self, folder: Folder, opened: Opened) -> Opened:
        self._mine = folder is self._unlocked
        return super()._lay(folder, opened)

    def _lay_locked(self, locked: LockedNotebook) -> Opened:
        opened = self._lay(locked.folder, locked.opened())
        self.locked = locked
        return opened

    def _clear(self) -> None:
        super()._clear()
        self.locked = None
