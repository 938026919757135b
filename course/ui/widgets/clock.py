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
from course.ui.widgets.passages import panel

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

    def _now(self) -> Content:
        """What to do in this second."""
        if not self.left:
            return Content(_("Done. Well rested."))
        if not self._items:
            return Content(self._words())
        each = max(1, self.seconds // len(self._items))
        passed = min(self.seconds - self.left, self.seconds - 1)
        return self._items[min(len(self._items) - 1, passed // each)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The same in every second, so that nothing jumps."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The thing to do, the bar, the words."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        room = max(8, width - 4)  # beside the bar at the left, and before the right edge
        now, tallest = self._now(), max((len(item.wrap(room)) for item in self._items), default=1)
        below = "\n" * (tallest - len(now.wrap(room)))
        pieces = [Piece(now.stylize("bold") + Content(below)), Piece(self._line(room))]
        if self._items:
            pieces.append(Piece(Content.styled(self._words(), "$secondary"), gap=0))
        return lines_laid(panel(pieces, Content.styled("▌ ", "$primary")), width)

    def _words(self) -> str:
        if not self.left:
            return _("Space starts again.")
        told = ngettext("{number} second left", "{number} seconds left", self.left)
        seconds = told.format(number=self.left)
        if self.running:
            return seconds
        return _("{seconds}. Space starts.").format(seconds=seconds)

    def _line(self, width: int) -> Content:
        passed = width * (self.seconds - self.left) // max(1, self.seconds)
        return Content.assemble(("━" * passed, "$primary"), ("─" * (width - passed), "$scrollbar"))
