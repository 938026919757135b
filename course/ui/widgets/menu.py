"""A list to pick from, drawn as one widget: a bar and a raised row show the highlight, by shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from course.language import N_
from course.ui.flow import NOTHING, Piece, lines_laid


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, or a few, of the list."""

    id: str
    words: Content
    under: Content = NOTHING
    """A second, quieter line."""
    tail: Content = NOTHING
    """At the right end of the first line."""
    mark: Content = NOTHING
    """Before the words, e.g. a state shown by its shape."""
    key: str = ""
    """The digit that moves the highlight here."""
    gap: int = 0
    """Empty lines above."""


class Menu(Widget, can_focus=True):
    """Up, down and digits move the highlight; Enter picks."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-999)", show=False),
        Binding("end", "move(999)", show=False),
        Binding("enter", "pick", N_("Choose"), key_display="Enter"),
    ]
    DEFAULT_CSS = "Menu { height: auto; width: 1fr; }"

    highlighted: reactive[int] = reactive(0)

    @dataclass
    class Picked(Message):
        """Somebody pressed Enter on an entry."""

        menu: Menu
        entry_id: str

        @property
        def control(self) -> Menu:
            """For ``@on`` with a selector."""
            return self.menu

    class Moved(Message):
        """The highlight is somewhere else now."""

    def __init__(
        self, entries: Sequence[Entry] = (), *, at: str = "", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._entries = tuple(entries)
        self.set_reactive(Menu.highlighted, self._index(at))

    def show(self, entries: Sequence[Entry], *, at: str | None = None) -> None:
        """Other entries; the highlight goes to ``at``, or stays with the entry it was on."""
        stays = self.entry.id if self.entry and at is None else at or ""
        self._entries = tuple(entries)
        self.highlighted = self._index(stays)
        self.refresh(layout=True)

    @property
    def entry(self) -> Entry | None:
        """The one that is highlighted."""
        return self._entries[self.highlighted] if self._entries else None

    def _index(self, entry_id: str) -> int:
        ids = [entry.id for entry in self._entries]
        return ids.index(entry_id) if entry_id in ids else 0

    def action_move(self, by: int) -> None:
        """Up or down; stays at the ends."""
        if self._entries:
            self.highlighted = max(0, min(len(self._entries) - 1, self.highlighted + by))

    def action_pick(self) -> None:
        """Enter."""
        if self.entry is not None:
            self.post_message(self.Picked(self, self.entry.id))

    def on_key(self, event: Key) -> None:
        """A digit moves to the entry that shows it."""
        keys = [entry.key for entry in self._entries]
        if event.character and event.character in keys:
            self.highlighted = keys.index(event.character)
            event.stop()

    def on_click(self, event: Click) -> None:
        """A click highlights; a click on the highlight picks."""
        for number in range(len(self._entries)):
            region = self._region(number)
            if region.y <= event.y < region.bottom:
                if number == self.highlighted:
                    self.action_pick()
                self.highlighted = number

    def watch_highlighted(self) -> None:
        """Keep it in view, and say so."""
        self.post_message(self.Moved())
        self.call_after_refresh(self._show_highlight)

    def _show_highlight(self) -> None:
        if self._entries and (holder := self.parent) is not None and isinstance(holder, Widget):
            region = self._region(self.highlighted).translate(self.virtual_region.offset)
            if self.highlighted == 0:
                holder.scroll_to(y=0, animate=False)
            else:
                holder.scroll_to_region(region, animate=False)

    def _region(self, number: int) -> Region:
        width = self.content_size.width
        top = sum(len(self._lines(n, width)) for n in range(number))
        return Region(0, top, width, len(self._lines(number, width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All rows of all entries."""
        return sum(len(self._lines(number, width)) for number in range(len(self._entries)))

    def render(self) -> RenderResult:
        """All entries, the highlighted one raised."""
        width = self.content_size.width
        lines = [line for n in range(len(self._entries)) for line in self._lines(n, width)]
        return Content("\n").join(lines)

    def _lines(self, number: int, width: int) -> list[Content]:
        entry, lit = self._entries[number], number == self.highlighted
        fill = "on $raised" if lit else ""
        bar = Content.styled("▌ ", "$primary") if lit else Content("  ")
        head = bar + (entry.mark + Content(" ") if entry.mark else Content())
        space = Content(" " * (head.cell_length - bar.cell_length))
        pieces = [
            Piece(entry.words.stylize("bold") if lit else entry.words, head, bar + space, 0, fill)
        ]
        if entry.under:
            pieces.append(Piece(entry.under, bar + space, bar + space, 0, fill))
        lines = lines_laid(pieces, width - _tail_width(entry))
        lines[0] = _with_tail(lines[0], entry.tail, width, fill)
        lines[1:] = [_with_tail(line, Content(), width, fill) for line in lines[1:]]
        return [Content()] * entry.gap + lines


def _tail_width(entry: Entry) -> int:
    return entry.tail.cell_length + 2 if entry.tail else 1


def _with_tail(line: Content, tail: Content, width: int, fill: str) -> Content:
    whole = line.pad_right(max(0, width - line.cell_length - tail.cell_length - 1)) + tail
    whole = whole.pad_right(max(0, width - whole.cell_length))
    return whole.stylize_before(fill) if fill else whole
