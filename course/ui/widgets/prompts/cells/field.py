"""A column that holds words."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from course.language import N_, _
from course.notebook.units import Cell
from course.session.said import FORMS
from course.text import clean
from course.ui.flow import BLANK
from course.ui.widgets.choice import Choice
from course.ui.widgets.field import Area, Field, opening
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.cells.form import Asked, CellForm
from course.ui.widgets.prompts.units import OR_PICK
from course.ui.widgets.prompts.view import line_choice, quiet


class FieldForm(CellForm):
    """A field to write in, and a menu to pick from and make one's own."""

    def __init__(self, asked: Asked, entries: Sequence[Choice] = (), hint: str = "") -> None:
        super().__init__(asked, [*entries, *(line_choice(line) for line in asked.menu)])
        self._shown = self.shown().strip()
        hint = hint or FORMS.get(asked.column.shape, N_("Write it here"))
        kind = Area if asked.column.shape == "long" else Field
        self._field = kind(self._shown, placeholder=_(hint))

    def compose(self) -> ComposeResult:
        """The field, then what can be picked."""
        yield self._field
        yield Page([BLANK, *([quiet(_(OR_PICK), gap=0)] if self._entries else [])])
        yield self.list

    @on(Field.Changed)
    @on(Area.Changed)
    def _typed(self) -> None:
        self.changed()

    def first_focus(self) -> Widget:
        """A menu first, where nothing is written yet."""
        return self.list if self._entries and not self._shown else self._field

    @property
    def field(self) -> Field | Area:
        """The field."""
        return self._field

    @property
    def enter(self) -> str:
        """In a field of several lines it begins the next."""
        field = self._field
        begun = isinstance(field, Area) and not field.enter_leads_on
        return "new_line" if begun and self.screen.focused is field else super().enter

    def enter_on(self, here: Choice) -> str:
        """An entry is picked, and made one's own."""
        return "pick"

    def picks(self) -> None:
        """Its words into the field, or behind what stands there."""
        if (here := self.here) is None:
            return
        if isinstance(self._field, Area):
            self._field.add(here.words.plain)
        else:
            self._field.fill(opening(here.words.plain))
        self._field.focus(scroll_visible=False)

    def surplus(self) -> str:
        """The rest of a field of one line."""
        field = self._field
        return field.value if isinstance(field, Field) and field.was_taken else ""

    def go_on_typing(self, text: str) -> None:
        """Behind what stands in the field of one line."""
        if text and isinstance(self._field, Field):
            self._field.fill(self._field.value + text)
            self._field.focus(scroll_visible=False)

    # What it holds

    def shown(self) -> str:
        """What stands in the field at first."""
        return "" if self.asked.held is None else clean(str(self.asked.held))

    def read(self, text: str) -> Cell:
        """What was typed, as it is kept."""
        return text

    def _read(self, text: str) -> Cell | None:
        text = clean(text).strip()
        if text == self._shown:
            return self.asked.held
        return self.read(text) if text else None

    def value(self) -> Cell | None:
        """What stands in the field."""
        field = self._field
        return self._read(field.text if isinstance(field, Area) else field.value)

    def taken(self) -> Cell | None:
        """What stood there when Enter was pressed."""
        return self._read(self._field.take()) if isinstance(self._field, Field) else self.value()

    def left(self) -> Cell | None:
        """The same, in the field."""
        return self.taken() if self.screen.focused is self._field else self.value()
