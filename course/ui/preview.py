"""The lesson screen on one file, which is looked at twice a second and shown again when saved."""

from __future__ import annotations

from threading import Event
from typing import Protocol

from course.content.course import Course
from course.content.heads import Head
from course.errors import HandrailError, Unreadable
from course.language import _
from course.ui.app import CourseApp
from course.ui.outside import Outside
from course.ui.screens.lesson import LessonScreen

EVERY = 0.5
"""Seconds between two looks at the file."""


class OneFile(Outside, Protocol):
    """The world outside, with one lesson file in it."""

    @property
    def head(self) -> Head:
        """The head of the lesson."""
        ...

    def saved_again(self) -> bool:
        """Whether the file was saved since this was last asked."""
        ...

    def read_again(self) -> Course:
        """The course with the file as it is now; raises ``Unreadable``."""
        ...


class PreviewApp(CourseApp):
    """The course, as a guest, on one lesson."""

    def __init__(self, outside: OneFile, theme: str = "") -> None:
        self.lesson_id = outside.head.id
        super().__init__(outside, lesson_id=self.lesson_id, theme=theme)
        self._file = outside
        self._ended = Event()

    @property
    def patience(self) -> float:
        """Nobody's words are on it, so it stays."""
        return float("inf")

    @property
    def would_lose_words(self) -> bool:
        """They were only tried out."""
        return False

    def on_mount(self) -> None:
        """Open the lesson and begin to look."""
        super().on_mount()
        self.run_worker(self._watch, thread=True, group="watch")

    def on_unmount(self) -> None:
        """Look no more."""
        self._ended.set()

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            if self._file.saved_again():
                self._look()

    def _look(self) -> None:
        try:
            fresh = self._file.read_again()
        except HandrailError as problem:
            self.call_from_thread(self._not_shown, problem)
        else:
            self.call_from_thread(self._show, fresh)

    def _not_shown(self, problem: HandrailError) -> None:
        """The first mistake, for a while; that this is an older one, until it is mended."""
        why = str(problem)
        if isinstance(problem, Unreadable):
            first = problem.problems[0]
            said = _("Line {line}: {what}. {remedy}")
            why = said.format(line=max(1, first.line), what=first.what, remedy=first.remedy)
        self.tell(_("Not shown yet. {why}").format(why=why))
        self.status = _("Not as in the file")

    def _show(self, fresh: Course) -> None:
        """The lesson as it is now, at the step where it was."""
        if self.session is None:
            return
        self.clear_notifications()  # such as one that said it was not shown
        self.status = _("Just for now")
        self.session.course = fresh
        if isinstance(self.screen, LessonScreen):
            self.screen.settle()
            self.pop_screen()
            self.open_lesson(self.lesson_id)
