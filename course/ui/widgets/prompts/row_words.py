"""A row of a table in words: on one line, or as far as it has been asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from course.content.prompts import Column
from course.language import _
from course.notebook.units import Cell
from course.plan.dates import in_full
from course.text import shown_line
from course.ui.flow import BLANK, Piece, own


def row_words(columns: Sequence[Column], cells: Mapping[str, Cell]) -> Content:
    """All its cells on a line."""
    parts: list[Content] = []
    for column in columns:
        if column.id in cells:
            parts.append(_before(column, bool(parts)) + cell_words(column, cells[column.id]))
    return Content().join(parts)


def cells_so_far(columns: Sequence[Column], number: int, cells: Mapping[str, Cell]) -> list[Piece]:
    """The cells before this column, then its title."""
    pieces = []
    for column in columns[:number]:
        if column.id in cells:
            cell = cells[column.id]
            ticked = isinstance(cell, bool)  # its words hold the title
            title = Content() if ticked else Content.styled(f"{column.title}: ", "$secondary")
            pieces.append(Piece(cell_words(column, cell), title, gap=0))
    count = _("{number} of {all}").format(number=number + 1, all=len(columns))
    asked = Content.assemble((columns[number].title, "bold"), ("  " + count, "$secondary"))
    return [*pieces, *([BLANK] if pieces else []), Piece(asked, gap=0)]


def _before(column: Column, after: bool) -> Content:
    if not after:
        return Content()
    if column.shape in ("0-10", "0-100"):
        return Content("  ")
    return Content.styled(" → " if column.shape in ("text", "long") else " · ", "$secondary")


def cell_words(column: Column, cell: Cell) -> Content:
    """A cell on one line."""
    if isinstance(cell, bool):
        return Content(f"✓ {column.title}" if cell else f"○ {column.title}: {_('not yet')}")
    if isinstance(cell, int):
        return Content.styled(f"({cell})", "$secondary")
    return own(shown_line(in_full(cell) if column.shape == "date" else cell))
