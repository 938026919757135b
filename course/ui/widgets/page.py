"""One widget that draws a whole page of text."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from course.ui.flow import Piece, laid


class Page(Widget):
    """Pieces of text, wrapped to whatever width there is. Not focusable: its container scrolls."""

    DEFAULT_CSS = "Page { height: auto; width: 1fr; }"

    def __init__(self, pieces: Sequence[Piece] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pieces = tuple(pieces)
        self._cache: tuple[int, Content] | None = None

    def show(self, pieces: Sequence[Piece]) -> None:
        """Draw these instead."""
        self._pieces = tuple(pieces)
        self._cache = None
        self.refresh(layout=True)

    def _laid(self, width: int) -> Content:
        if self._cache is None or self._cache[0] != width:
            self._cache = (width, laid(self._pieces, width))
        return self._cache[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text has lines at that width."""
        return self._laid(width).plain.count("\n") + 1 if self._pieces else 0

    def render(self) -> RenderResult:
        """The text at the width there is."""
        return self._laid(self.content_size.width)
