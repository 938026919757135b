"""One cell of a learner's table, in words."""

from __future__ import annotations

from course.content.prompts import Column
from course.language import _
from course.notebook.units import Cell, Row


def cell_text(row: Row, column: Column) -> str:
    """What the row holds in this column; empty when it holds nothing."""
    value = row.cells.get(column.id, "")
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, int):
        return rating(value, 100 if column.shape == "0-100" else 10)
    return next((entry.text for entry in column.menu if entry.id == value), value)


def rating(value: int, high: int) -> str:
    """A number on its scale."""
    return _("{value} of {high}").format(value=value, high=high)


def bare_text(value: Cell) -> str:
    """A cell of a column no lesson knows any more."""
    if isinstance(value, bool):
        return _("yes") if value else ""
    return str(value)
