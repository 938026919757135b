"""Tiles one under the other, drawn as one widget: what Help now and the plan are made of.

The highlighted tile carries a bar at its left, so that the highlight is a shape and not a colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from course.language import N_
from course.ui.flow import Piece, lines_laid
from course.ui.widgets.stack import Stack


@dataclass(frozen=True, slots=True)
class Tile:
    """Something to read that belongs together."""

    id: str
    pieces: tuple[Piece, ...]
    colour: str = "$primary"
    """Of the bar."""


class Tiles(Stack[Tile]):
    """Up and Down move the highlight, and scroll through a tile that is taller than the window."""

    BINDINGS = [
        Binding("up", "move(-1)", N_("Move"), key_display="↑↓"),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-999)", show=False),
        Binding("end", "move(999)", show=False),
        Binding("enter", "pick", show=False),
    ]

    @dataclass
    class Picked(Message):
        """Somebody pressed Enter on a tile."""

        tile_id: str

    def show(self, things: Sequence[Tile], *, at: str | None = None) -> None:
        """Other tiles; the highlight goes to ``at``, or stays with the tile it was on."""
        super().show(things, at=at)
        self.call_after_refresh(self._bring, 0)

    @property
    def tile_id(self) -> str:
        """The one that is highlighted."""
        return self.here.id if self.here else ""

    def action_move(self, by: int) -> None:
        """To the next tile, or through this one while a part of it is out of view."""
        if abs(by) == 1 and self._scrolled(by):
            return
        self.highlighted = max(0, min(len(self._things) - 1, self.highlighted + by))
        self._bring(by)

    def action_pick(self) -> None:
        """Enter."""
        if self._things:
            self.post_message(self.Picked(self.tile_id))

    def pick(self) -> None:
        """A second click is Enter, and waits for its turn like any key."""
        self.app.simulate_key("enter")

    def _scrolled(self, by: int) -> bool:
        holder, here = self._holder(), self._place(self.highlighted)
        top, room = holder.scroll_offset.y, holder.scrollable_content_region.height
        hidden = here.bottom - (top + room) if by > 0 else top - here.y
        if hidden <= 0:
            return False
        holder.scroll_to(y=top + by * min(hidden, max(1, room - 2)), animate=False, immediate=True)
        return True

    def _bring(self, by: int) -> None:
        """Bring the highlight into view; of a tall tile the end that was come to first."""
        if not self._things or not self.is_attached:
            return
        holder, here = self._holder(), self._place(self.highlighted)
        top, room = holder.scroll_offset.y, holder.scrollable_content_region.height
        if here.y < top or here.bottom > top + room:
            above = here.bottom - room
            upper = here.y if self.highlighted else 0
            tall_from_below = here.height > room and by < 0
            fits_below = here.height <= room and here.y >= top
            holder.scroll_to(
                y=above if tall_from_below or fits_below else upper, animate=False, immediate=True
            )

    def _holder(self) -> Widget:
        assert isinstance(self.parent, Widget)
        return self.parent

    def _place(self, number: int) -> Region:
        return self.region_of(number).translate(self.virtual_region.offset)

    def drawn(self, number: int, width: int, *, lit: bool) -> list[Content]:
        """One tile between its upper and its lower edge."""
        tile = self._things[number]
        ground = "$raised" if lit else "$surface"
        bar = Content.styled("▌ ", tile.colour) if lit else Content("  ")
        lines = [
            (bar + line)
            .pad_right(max(0, width - 2 - line.cell_length))
            .stylize_before(f"on {ground}")
            for line in lines_laid(tile.pieces, width - 4)
        ]
        top, bottom = (Content.styled(half * width, ground) for half in "▄▀")
        return [top, *lines, bottom]
