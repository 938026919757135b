"""Seconds that pass, in words and as a bar. They pass only while somebody wants them to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from course.language import _, ngettext
from course.ui.flow import Piece, lines_laid

if TYPE_CHECKING:
    from textual.timer import Timer


class Clock(Widget, can_focus=True):
    """What to do now, how long still, and a bar that grows."""

    DEFAULT_CSS = "Clock { height: auto; width: 1fr; }"

    left: reactive[int] = reactive(0)

    class RanOut(Message):
        """The time is over."""

    def __init__(self, seconds: int, items: Sequence[Content]) -> None:
        super().__init__()
        self.seconds, self._items = seconds, tuple(items)
        self.set_reactive(Clock.left, seconds)
        self._timer: Timer | None = None

    @property
    def running(self) -> bool:
        """Whether the seconds pass."""
        return self._timer is not None

    @property
    def begun(self) -> bool:
        """Whether some have passed."""
        return self.left < self.seconds

    def toggle(self) -> None:
        """Start, or stop; a clock that ran out starts anew."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        else:
            self.left = self.left or self.seconds
            self._timer = self.set_interval(1, self._tick)
        self.refresh()

    def _tick(self) -> None:
        self.left -= 1
        if self.left <= 0:
            self.toggle()
            self.post_message(self.RanOut())

    def on_focus(self) -> None:
        """Show that it takes the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """And that it does not."""
        self.refresh()

    def _item(self) -> Content:
        if not self._items or not self.left:
            return Content()
        each = max(1, self.seconds // len(self._items))
        passed = min(self.seconds - self.left, self.seconds - 1)
        return self._items[min(len(self._items) - 1, passed // each)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Room for the longest thing to do, so that nothing jumps."""
        tallest = max((len(item.wrap(max(8, width - 2))) for item in self._items), default=0)
        return tallest + 2

    def render(self) -> RenderResult:
        """The thing to do, the words, the bar."""
        width = self.content_size.width
        bar = Content.styled("▌ ", "$primary")
        pieces = [Piece(self._item().stylize("bold"), bar, bar, 0)] if self._items else []
        lines = lines_laid(
            [*pieces, Piece(Content.styled(self._words(), "$secondary"), bar, bar, 0)], width
        )
        empty = self.content_size.height - 1 - len(lines)
        return Content("\n").join([*lines, *[Content()] * max(0, empty), self._bar(width)])

    def _words(self) -> str:
        if not self.left:
            return _("Done. Well rested.")
        told = ngettext("{number} second left", "{number} seconds left", self.left)
        seconds = told.format(number=self.left)
        if self.running:
            return seconds
        return _("{seconds}. Space starts.").format(seconds=seconds)

    def _bar(self, width: int) -> Content:
        passed = width * (self.seconds - self.left) // max(1, self.seconds)
        return Content.assemble(("━" * passed, "$primary"), ("─" * (width - passed), "$scrollbar"))
