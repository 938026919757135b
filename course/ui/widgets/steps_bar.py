"""How far one is in a lesson: a thin line, and the same in words."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from course.language import _


class StepsBar(Widget):
    """A line that is thicker as far as one has come, and "7 of 11"."""

    DEFAULT_CSS = "StepsBar { height: 1; width: 1fr; margin-bottom: 1; }"

    def __init__(self, number: int = 0, of: int = 1) -> None:
        super().__init__()
        self._number, self._of = number, of

    def show(self, number: int, of: int) -> None:
        """Another step."""
        self._number, self._of = number, of
        self.refresh()

    def render(self) -> RenderResult:
        """The line gives way to the words."""
        words = _("{number} of {all}").format(number=self._number, all=self._of)
        room = max(0, self.content_size.width - len(words) - 2)
        done = room * self._number // max(1, self._of)
        return Content.assemble(
            ("━" * done, "$primary"),
            ("─" * (room - done), "$scrollbar"),
            ("  " + words, "$secondary"),
        )
