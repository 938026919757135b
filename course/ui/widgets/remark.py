"""What is said below a question, brought into view as soon as it is said."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from course.ui.flow import Piece, lines_laid
from course.ui.widgets.page import Page
from course.ui.widgets.sight import bring

BLANK = Piece(Content(), gap=0)
"""An empty line at the top of a page."""


class Remark(Page):
    """A page whose first pieces must be seen without scrolling."""

    def say(self, pieces: Sequence[Piece], seen: int | None = None) -> None:
        """Show these, and bring the first ``seen`` of them (all when None) into view."""
        self.show(pieces)
        if pieces:
            self.call_after_refresh(self._bring, tuple(pieces[:seen]))

    def _bring(self, pieces: Sequence[Piece]) -> None:
        bring(self, 0, len(lines_laid(pieces, self.content_size.width)))
