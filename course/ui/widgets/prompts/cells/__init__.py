"""One column of one row, asked by the shape of what it holds."""

from __future__ import annotations

from course.ui.widgets.prompts.cells.day import DayForm
from course.ui.widgets.prompts.cells.field import FieldForm
from course.ui.widgets.prompts.cells.fixed import OneOfForm, TickForm
from course.ui.widgets.prompts.cells.form import Asked, CellForm
from course.ui.widgets.prompts.cells.number import NumberForm


def form_of(asked: Asked) -> CellForm:
    """The form for the shape of a column."""
    match asked.column.shape:
        case "0-10" | "0-100":
            return NumberForm(asked)
        case "one-of":
            return OneOfForm(asked)
        case "tick":
            return TickForm(asked)
        case "date":
            return DayForm(asked)
        case _:
            return FieldForm(asked)
