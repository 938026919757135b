"""A table that grows row by row: asked column by column, and kept from its first cell on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from course.content.prompts import Rows
from course.language import N_, _
from course.notebook.answers import Answer, Tabled
from course.notebook.units import Cell, Row, Units
from course.session.session import Session
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.cell import CellForm
from course.ui.widgets.prompts.row_words import cells_so_far, row_words
from course.ui.widgets.prompts.units import ADD, ON, UnitsView


class RowsView(UnitsView[Rows, Row]):
    """My rows; or, while one is being written, one column of it at a time."""

    BINDINGS = [
        *UnitsView.BINDINGS,
        Binding("enter", "add", N_("Add one"), key_display="Enter"),
        Binding("enter", "pick", N_("Pick it"), key_display="Enter"),
        Binding("enter", "new_line", N_("New line"), key_display="Enter"),
        Binding("enter", "take_cell", N_("Next"), key_display="Enter"),
        Binding("tab", "leave_field", N_("Next"), key_display="Tab"),
        Binding("left,b", "column_back", N_("Back"), key_display="←"),
        Binding("shift+tab", "column_back", N_("Back"), key_display="Shift+Tab"),
        Binding("escape", "close", N_("Leave this row"), key_display="Esc"),
    ]

    def __init__(self, prompt: Rows, session: Session) -> None:
        super().__init__(prompt, session)
        self._open = ""
        """The row that is written; ``ADD`` for one that has no cell yet."""
        self._column = 0

    def compose(self) -> ComposeResult:
        """The rows; the form comes and goes. Where there is no row, it is there at once."""
        yield Page(id="cells")
        if not self.present:
            self._open = ADD
            yield self._form_of(0)
        yield Choices(id="mine")
        yield Page(id="count")

    def on_mount(self) -> None:
        """Show what is there."""
        self.show_mine(ON if self.enough else ADD)
        if self._open:
            self._show_form()

    def first_focus(self) -> Widget | None:
        """The form, or the list."""
        return self._form.first_focus() if self._form else self.mine

    # The table as an answer

    @property
    def units(self) -> Units[Row]:
        """All rows."""
        answer = self.answer
        return answer.rows if isinstance(answer, Tabled) else ()

    def answer_with(self, units: Units[Row]) -> Answer:
        """These rows."""
        before = self.answer if isinstance(self.answer, Tabled) else Tabled()
        return before.model_copy(update={"rows": units})

    def words(self, unit: Row) -> Content:
        """All its cells on a line."""
        return row_words(self.prompt.columns, unit.cells)

    def ways_on(self) -> list[Choice]:
        """Another row, and on."""
        words = _("Add another") if self.present else _("Add the first one")
        add = Choice(ADD, Content.styled(f"+ {words}", "bold"), plain=True)
        return [*([] if self.full else [add]), *super().ways_on()]

    def news(self) -> None:
        """Rows came, went or changed; the form is left alone."""
        self.show_mine()

    # Which keys

    @property
    def _form(self) -> CellForm | None:
        return next(iter(self.query(CellForm)), None) if self._open else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The form has other keys than the list."""
        form = self._form if self.is_mounted else None
        if action in ("pick", "take_cell", "new_line"):
            return form is not None and form.enter == action
        if action == "leave_field":
            return form is not None and form.enter == "new_line"
        if action in ("close", "column_back"):
            return form is not None and bool(self._open != ADD or self.present)
        if action == "add":
            here = self.mine.here if self.is_mounted and self.mine.has_focus else None
            return here is not None and here.id == ADD
        return super().check_action(action, parameters)

    # The form

    async def action_add(self) -> None:
        """A new row."""
        await self._ask(ADD, 0)

    async def action_open(self) -> None:  # type: ignore[override]
        """Enter on a row: its cells again, one after the other."""
        if (unit := self.unit_here()) is not None:
            await self._ask(unit.id, 0)

    async def _ask(self, unit_id: str, number: int) -> None:
        """Show one column of the row."""
        old, self._open, self._column = self._form, unit_id, number
        form = self._form_of(number)
        with self.app.batch_update():  # the old cell and the new one never half and half
            await self.mount(form, after="#cells")
            if (first := form.first_focus()) is not None:
                self.screen.set_focus(first, scroll_visible=False)
            self._show_form()
            if old is not None:
                form.go_on_typing(old.surplus())
                await old.remove()

    def _form_of(self, number: int) -> CellForm:
        column, cells = self.prompt.columns[number], self._cells()
        skip = super().ways_on() if self._open == ADD and not self.present else []
        lines = self.session.lines_of(column.source) if column.source else ()
        used = [] if number else [str(row.cells.get(column.id, "")) for row in self.present]
        left = tuple(line for line in lines if line not in used)
        return CellForm(column, cells.get(column.id), left, skip)

    def _show_form(self, there: bool = True) -> None:
        cells = cells_so_far(self.prompt.columns, self._column, self._cells()) if there else []
        self.query_one("#cells", Page).show(cells)
        self.mine.display = self.query_one("#count").display = not there
        self.refresh_bindings()

    def _cells(self) -> dict[str, Cell]:
        return next((dict(unit.cells) for unit in self.units if unit.id == self._open), {})

    def action_pick(self) -> None:
        """Enter in the menu: its words into the field."""
        if self._form is not None:
            self._form.picks()

    def action_leave_field(self) -> None:
        """From a field of several lines to the way on below it."""
        self.screen.focus_next()

    async def action_take_cell(self) -> None:
        """Enter: keep this cell, ask the next; after the last, back to the list."""
        if self._form is None:
            return
        self._keep(self._form.taken())
        if self._column + 1 < len(self.prompt.columns):
            await self._ask(self._open, self._column + 1)
        else:
            await self._close(ON if self.enough else ADD)

    async def action_column_back(self) -> None:
        """The column before; before the first, the list."""
        self.settle()
        if self._column:
            await self._ask(self._open, self._column - 1)
        else:
            await self._close(self._open)

    async def action_close(self) -> None:
        """Leave the row as it is. What was typed is kept, and Enter on the row goes on with it."""
        self.settle()
        await self._close(self._open)

    async def _close(self, at: str) -> None:
        form, self._open = self._form, ""
        with self.app.batch_update():
            self._show_form(False)
            self.show_mine(at)
            self.screen.set_focus(self.mine, scroll_visible=False)
            if form is not None:
                await form.remove()

    # Keeping

    def settle(self) -> None:
        """What is in the form goes into its row."""
        if self.is_mounted and self._form is not None:
            self._keep(self._form.value())

    def _keep(self, value: Cell | None) -> None:
        column, cells = self.prompt.columns[self._column], self._cells()
        fresh = {name: cell for name, cell in cells.items() if name != column.id}
        if value is not None:
            fresh[column.id] = value
        if fresh == cells:
            return
        units = self.session.pen.replaced(self.units, self._open, cells=fresh)
        if self._open == ADD:
            row = self.session.pen.row(fresh)
            self._open, units = row.id, (*self.units, row)
        self.say(self.answer_with(units))
