"""Fields to write in. Nothing grows over the limit, and nothing is dropped without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.binding import Binding
from textual.events import Key, Paste
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from course.language import N_
from course.text import LIMIT, clean
from course.ui.widgets.sight import bring

if TYPE_CHECKING:
    from course.ui.app import CourseApp


@dataclass
class Full(Message):
    """The entry holds as much as it can."""


def opening(words: str) -> str:
    """Words from a menu, to be gone on with: what trails off there begins a sentence here."""
    return f"{words.rstrip(' …')} " if words.endswith("…") else words


class Field(Input):
    """One line. Enter is left to the view that holds it."""

    takes_letters = True

    BINDINGS = [Binding("shift+tab", "app.focus_previous", N_("Back up"), show=False)]
    DEFAULT_CSS = """
    Field, Field:focus { border: none; height: 1; padding: 0 2; background: $surface; }
    Field:focus { background: $raised; background-tint: $foreground 0%; }
    Field > .input--placeholder { color: $secondary; }
    """

    virtual_size = Reactive(Size(0, 0))  # a letter more or less moves nothing around the field

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(clean(value), placeholder=placeholder, select_on_focus=False, id=id)
        self._entered: str | None = None
        self.was_taken = False
        """Whether what it held at Enter has gone where it belongs; the rest is for the next."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes up to the view."""
        return action != "submit"

    def on_key(self, event: Key) -> None:
        """Keys can come faster than Enter is acted upon; remember what it was pressed on."""
        if event.key == "enter" and self._entered is None:
            self._entered = self.value

    def take(self) -> str:
        """What stood here when Enter was pressed. What was typed after it stays."""
        taken = self.value if self._entered is None else self._entered
        rest = self.value[len(taken) :] if self.value.startswith(taken) else ""
        self._entered, self.was_taken = None, True
        self.fill(rest)
        return taken

    def watch_value(self) -> None:
        """In the frame that shows a letter, the bar below no longer calls all saved."""
        if self.is_mounted:
            cast("CourseApp", self.app).show_status()

    def fill(self, text: str) -> None:
        """Put other words in, with the cursor behind them."""
        self.value = clean(text)
        self.cursor_position = len(self.value)

    def insert_text_at_cursor(self, text: str) -> None:
        """As much of it as there is room for."""
        text = clean(text)
        room = LIMIT - len(self.value)
        if len(text) > room:
            self.post_message(Full())
        super().insert_text_at_cursor(text[: max(0, room)])

    def on_paste(self, event: Paste) -> None:
        """All of it on one line."""
        event.text = " ".join(clean(event.text).split())


class Area(TextArea):
    """Several lines: Enter begins a new one, Tab leaves. The column scrolls by pages.

    In an empty one, and below two lines left free, Enter leaves, too: who only presses Enter is
    led on.
    """

    takes_letters = True

    DEFAULT_CSS = """
    Area, Area:focus { border: none; padding: 0 2; background: $surface; }
    Area { height: auto; min-height: 4; max-height: 10; }
    Area:focus { background: $raised; }
    Area .text-area--cursor-line { background: transparent; }
    Area .text-area--placeholder { color: $secondary; }
    """

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            clean(text), soft_wrap=True, tab_behavior="focus", placeholder=placeholder, id=id
        )
        self._led_on = self.enter_leads_on

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The column scrolls by pages, not the field."""
        return action not in ("cursor_page_up", "cursor_page_down")

    def on_key(self, event: Key) -> None:
        """Where Enter leads on, it goes up to the view."""
        if event.key == "enter" and self.enter_leads_on:
            event.prevent_default()

    @property
    def enter_leads_on(self) -> bool:
        """Whether no word stands in it, or the last two lines were left free."""
        last, line = self.document.line_count - 1, self.document.get_line
        below = last > 1 and self.cursor_location == (last, 0) and not line(last) + line(last - 1)
        return below or not self.text.strip()

    def on_text_area_changed(self) -> None:
        """Enter may have another name now."""
        if self._led_on is not (led_on := self.enter_leads_on):
            self._led_on = led_on
            self.refresh_bindings()

    def on_text_area_selection_changed(self) -> None:
        """The same; and the row that is written on is seen, in a small window, too."""
        self.on_text_area_changed()
        if self.has_focus:
            self.call_after_refresh(self._bring_cursor)

    def _bring_cursor(self) -> None:
        bring(self, self.cursor_screen_offset.y - self.content_region.y, 1)

    def trim(self) -> None:
        """Without lines left free at the end."""
        if (text := self.text.rstrip("\n")) != self.text:
            self.load_text(text)

    def edit(self, edit: Edit) -> EditResult:
        """In the frame that shows a letter, the bar below no longer calls all saved."""
        result = super().edit(edit)
        cast("CourseApp", self.app).show_status()
        return result

    def add(self, words: str) -> None:
        """Put words behind what is there."""
        words = opening(words)
        text = clean(f"{self.text}\n{words}" if self.text.strip() else words)
        if len(text) > LIMIT:
            self.post_message(Full())
        self.load_text(text[:LIMIT])

    def on_mount(self) -> None:
        """What was begun is gone on with; but the question is read first."""
        with self.prevent(self.SelectionChanged):
            self.move_cursor(self.document.end)

    def load_text(self, text: str) -> None:
        """Without what a terminal would obey; the cursor comes behind it."""
        super().load_text(clean(text))
        self.move_cursor(self.document.end)

    def on_paste(self, event: Paste) -> None:
        """The same."""
        event.text = clean(event.text)

    def _replace_via_keyboard(
        self, insert: str, start: Location, end: Location
    ) -> EditResult | None:
        room = LIMIT - len(self.text) + len(self.get_text_range(start, end))
        if len(insert) > room:
            self.post_message(Full())
        return super()._replace_via_keyboard(insert[: max(0, room)], start, end)
