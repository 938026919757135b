"""The one notebook that lies open: kept, saved, put away. Which one it is, is the desk's affair."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from course.language import _
from course.notebook.merge import merge
from course.notebook.notebook import Notebook
from course.notebook.status import Gone, NotSaved, Saved, Status
from course.store.folder import Folder
from course.store.holding import Held, Holding
from course.store.keeper import Keeper
from course.store.notebooks import Opened

T = TypeVar("T")
_PATIENCE = 10.0
"""Seconds to wait for the last save."""


class Lying:
    """``tell`` and ``merged`` are called from the keeper's thread; see ``Keeper``."""

    def __init__(
        self, tell: Callable[[Status], object], merged: Callable[[Notebook], object]
    ) -> None:
        self._tell, self._merged = tell, merged
        self._open: tuple[Folder, Opened] | None = None
        self._keeper: Keeper | None = None
        self._newest: Notebook | None = None
        self._alone = False  # older generations have still to go
        self._holding = Holding()
        self._turn = object()
        self._line = threading.RLock()  # who leaves during a lock's last save waits for it
        self.gone = False
        """Whether what lay open was locked, moved or forgotten by another window."""

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

    def save(self) -> Status:
        """Await the last save, also of what is held; keeping goes on."""
        with self._line:
            newest, status = self._newest, self._stop()
            self._go_on(saved=newest if isinstance(status, Saved) else None)
            held = self._holding.save(_PATIENCE)
        return held if isinstance(status, Saved) else status

    def put_away(self) -> Status:
        """Await the last save, and drop the notebook and its key.

        What the disk does not take is held, and tried again until it does. Whoever opens it
        meanwhile finds their words in it.
        """
        return self._end(hold=True)

    def close(self) -> Status:
        """The same, but what the disk does not take is dropped here."""
        return self._end(hold=False)

    def _end(self, *, hold: bool) -> Status:
        with self._line:
            self._turn = object()
            status = self._stop()
            if hold and isinstance(status, NotSaved) and self._open and self._newest:
                self._holding.hold(Held(*self._open, self._newest, self._alone))
            self._clear()
        return status

    def _clear(self) -> None:
        self._open = self._newest = None
        self._alone = self.gone = False

    def _lay(self, folder: Folder, opened: Opened) -> Opened:
        """This one lies open from now on, with what was held for it."""
        with self._line:
            self.put_away()
            held, status = self._holding.back(folder, _PATIENCE)
            if held is not None and not opened.read_only:
                opened, self._alone = _with(opened, held, status), held.alone
                self._newest = opened.notebook
            self._open = (folder, opened)
            self._go_on()
        return opened

    def _let_go(self, folder: Folder) -> None:
        """Nothing is held for this one any more."""
        self._holding.back(folder, _PATIENCE)

    @contextmanager
    def _paused(self) -> Iterator[None]:
        """With all that was said on the disk and nothing written; then keeping goes on."""
        with self._line:
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

    def _go_on(self, saved: Notebook | None = None) -> None:
        if self._open is None or self._open[1].read_only:
            return
        tell, merged = self._in_turn(self._told), self._in_turn(self._merged)
        self._keeper = Keeper(*self._open, tell, merged)
        if self._newest is not None and self._newest is not saved:
            self._keeper.keep(self._newest, alone=self._alone)

    def _in_turn(self, say: Callable[[T], object]) -> Callable[[T], object]:
        """Say it only while this turn lasts: a slow save must not speak into the next person's."""
        turn = self._turn
        return lambda said: say(said) if turn is self._turn else None

    def _told(self, status: Status) -> None:
        self.gone = isinstance(status, Gone)
        self._tell(status)


def _with(opened: Opened, held: Held, status: Status) -> Opened:
    """What was opened, with words that were held, and what to say of them."""
    notices = opened.notices
    if isinstance(status, NotSaved):
        said = _("Your last words could not be saved at once: {why}. They are still here.").format(
            why=status.why
        )
        notices = (*notices, said)
    return replace(opened, notebook=merge(opened.notebook, held.notebook), notices=notices)
