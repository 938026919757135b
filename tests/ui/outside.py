"""An outside world for tests of screens: nothing is read but our lessons, nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from course.content.heads import Head
from course.errors import PaperError
from course.notebook.notebook import Notebook
from course.plan.document import Document
from course.session.session import Session
from course.ui.app import CourseApp
from course.ui.outside import Kept, Opened, SavedPaper
from tests.ours import our_course

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class TestOutside:
    """Says yes to everything and remembers what it was asked."""

    __test__ = False

    def __init__(
        self, notebook: Notebook | None = None, *, course: Any = None, home: Path = Path("/home/a")
    ) -> None:
        self.notebook = notebook or Notebook()
        self.course = course or our_course()
        self.keeps: list[Notebook] = []
        self.papers: list[tuple[Document, dict[str, Any]]] = []
        self.refuses = ""
        self.now = NOW
        self.unprintable: tuple[str, ...] = ()
        self.heads: tuple[Head, ...] = ()
        self.kept = True
        self.papers_folder = home
        self.notebook_place = home / "notebook"

    def open(self, told: Callable[[str], None], merged: Callable[[Notebook], None]) -> Opened:
        """A session over the notebook given."""
        rng = Random(7)
        session = Session(self.course, self.notebook, self.keeps.append, lambda: self.now, rng)
        return Opened(session, keeping=self.kept)

    def keep_here(self) -> Kept:
        """Keep in a list."""
        return Kept(self.keeps.append, Notebook())

    def save_paper(self, document: Document, **how: Any) -> SavedPaper:
        """Remember it; raise what the test asked for."""
        if self.refuses:
            raise PaperError(self.refuses)
        self.papers.append((document, how))
        return SavedPaper(how["folder"] / f"{how['paper']}.{how['form']}", self.unprintable)

    def close(self) -> str:
        """All is well."""
        return ""


def app_over(outside: TestOutside, theme: str = "handrail-dark", lesson_id: str = "") -> CourseApp:
    """An app over this outside."""
    return CourseApp(outside, theme=theme, lesson_id=lesson_id)


def seen(app: CourseApp) -> str:
    """All text on the screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
