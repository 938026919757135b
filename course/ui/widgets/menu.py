"""A list to pick from, drawn as one widget: a bar and a raised row show the highlight, by shape."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget

from course.language import N_
from course.ui.flow import NOTHING, Piece, lines_laid
from course.ui.widgets.stack import Stack


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


def numbered(rows: dict[str, str]) -> list[Entry]:
    """A few things to choose from, with a digit each: what each is called, by its name."""
    return [
        Entry(name, Content(words), mark=Content(str(number)), key=str(number))
        for number, (name, words) in enumerate(rows.items(), start=1)
    ]


class Menu(Stack[Entry]):
    """Up, down and digits move the highlight; Enter picks."""

    BINDINGS = [
        Binding("up", "move(-1)", N_("Move"), key_display="↑↓"),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-999)", show=False),
        Binding("end", "move(999)", show=False),
        Binding("enter", "pick", N_("Choose"), key_display="Enter"),
    ]

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

    def action_move(self, by: int) -> None:
        """Up or down; stays at the ends."""
        if self._things:
            self.highlighted = max(0, min(len(self._things) - 1, self.highlighted + by))

    def action_pick(self) -> None:
        """Enter."""
        if self.here is not None:
            self.post_message(self.Picked(self, self.here.id))

    def on_key(self, event: Key) -> None:
        """A digit moves to the entry that shows it."""
        keys = [entry.key for entry in self._things]
        if event.character and event.character in keys:
            self.highlighted = keys.index(event.character)
            event.stop()

    def pick(self) -> None:
        """A second click is Enter, and waits for its turn like any key."""
        self.app.simulate_key("enter")

    def watch_highlighted(self) -> None:
        """Keep it in view, and say so."""
        self.post_message(self.Moved())
        self.call_after_refresh(self._show_highlight)

    def _show_highlight(self) -> None:
        if self._things and (holder := self.parent) is not None and isinstance(holder, Widget):
            region = self.region_of(self.highlighted).translate(self.virtual_region.offset)
            if self.highlighted == 0:
                holder.scroll_to(y=0, animate=False)
            else:
                holder.scroll_to_region(region, animate=False)

    def drawn(self, number: int, width: int, *, lit: bool) -> list[Content]:
        """One entry, raised where the highlight is."""
        entry = self._things[number]
        fill = "on $raised" if lit else ""
        bar = Content.styled("▌ ", "$primary") if lit else Content("  ")
        head = bar + self._mark(entry)
        space = Content(" " * (head.cell_length - bar.cell_length))
        pieces = [Piece(entry.words.stylize("bold") if lit else entry.words, head, bar + space, 0)]
        if entry.under:
            pieces.append(Piece(entry.under, bar + space, bar + space, 0))
        lines = lines_laid(pieces, width - _tail_width(entry))
        lines[0] = _with_tail(lines[0], entry.tail, width, fill)
        lines[1:] = [_with_tail(line, Content(), width, fill) for line in lines[1:]]
        return [Content()] * entry.gap + lines

    def _mark(self, entry: Entry) -> Content:
        """A state by its shape, or the digit that is the key; of two digits none can be one."""
        if entry.mark.plain != entry.key:
            return entry.mark + Content(" ") if entry.mark else NOTHING
        key = entry.key if len(entry.key) == 1 else ""
        return Content.styled(key.ljust(3), "bold $accent") if entry.key else NOTHING


def _tail_width(entry: Entry) -> int:
    return entry.tail.cell_length + 2 if entry.tail else 1


def _with_tail(line: Content, tail: Content, width: int, fill: str) -> Content:
    whole = line.pad_right(max(0, width - line.cell_length - tail.cell_length - 1)) + tail
    whole = whole.pad_right(max(0, width - whole.cell_length))
    return whole.stylize_before(fill) if fill else whole
