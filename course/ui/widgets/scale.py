"""A row of numbers with one of them marked by its shape."""

from __future__ import annotations

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from course.language import N_, _

_DIGITS = "0123456789"
_SIDE = 3
"""At the least so many cells lie between an edge and the middle of the number next to it."""


class Scale(Widget, can_focus=True):
    """Digits set the number (1 then 0 is ten), + and - and the arrows change it."""

    BINDINGS = [
        Binding("0", "digit(0)", N_("Number"), key_display="0–9"),
        *(Binding(key, f"digit({key})", N_("Number"), show=False) for key in _DIGITS[1:]),
        Binding("up,plus", "change(1)", N_("More"), key_display="+"),
        Binding("down,minus", "change(-1)", N_("Less"), key_display="-"),
    ]
    DEFAULT_CSS = "Scale { height: auto; width: 1fr; }"

    value: reactive[int | None] = reactive(None)

    def __init__(
        self,
        value: int | None = None,
        *,
        high: int = 10,
        ends: tuple[Content, Content] = (Content(), Content()),
    ) -> None:
        super().__init__()
        self.set_reactive(Scale.value, value)
        self._high, self._ends = high, ends
        self._typing = False

    def action_digit(self, digit: int) -> None:
        """Behind the digit before it where that makes a number there is; else a new one."""
        longer = (self.value or 0) * 10 + digit
        begun = self._typing and self.value not in (None, 0)
        self.value = longer if begun and longer <= self._high else digit
        self._typing = True

    def action_change(self, by: int) -> None:
        """One more or less; in a scale of a hundred, five."""
        step = by * (5 if self._high > 10 else 1)
        middle = self._high // 2
        value = middle if self.value is None else self.value + step
        self.value = max(0, min(self._high, value))
        self._typing = False

    def on_key(self, event: Key) -> None:
        """Anything else ends the number."""
        if event.character not in tuple(_DIGITS):
            self._typing = False

    def on_focus(self) -> None:
        """The row shows that it takes the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """And that it no longer does."""
        self.refresh()

    def watch_value(self) -> None:
        """Enter may mean something else now."""
        self.refresh_bindings()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The row, and the words of its ends."""
        return len(self._rows(width))

    def render(self) -> RenderResult:
        """The numbers, then what the ends mean."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        fill = "on $raised" if self.has_focus else "on $surface"
        rows = [self._row(width).stylize_before(fill)]
        if self._high > 10:
            chosen = _("Not chosen yet") if self.value is None else str(self.value)
            yours = _("Yours: {number}").format(number=chosen)
            rows.append(Content.styled(yours, "bold").pad_right(max(0, width - len(yours))))
        low, high = self._ends
        if not (low or high):
            return rows
        side = self._grid(width)[0]
        between = width - 2 * side - low.cell_length - high.cell_length
        if between >= 2:
            return [*rows, Content(" " * side) + low + Content(" " * between) + high]
        return [*rows, *_led("0", low, width), *_led(str(self._high), high, width)]

    @property
    def _step(self) -> int:
        return max(1, self._high // 10)

    def _grid(self, width: int) -> tuple[int, int]:
        """Where the first number stands, and how far each is from the next: even, and amid."""
        gaps, room = self._high // self._step, width - 2 * _SIDE
        apart = max(4, room // gaps)
        return _SIDE + max(0, room - gaps * apart) // 2, apart

    def _row(self, width: int) -> Content:
        step, (side, apart) = self._step, self._grid(width)
        row = Content.styled("▌" if self.has_focus else " ", "$primary")
        for number in range(self._high // step + 1):
            mine = self.value is not None and self.value // step == number
            text = f"[{number * step}]" if mine else str(number * step)
            before = side + number * apart - len(text) // 2 - row.cell_length
            row = row.pad_right(max(1, before))
            row += Content.styled(text, "bold $accent" if mine else "$foreground")
        return row.pad_right(max(0, width - row.cell_length))


def _led(number: str, words: Content, width: int) -> list[Content]:
    head = f"{number.rjust(3)}  "
    lines = words.wrap(max(8, width - len(head))) if words else []
    return [Content(head if at == 0 else " " * len(head)) + line for at, line in enumerate(lines)]
