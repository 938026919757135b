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
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.cells import form_of
from course.ui.widgets.prompts.cells.form import Asked, CellForm, Way
from course.ui.widgets.prompts.row_words import cells_so_far, row_words
from course.ui.widgets.prompts.units import ADD, ON, UnitsView
from course.ui.widgets.sight import bring_all

_OF_FORM = {
    *("pick", "take_cell", "leave_cell", "keep_cell", "new_line", "leave_field"),
    *("column_back", "close"),
}


class RowsView(UnitsView[Rows, Row]):
    """My rows; or, while one is being written, one column of it at a time."""

    BINDINGS = [
        *UnitsView.BINDINGS,
        Binding("enter", "add", N_("Add one"), key_display="Enter"),
        Binding("enter", "pick", N_("Pick it"), key_display="Enter"),
        Binding("enter", "new_line", N_("New line"), key_display="Enter"),
        Binding("enter", "take_cell", N_("Next"), key_display="Enter"),
        Binding("enter", "leave_cell", N_("Leave empty"), key_display="Enter"),
        Binding("enter", "close", N_("Go on without"), key_display="Enter"),
        Binding("tab", "leave_field", N_("Next"), key_display="Tab"),
        Binding("right", "leave_cell", N_("Leave empty"), key_display="→"),
        Binding("right", "keep_cell", N_("Next"), show=False),
        Binding("left,b", "column_back", N_("Back"), key_display="←"),
        Binding("shift+tab", "column_back", N_("Back"), key_display="Shift+Tab"),
        Binding("escape", "close", N_("Leave row"), key_display="Esc"),
    ]

    def __init__(self, prompt: Rows, session: Session, at: tuple[str, int] | None = None) -> None:
        """``at`` begins in the middle: at a row, and the number of one of its columns."""
        super().__init__(prompt, session)
        self._so_far = Page()
        self._open, self._column = at or ("" if self.present else ADD, 0)
        """The row that is written (``ADD`` for one that has no cell yet), and which column of it.
        Where there is no row, a first one is begun at once."""
        self._form = self._form_of(self._column) if self._open else None
        """It comes and goes."""

    def compose(self) -> ComposeResult:
        """The rows, or the form."""
        yield self._so_far
        if self._form is not None:
            yield self._form
        yield self.mine
        yield self.count

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The form has other keys than the list."""
        if self._form is not None:
            return self._allowed_in(self._form).get(action, action == "step")
        if action == "add":
            here = self.mine.here if self.mine.has_focus else None
            return here is not None and here.id == ADD
        return action not in _OF_FORM and super().check_action(action, parameters)

    def _allowed_in(self, form: CellForm) -> dict[str, bool]:
        enter, way, begun = form.enter, form.asked.way, self._open != ADD
        return {
            **{name: enter == name for name in ("pick", "take_cell", "new_line", "go_on")},
            "leave_field": enter == "new_line",
            "leave_cell": enter == "leave_cell" or (begun and form.is_empty),
            "keep_cell": begun,
            "column_back": begun or way == "close",
            "close": begun or way == "close",
            "write": self.field_beside() is not None,
        }

    def field_beside(self) -> Widget | None:
        """The one of the form."""
        form = self._form
        return form.field if form is not None and self.screen.focused is form.list else None

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
        form = self._form = self._form_of(number)
        with self.app.batch_update():  # the old cell and the new one never half and half
            await self.mount(form, after=self._so_far)
            first = (form.field if self.typed_ahead else None) or form.first_focus()
            self.screen.set_focus(first, scroll_visible=False)
            self._show_form()
            if old is not None:
                form.go_on_typing(old.surplus())
                await old.remove()
        self.call_after_refresh(bring_all, form)

    def _form_of(self, number: int) -> CellForm:
        column, fixed = self.prompt.columns[number], self.prompt.columns[number].shape == "one-of"
        used = () if number or fixed else self.session.lines_of(self.prompt.id)
        way: Way = "leave_cell" if self._open != ADD else "close" if self.present else "go_on"
        menu, today = self.session.menu_of(column, used), self.session.today()
        return form_of(Asked(column, self._cells().get(column.id), menu, today, way))

    def _show_form(self, there: bool = True) -> None:
        cells = cells_so_far(self.prompt.columns, self._column, self._cells()) if there else []
        self._so_far.show(cells)
        self.mine.display = self.count.display = not there
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
        if self._form is not None:
            await self._turn_from(self._form.taken())

    async def action_leave_cell(self) -> None:
        """Enter or Right: the next, and here nothing."""
        if self._form is not None:
            await self._turn_from(self._form.left())

    async def action_keep_cell(self) -> None:
        """Right: the next, and here what is there."""
        await self.action_leave_cell()

    async def _turn_from(self, cell: Cell | None) -> None:
        self._keep(cell)
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
        await self._close(ON if self._open == ADD else self._open)

    async def _close(self, at: str) -> None:
        form, self._form, self._open = self._form, None, ""
        with self.app.batch_update():
            self._show_form(False)
            self.show_mine(at)
            self.screen.set_focus(self.mine, scroll_visible=False)
            if form is not None:
                await form.remove()

    # Keeping

    def settle(self) -> None:
        """What is in the form goes into its row."""
        if self._form is not None:
            self._keep(self._form.value())

    def half_said(self) -> bool:
        """Until Enter."""
        form = self._form
        return form is not None and self._cells_with(form.value()) != self._cells()

    def _cells_with(self, value: Cell | None) -> dict[str, Cell]:
        column = self.prompt.columns[self._column].id
        fresh = {name: cell for name, cell in self._cells().items() if name != column}
        return fresh if value is None else {**fresh, column: value}

    def _keep(self, value: Cell | None) -> None:
        fresh = self._cells_with(value)
        if fresh == self._cells():
            return
        units = self.session.pen.replaced(self.units, self._open, cells=fresh)
        if self._open == ADD:
            row = self.session.pen.row(fresh)
            self._open, units = row.id, (*self.units, row)
        self.say(self.answer_with(units))
