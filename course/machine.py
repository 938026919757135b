"""The machine the course runs on: files, papers and the notebook's keeping, behind one door.

This is the ``Outside`` that the screens are handed. Imports are made where they are needed, so that
the first screen does not wait for what only a paper or a lesson needs.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from course import places
from course.content.heads import Head, heads_of
from course.custody import Custody
from course.language import guess_language
from course.store.glance import left_at, theme

if TYPE_CHECKING:
    from course.content.course import Course
    from course.plan.document import Document, Form, Paper, Sheet
    from course.plan.papers import Made
    from course.plan.printing import Job, Printer
    from course.session.walk import Walk
    from course.ui.outside import SavedPaper


@dataclass
class Machine(Custody):
    """Lessons and papers; notebooks are in ``Custody``."""

    # What can be known at once

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """Our lessons, then those of one's own."""
        return heads_of(self._folders, self._language)

    @property
    def theme(self) -> str:
        """The colours of the notebook that is kept here, for the first frame."""
        return theme(self.notebook_place)

    def glimpse(self, lesson_id: str) -> Walk | None:
        """Where a lesson goes on, for the first frame; None when it needs the rest, too.

        Of a question, which takes longest, the place alone is worth a frame.
        """
        from course.content.glimpse import asks, glimpse, stands_alone
        from course.session.walk import walk_through

        walk = walk_through(glimpse(next(head for head in self.heads if head.id == lesson_id)))
        if self.kept and (left := left_at(self.notebook_place, lesson_id)) is not None:
            walk = walk.standing_at(left.step, left.seen)
        return walk if walk.steps and (asks(walk.step) or stands_alone(walk.step)) else None

    @property
    def papers_folder(self) -> Path:
        """Where papers go unless the person says otherwise."""
        return self.home if self.home is not None else Path.home()

    @property
    def _language(self) -> str:
        return self.settings.language or guess_language()

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (places.lessons_folder(), *self.extra_lessons)

    @cached_property
    def course(self) -> Course:
        """The course, its lessons read when they are first needed."""
        from course.content.course import Course

        return Course(self._folders, self._language)

    # Papers

    def save_paper(
        self, document: Document, *, paper: Paper, form: Form, sheet: Sheet, folder: Path
    ) -> SavedPaper:
        """Make a paper and save it under a free name."""
        from course.paper.making import made
        from course.paper.saving import save_new
        from course.ui.outside import SavedPaper

        at = self.now()
        done = made(document, paper=paper, form=form, sheet=sheet, at=at)
        self._make_home(folder)
        path = save_new(folder, f"{paper}-{at:%Y-%m-%d}", f".{form}", done.data)
        return SavedPaper(path, done.unprintable, done.notes)

    def make_paper(self, document: Document, *, paper: Paper, form: Form, sheet: Sheet) -> Made:
        """A paper as bytes."""
        from course.paper.making import made

        return made(document, paper=paper, form=form, sheet=sheet, at=self.now())

    def delete_paper(self, path: Path) -> None:
        """Remove a paper that was saved here."""
        from course.paper.saving import delete

        delete(path)

    # Printing

    @cached_property
    def prints_here(self) -> bool:
        """Whether this computer has the programs that print."""
        from course.paper.printing import prints_here

        return prints_here()

    @cached_property
    def opens_here(self) -> bool:
        """Whether this computer can open a saved paper."""
        from course.paper.printing import opens_here

        return opens_here()

    def open_paper(self, path: Path) -> None:
        """Open a saved paper in the computer's own viewer."""
        from course.paper.printing import open_in_viewer

        open_in_viewer(path)

    def printers(self) -> tuple[Printer, ...]:
        """The printers of this computer."""
        from course.paper.printing import printers

        return printers()

    def send(self, made: Made, printer: str, *, copies: int, sheet: Sheet, both_sides: bool) -> Job:
        """Send a PDF to a printer."""
        from course.paper.printing import send

        return send(made.data, printer, copies=copies, sheet=sheet, both_sides=both_sides)

    def save_text(self, stem: str, text: str, folder: Path) -> Path:
        """Save a few words as a text file under a free name."""
        from course.paper.saving import save_new

        self._make_home(folder)
        return save_new(folder, f"{stem}-{self.now():%Y-%m-%d}", ".txt", text.encode())

    def _make_home(self, folder: Path) -> None:
        """The folder given with ``--home`` need not be there before something is saved in it."""
        from course.store.disk import make_folder

        if folder == self.home:
            with suppress(OSError):  # told by what is saved there next
                make_folder(folder)
