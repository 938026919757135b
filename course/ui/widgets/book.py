"""The pages of a lesson, one at a time: who turns to a page finds it laid out and painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual

from course.language import _
from course.ui.flow import NOTHING, Piece, lines_laid
from course.ui.widgets.laid import Laid


class Sheet:
    """One page: how far one is, and what it says. Laid out once for each width."""

    def __init__(self, number: int, of: int, pieces: Sequence[Piece]) -> None:
        self._number, self._of, self._pieces = number, of, pieces
        self._texts: dict[int, Content] = {}

    def text_at(self, width: int) -> Content:
        """All of it, one under the other."""
        if width not in self._texts:
            lines = [_how_far(self._number, self._of, width)]
            if self._pieces:
                lines += [NOTHING, *lines_laid(self._pieces, width)]
            self._texts[width] = Content("\n").join(lines)
        return self._texts[width]


def _how_far(number: int, of: int, width: int) -> Content:
    """A line that is thicker as far as one has come, and "7 of 11". It gives way to the words."""
    words = _("{number} of {all}").format(number=number, all=of)
    room = max(0, width - len(words) - 2)
    done = room * number // max(1, of)
    return Content.assemble(
        ("━" * done, "$primary"), ("─" * (room - done), "$scrollbar"), ("  " + words, "$secondary")
    )


class Book(Laid):
    """Shows one sheet. Not focusable: its container scrolls."""

    DEFAULT_CSS = "Book { height: auto; width: 1fr; margin-bottom: 1; text-wrap: nowrap; }"

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._fills = False
        self._strips: dict[tuple[Sheet, int], list[Strip]] = {}

    def turn_to(self, sheet: Sheet) -> None:
        """Show this one instead."""
        self._sheet = sheet
        self.draw_again()

    def fill(self, window: bool) -> None:
        """Whether it fills the window: turning to another page then repaints it, moving nothing."""
        if self._fills != window:
            self._fills = window
            self.refresh(layout=True)

    def make_ready(self, sheets: Iterable[Sheet]) -> None:
        """Paint what may be turned to next, while nobody waits for it, and let go of the rest."""
        if width := self.content_size.width:
            near = {self._sheet, *sheets}
            self._strips = {(sheet, width): self._painted(sheet) for sheet in near}

    def least_in(self, container: Size, width: int) -> int:
        """The window but for the margin below."""
        return max(0, container.height - self.styles.margin.bottom) if self._fills else 0

    def text_at(self, width: int) -> Content:
        """All of the sheet."""
        return self._sheet.text_at(width)

    @property
    def edge(self) -> int:
        """Rows at the end that say nothing: the lower edge of a panel, if it ends with one."""
        last = self.text_at(self.content_size.width).plain.rpartition("\n")[2]
        return int(not last.strip("▀ "))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The very strips that were painted: what a terminal needs of them is kept with them."""
        rows = self._painted(self._sheet)[crop.y : crop.bottom]
        empty = Strip.blank(self.size.width, self.visual_style.rich_style)
        rows += [empty] * (crop.height - len(rows))
        return [row.crop(crop.x, crop.right) for row in rows]

    def _painted(self, sheet: Sheet) -> list[Strip]:
        width = self.content_size.width
        if (sheet, width) not in self._strips:
            text, style = sheet.text_at(width), self.visual_style
            strips = Visual.to_strips(self, text, width, None, style, pad=True)
            background = self.background_colors[1]
            for each in self.get_line_filters():
                strips = [strip.apply_filter(each, background) for strip in strips]
            self._strips[sheet, width] = strips
        return self._strips[sheet, width]

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._strips.clear()
