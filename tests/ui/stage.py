"""A small stage for screens: a course made of one lesson, a session, and an app that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from textual.screen import Screen

from course.content.heads import Head
from course.content.lesson import Lesson, Step
from course.content.outline import Outline
from course.content.prompts import Prompt
from course.errors import Missing
from course.notebook.notebook import Notebook
from course.plan.document import Document
from course.session.session import Session
from course.settings_file import MachineSettings
from course.ui.app import CourseApp
from course.ui.outside import Opened, SavedPaper

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


class SmallCourse:
    """What a session asks of a course, for one lesson made by hand."""

    language = "en"
    outline = Outline()
    sources: dict[str, object] = {}

    def __init__(self, steps: tuple[Step, ...], head: Head | None = None) -> None:
        self.head = head or Head(id="one", number=3, title="A slip is not a failure")
        self._lesson = Lesson(head=self.head, steps=steps)
        self.heads = (self.head,)

    def lesson(self, lesson_id: str) -> Lesson:
        if lesson_id != self.head.id:
            raise Missing(lesson_id)
        return self._lesson

    def has_read(self, lesson_id: str) -> bool:
        return True

    def prompt(self, prompt_id: str) -> Prompt | None:
        return next(
            (p for p in self._lesson.prompts if p.id == prompt_id and p.kind != "again"), None
        )

    def find_safety(self, name: str) -> None:
        return None


@dataclass
class Stage:
    """The world outside: it keeps notebooks in a list."""

    course: SmallCourse
    notebook: Notebook = field(default_factory=Notebook)
    kept_notebooks: list[Notebook] = field(default_factory=list)
    keep: Callable[[Notebook], None] | None = None
    kept: bool = True
    locked: bool = False
    caught_up: bool = True
    taken_away: bool = False
    may_print: bool = True
    settings: MachineSettings = field(default_factory=MachineSettings)

    @property
    def heads(self) -> tuple[Head, ...]:
        return self.course.heads

    def open(self, told: Callable[[str], None], merged: Callable[[Notebook], None]) -> Opened:
        keep = self.keep or self.kept_notebooks.append
        session = Session(self.course, self.notebook, keep, lambda: NOON, Random(7))  # type: ignore[arg-type]
        return Opened(session, keeping=True)

    def keep_here(self, session: Session) -> None: ...

    def just_for_now(self, session: Session) -> None: ...

    def save_paper(self, document: Document, paper: str, form: str, folder: Path) -> SavedPaper:
        raise NotImplementedError

    def close(self) -> str:
        return ""

    put_away = save = close


class BlankHome(Screen[None]):
    """Stands in for Home."""


class StageApp(CourseApp):
    """The app, with a home that reads nothing."""

    def go_home(self) -> None:
        while len(self.screen_stack) > 1 and not isinstance(self.screen, BlankHome):
            self.pop_screen()
        if not isinstance(self.screen, BlankHome):
            self.push_screen(BlankHome())


def staged(
    *steps: Step, notebook: Notebook | None = None, theme: str = "handrail-dark"
) -> StageApp:
    """An app that opens the one lesson of a course made of these steps."""
    stage = Stage(SmallCourse(steps), notebook or Notebook())
    return StageApp(stage, lesson_id="one", theme=theme)
