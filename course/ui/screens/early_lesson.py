"""A lesson shown ahead of the session: one page of it, until all is there.

Of a question only the place is shown.
"""

from __future__ import annotations

from course.content.lesson import Reading
from course.ui.flow import Piece
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.passages import reading_pieces


class EarlyLesson(LessonScreen):
    """Begins with the glimpse of a lesson and becomes the lesson itself."""

    early = True

    def reading(self, reading: Reading) -> list[Piece]:
        """A page of a glimpse needs no session."""
        if not self.early:
            return super().reading(reading)
        return reading_pieces(reading, None)

    def news(self) -> None:
        """The session is there."""
        if self.early and self.course_app.session is not None:
            self.early = False
            self._begin()
        if not self.early:
            super().news()

    def _begin(self) -> None:
        walk = self.course_app.entered(self.walk.lesson.id)
        if walk is None:
            self.course_app.go_home()
        elif walk.looks_like(self.walk):
            self.walk = walk
        else:
            self.call_later(self.stand, walk)
