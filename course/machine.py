"""The machine the course runs on: files, papers and the notebook's keeping, behind one door.

This is the ``Outside`` that the screens are handed. Imports are made where they are needed, so that
the first screen does not wait for what only a paper or a lesson needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from course import places
from course.content.heads import Head, heads_of
from course.errors import HandrailError
from course.language import _, guess_language
from course.store.glance import theme
from course.store.names import exists

if TYPE_CHECKING:
    from course.content.course import Course
    from course.notebook.notebook import Notebook
    from course.notebook.status import Status
    from course.plan.document import Document, Form, Paper, Sheet
    from course.store.folder import Folder
    from course.store.keeper import Keeper
    from course.store.notebooks import Opened as OpenedNotebook
    from course.ui.outside import Kept, Opened, SavedPaper

Told = Callable[[str], object]
Merged = Callable[["Notebook"], object]

_PATIENCE = 10.0
"""Seconds to wait for the last save when leaving."""


@dataclass
class Machine:
    """Where things lie, and the clock and dice to use."""

    home: Path | None
    extra_lessons: tuple[Path, ...]
    now: Callable[[], datetime]
    rng: Random

    def __post_init__(self) -> None:
        self._keeper: Keeper | None = None
        self._told: Told = _ignore
        self._merged: Merged = _ignore

    # What can be known at once

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """Our lessons, then those of one's own."""
        return heads_of(self._folders, guess_language())

    @property
    def kept(self) -> bool:
        """Whether a notebook is kept on this machine."""
        return exists(self.notebook_place)

    @property
    def theme(self) -> str:
        """The colours of the notebook that is kept here, for the first frame."""
        return theme(self.notebook_place)

    @property
    def notebook_place(self) -> Path:
        """The folder a kept notebook lies in."""
        return places.notebook_folder(self.home)

    @property
    def papers_folder(self) -> Path:
        """Where papers go unless the person says otherwise."""
        return self.home if self.home is not None else Path.home()

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (places.lessons_folder(), *self.extra_lessons)

    @cached_property
    def course(self) -> Course:
        """The course, its lessons read when they are first needed."""
        from course.content.course import Course

        return Course(self._folders, guess_language())

    # The notebook

    @cached_property
    def _folder(self) -> Folder:
        """One and the same all along: it remembers which generations it could not read."""
        from course.store.folder import Folder

        return Folder(self.notebook_place)

    @property
    def notebook(self) -> Notebook:
        """What is kept here, to be looked at. Raises StoreError when it cannot be read."""
        from course.store.notebooks import open_notebook

        return open_notebook(self._folder).notebook

    def open(self, told: Told, merged: Merged) -> Opened:
        """Load the notebook that is kept here, if any, and keep it from now on."""
        from course.errors import Damaged
        from course.notebook.notebook import EMPTY
        from course.session.session import Session
        from course.ui.outside import Opened

        self._told, self._merged = told, merged
        session = Session(self.course, EMPTY, _ignore, self.now, self.rng)
        if not self.kept:
            return Opened(session, keeping=False)
        from course.store.notebooks import open_notebook

        try:
            opened = open_notebook(self._folder)
        except Damaged as problem:
            return Opened(session, False, (str(problem), _not_kept()))
        session.resume_with(opened.notebook)
        if opened.read_only:
            return Opened(session, False, opened.notices)
        session.keep = self._keep(opened)
        return Opened(session, True, opened.notices)

    def keep_here(self) -> Kept:
        """Make ready to keep on this machine; what cannot be read there is set aside first."""
        from course.errors import Damaged
        from course.store.notebooks import open_afresh, open_notebook
        from course.ui.outside import Kept

        try:
            opened = open_notebook(self._folder)
        except Damaged:
            opened = open_afresh(self._folder)
        if opened.read_only:
            raise HandrailError(" ".join(opened.notices))
        return Kept(self._keep(opened), opened.notebook, opened.notices)

    def _keep(self, opened: OpenedNotebook) -> Callable[[Notebook], None]:
        from course.store.keeper import Keeper

        self._keeper = Keeper(self._folder, opened, self._tell, self._merged)
        return self._keeper.keep

    def _tell(self, status: Status) -> None:
        self._told(said(status))

    def close(self) -> str:
        """Wait for the last save; a sentence when it did not work. Nothing is kept after it."""
        from course.notebook.status import NotSaved

        keeper, self._keeper = self._keeper, None
        if keeper is None:
            return ""
        status = keeper.close(_PATIENCE)
        return said(status) if isinstance(status, NotSaved) else ""

    # Papers

    def save_paper(
        self, document: Document, *, paper: Paper, form: Form, sheet: Sheet, folder: Path
    ) -> SavedPaper:
        """Make a paper and save it under a free name."""
        from course.paper.making import made
        from course.paper.saving import save_new
        from course.ui.outside import SavedPaper

        at = self.now()
        data, unprintable = made(document, paper=paper, form=form, sheet=sheet, at=at)
        path = save_new(folder, f"{paper}-{at:%Y-%m-%d}", f".{form}", data)
        return SavedPaper(path, unprintable)


def said(status: Status) -> str:
    """How a save went, for the bar below."""
    from course.notebook.status import NotSaved

    if isinstance(status, NotSaved):
        return _("Not saved: {why}").format(why=status.why)
    return _("Saved")


def _not_kept() -> str:
    return _("What you say now is not kept. Settings lets you start a new notebook beside the old.")


def _ignore(_anything: object) -> None:
    """Keep nothing; tell nobody."""
