"""A widget that lays out its own lines, and disturbs the others only when their number changes."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget


class Laid(Widget):
    """As high as its text is at the width there is. Subclasses say what that text is."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cache: tuple[int, Content | None] | None = None
        self.least_rows = 0

    def text_at(self, width: int) -> Content | None:
        """The text wrapped to ``width`` cells; None for a widget without height."""
        raise NotImplementedError

    def least_in(self, container: Size, width: int) -> int:
        """Rows it takes at the least in what holds it, at that width."""
        return 0

    def draw_again(self) -> None:
        """The text changed. Layout costs far more than painting, so only if it is needed."""
        before, self._cache = self._cache, None
        if before is None:
            self.refresh(layout=True)
            return
        width, old = before
        new = self._at(width)
        rows = max(_rows(new), _rows(old))
        if max(self.least_rows, _rows(new)) != max(self.least_rows, _rows(old)):
            self.refresh(layout=True)
        elif new is not None and old is not None and not new.is_same(old):
            self.refresh(Region(0, 0, width, rows))  # what is empty before and after stays

    def _at(self, width: int) -> Content | None:
        if self._cache is None or self._cache[0] != width:
            self._cache = (width, self.text_at(width))
        return self._cache[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the text has at that width, or the least it takes."""
        self.least_rows = self.least_in(container, width)
        return max(self.least_rows, _rows(self._at(width)))

    def render(self) -> RenderResult:
        """The text at the width there is."""
        return self._at(self.content_size.width) or Content()


def _rows(text: Content | None) -> int:
    return 0 if text is None else text.plain.count("\n") + 1
