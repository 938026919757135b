"""Who saves while the person goes on? One worker: newest wins, and it says how it went."""

from __future__ import annotations

import threading
from collections.abc import Callable

from course import errors
from course.errors import Conflict, StoreError
from course.language import _
from course.notebook.merge import merge
from course.notebook.notebook import Notebook
from course.notebook.status import Gone, NotSaved, Saved, Status
from course.store.folder import Folder
from course.store.form import from_bytes, to_bytes
from course.store.notebooks import Opened

_BREATH = 0.05
"""Seconds between the last word and its saving; a few words in a row are saved as one."""
_ROUNDS = 10
"""How often other windows may be first before we rest a while."""


class Keeper:
    """Keeps notebooks in a folder, one after the other, from a thread of its own.

    ``tell`` and ``merged`` are called from that thread and must neither wait nor raise: let them
    post a message. What another window saved comes by ``merged``, with our own words in it.
    """

    def __init__(
        self,
        folder: Folder,
        opened: Opened,
        tell: Callable[[Status], object],
        merged: Callable[[Notebook], object] = lambda notebook: None,
        *,
        pause: float = 3.0,
    ) -> None:
        self._folder, self._version = folder, opened.version
        self._tell, self._merged, self._pause = tell, merged, pause
        self._changed = threading.Condition()
        self._waiting: Notebook | None = None  # the newest that is not on the disk yet
        self._called = self._closing = False
        self._alone = False  # as it was asked for with what waits
        self._dropping = False  # as it is owed with what is being saved
        self._status: Status = Saved()
        self._others: Notebook | None = None
        self._worker = threading.Thread(target=self._work, name="keeper", daemon=True)
        self._worker.start()

    def keep(self, notebook: Notebook, *, alone: bool = False) -> None:
        """Have it saved soon; one that still waits is left out. Returns at once.

        ``alone`` has the older generations removed once it is saved, and *Saved* told after that.
        """
        with self._changed:
            self._waiting, self._called = notebook, True
            self._alone |= alone
            self._changed.notify()

    @property
    def caught_up(self) -> bool:
        """Whether the newest it was given is on the disk."""
        return self._waiting is None

    @property
    def version(self) -> int:
        """The generation that was saved last."""
        return self._version

    @property
    def owes(self) -> bool:
        """Whether older generations have still to be removed."""
        return self._alone or self._dropping

    def end(self) -> None:
        """Save the last, or try to once more, and then stop. Returns at once."""
        with self._changed:
            self._closing = True
            self._changed.notify()

    def close(self, timeout: float = 10.0) -> Status:
        """The same, and wait for it: whether the last is on the disk."""
        self.end()
        self._worker.join(timeout)
        with self._changed:
            if self._waiting is not None and isinstance(self._status, Saved):
                return NotSaved(_("the disk does not answer"))
            return self._status

    def _work(self) -> None:
        try:
            self._save_each()
        finally:  # if something nobody foresaw ended this thread, the bar must not say "Saved"
            with self._changed:
                ended = self._closing
            if not ended:
                self._status = NotSaved(_("keeping has stopped; leave with Ctrl+Q and start again"))
                self._tell(self._status)

    def _save_each(self) -> None:
        while notebook := self._next():
            status = self._save(notebook)
            with self._changed:
                newest = self._waiting is notebook
                saved = isinstance(status, Saved)
                self._status = status
                if newest and saved:
                    self._waiting = None
                if newest and self._closing:
                    return
            if newest or not saved:
                self._tell(status)

    def _next(self) -> Notebook | None:
        """The newest to save; after a failure the same again, when the pause is over."""
        with self._changed:
            pause = self._pause if self._waiting is not None else None
            self._changed.wait_for(lambda: self._called or self._closing, pause)
            if self._called:  # let the screen paint what was just said before we take its time
                self._changed.wait_for(lambda: self._closing, _BREATH)
            self._called = False
            self._dropping, self._alone = self._dropping or self._alone, False
            return self._waiting

    def _save(self, notebook: Notebook) -> Status:
        try:
            for _round in range(_ROUNDS):
                try:
                    self._version = self._folder.save(
                        self._version, to_bytes(self._whole(notebook))
                    )
                    self._drop_older()
                    return Saved()
                except Conflict:
                    self._meet(notebook)
        except errors.Gone as error:
            return Gone(str(error))
        except StoreError as error:
            return NotSaved(str(error))
        return NotSaved(_("another window holds the notebook"))

    def _drop_older(self) -> None:
        if self._dropping:
            self._folder.drop_older()
            self._dropping = False

    def _whole(self, notebook: Notebook) -> Notebook:
        """With what another window saved: the next one we are given may not know it yet."""
        if self._others is None:
            return notebook
        self._others = merge(notebook, self._others)
        return self._others

    def _meet(self, notebook: Notebook) -> None:
        """Take in what another window saved."""
        loaded = self._folder.load(from_bytes)
        self._version = loaded.version
        self._others = merge(self._whole(notebook), loaded.content or notebook)
        self._merged(self._others)
