"""One column of one row, asked by the shape of what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widget import Widget

from course.content.prompts import Column
from course.language import N_, _
from course.notebook.units import Cell
from course.text import clean, shown_line
from course.ui.flow import own
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.field import Area, Field
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.view import option_choice, quiet
from course.ui.widgets.remark import BLANK
from course.ui.widgets.scale import Scale

_HINTS = {
    "phone": N_("A phone number"),
    "hours": N_("When to call"),
    "date": N_("A day, like 2026-05-31"),
    "person": N_("A name or a nickname"),
    "week": N_("Days and times, like Tuesday 6 pm"),
}
_NEXT = "+next"


class CellForm(VerticalGroup):
    """A field, a list or a row of numbers."""

    DEFAULT_CSS = "CellForm { height: auto; }"

    def __init__(
        self,
        column: Column,
        value: Cell | None,
        own_lines: Sequence[str],
        ways_on: Sequence[Choice] = (),
    ) -> None:
        super().__init__()
        self._ways_on = tuple(ways_on)
        self.column, self._value = column, value
        self._own_lines = tuple(own_lines)

    def compose(self) -> ComposeResult:
        """By shape."""
        shape, value = self.column.shape, self._value
        if shape in ("0-10", "0-100"):
            number = value if isinstance(value, int) and not isinstance(value, bool) else None
            yield Scale(number, high=100 if shape == "0-100" else 10)
        elif shape in ("tick", "one-of"):
            yield Choices(self._fixed(), id="fixed")
        else:
            yield from self._written("" if value is None else str(value))

    def _fixed(self) -> list[Choice]:
        if self.column.shape == "one-of":
            return [option_choice(o, self._mark(o.text)) for o in self.column.menu]
        ways = ((True, _("Yes")), (False, _("Not yet")))
        return [Choice(str(tick), Content(words), self._mark(tick)) for tick, words in ways]

    def _mark(self, value: Cell) -> str:
        return "(•)" if self._value == value and self._value is not None else "( )"

    def _written(self, text: str) -> ComposeResult:
        hint = _(_HINTS.get(self.column.shape, N_("Write it here")))
        if self.column.shape == "long":
            yield Area(text, placeholder=hint)
        else:
            yield Field(text, placeholder=hint)
        menu = self._menu()
        if menu:
            yield Page([BLANK, quiet(_("Or pick one, and make it yours"), gap=0)])
        on = [Choice(_NEXT, Content.styled("→ " + _("Next"), "bold"), plain=True)]
        below = [*menu, *(on if self.column.shape == "long" else []), *self._ways_on]
        if below:
            yield Choices(below, id="menu")

    def _menu(self) -> list[Choice]:
        lines = dict.fromkeys(shown_line(line) for line in self._own_lines)
        mine = [Choice(f"+{number}", own(line)) for number, line in enumerate(lines)]
        return mine + [option_choice(o) for o in self.column.menu if o.text not in lines]

    def first_focus(self) -> Widget | None:
        """A menu first, where nothing is written yet."""
        lists = self.query("#menu")
        if lists and not self._value and self._menu():
            return lists.first()
        return next((one for one in self.query(Widget) if one.focusable), None)

    def picks(self) -> bool:
        """Enter on an entry of the menu: put its words into the field. False on anything else."""
        here = self._menu_here()
        if here is None or here.plain:
            return False
        field = self.query(Widget).filter("Field, Area").first()
        if isinstance(field, Area):
            field.add(here.words.plain)
        elif isinstance(field, Field):
            field.fill(here.words.plain)
        field.focus(scroll_visible=False)
        return True

    def _menu_here(self) -> Choice | None:
        focused = self.screen.focused
        return focused.here if isinstance(focused, Choices) and focused.id == "menu" else None

    @property
    def enter(self) -> str:
        """What Enter does now: pick an entry, begin a line, or take the cell."""
        if isinstance(self.screen.focused, Area):
            return "new_line"
        here = self._menu_here()
        if here is None or here.id == _NEXT:
            return "take_cell"
        return "go_on" if here in self._ways_on else "pick"

    def surplus(self) -> str:
        """What was typed after Enter, before this form gave way to the next."""
        return next((field.value for field in self.query(Field) if field.was_taken), "")

    def go_on_typing(self, text: str) -> None:
        """Take in what was meant for this form and typed into the one before."""
        for field in self.query(Field) if text else ():
            field.fill(field.value + text)
            field.focus(scroll_visible=False)

    def value(self) -> Cell | None:
        """What it holds now; None when nothing."""
        for scale in self.query(Scale):
            return scale.value
        for area in self.query(Area):
            return clean(area.text).strip() or None
        for field in self.query(Field):
            return clean(field.value).strip() or None
        return self._value

    def taken(self) -> Cell | None:
        """What Enter takes: of a field what stood there then, of a fixed list what is lit."""
        for field in self.query(Field):
            return clean(field.take()).strip() or None
        for fixed in self.query("#fixed").results(Choices):
            if fixed.here is not None:
                tick = self.column.shape == "tick"
                return fixed.here.id == "True" if tick else fixed.here.words.plain
        return self.value()
