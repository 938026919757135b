"""A few questions from before, asked again. Late is fine, and nothing here is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.language import _
from course.ui.screens.lesson import LessonScreen

if TYPE_CHECKING:
    from course.session.review import Desk
    from course.session.session import Session
    from course.session.walk import Walk


class ReviewScreen(LessonScreen):
    """A lesson made of questions alone, asked at a desk of its own."""

    def __init__(self, walk: Walk, desk: Desk) -> None:
        super().__init__(walk)
        self._desk = desk

    @property
    def session(self) -> Session:
        """Who hears the answers here."""
        return self._desk

    def where(self) -> str:
        """For the top bar."""
        return _("A few questions from before")
