"""One widget that draws a whole page of text."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from course.ui.flow import Piece, laid, lines_laid
from course.ui.widgets.laid import Laid


class Page(Laid):
    """Pieces of text, wrapped to whatever width there is. Not focusable: its container scrolls."""

    DEFAULT_CSS = "Page { height: auto; width: 1fr; text-wrap: nowrap; }"  # wrapped already

    def __init__(self, pieces: Sequence[Piece] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pieces = tuple(pieces)

    room_for: Sequence[Piece] = ()
    """Other pieces that it shows at times: it is never lower than they are."""

    def least_in(self, container: Size, width: int) -> int:
        """The room that is kept."""
        return len(lines_laid(self.room_for, width))

    def show(self, pieces: Sequence[Piece]) -> None:
        """Draw these instead."""
        self._pieces = tuple(pieces)
        self.draw_again()

    def text_at(self, width: int) -> Content | None:
        """All pieces, one under the other."""
        return laid(self._pieces, width) if self._pieces else None
