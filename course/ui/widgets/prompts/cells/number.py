"""A column that holds a number."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widget import Widget

from course.notebook.units import Cell
from course.ui.flow import BLANK
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.cells.form import Asked, CellForm
from course.ui.widgets.scale import Scale


class NumberForm(CellForm):
    """A row of numbers."""

    def __init__(self, asked: Asked) -> None:
        held = asked.held
        number = held if isinstance(held, int) and not isinstance(held, bool) else None
        super().__init__(asked)
        self._scale = Scale(number, high=100 if asked.column.shape == "0-100" else 10)

    def compose(self) -> ComposeResult:
        """The row, then the way on."""
        yield self._scale
        yield Page([BLANK])
        yield self.list

    def on_mount(self) -> None:
        """The way on follows the number."""
        self.watch(self._scale, "value", self.changed, init=False)

    def first_focus(self) -> Widget:
        """The row."""
        return self._scale

    def value(self) -> Cell | None:
        """The number."""
        return self._scale.value
