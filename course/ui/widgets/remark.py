"""What is said below a question, brought into view as soon as it is said."""

from __future__ import annotations

from collections.abc import Sequence

from course.ui.flow import Piece, lines_laid
from course.ui.widgets.page import Page
from course.ui.widgets.sight import bring, column_of, rows_out_of_sight


class Remark(Page):
    """A page whose first pieces must be seen without scrolling."""

    more = False
    """Whether its end was not seen yet."""

    def on_mount(self) -> None:
        """Follow how far was scrolled."""
        if (column := column_of(self)) is not None:
            self.watch(column, "scroll_y", self._scrolled, init=False)
            self.watch(column, "virtual_size", self._scrolled, init=False)

    def say(self, pieces: Sequence[Piece], seen: int | None = None) -> None:
        """Show these, and bring the first ``seen`` of them (all when None) into view."""
        self.show(pieces)
        self.more = bool(pieces)
        if pieces:
            self.call_after_refresh(self._bring, tuple(pieces[:seen]))

    def _bring(self, pieces: Sequence[Piece]) -> None:
        bring(self, 0, len(lines_laid(pieces, self.content_size.width)))
        self._scrolled()

    def turn(self) -> None:
        """A window further down."""
        if (column := column_of(self)) is not None:
            self._scrolled()  # at the end already nothing moves, and nobody else would look
            column.action_page_down()

    def _scrolled(self) -> None:
        if self.more:
            self.call_after_refresh(self._look_down)

    def _look_down(self) -> None:
        edge = int(bool(self._pieces and self._pieces[-1].edge))  # without words: not worth a key
        if self.more and self.is_attached and rows_out_of_sight(self) <= edge:
            self.more = False
            self.refresh_bindings()
