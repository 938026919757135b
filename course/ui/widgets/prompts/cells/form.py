"""One column of one row: what all its forms share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget

from course.content.prompts import Column
from course.content.prose import Line
from course.language import _
from course.notebook.units import Cell
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.field import Area, Field
from course.ui.widgets.prompts.view import way_on

Way = Literal["leave_cell", "close", "go_on"]
"""What leaving it empty does: the next column is asked, the row is left, or the prompt is."""
_NEXT = "+next"


@dataclass(frozen=True, slots=True)
class Asked:
    """A column, and what there is to answer it with."""

    column: Column
    held: Cell | None
    menu: tuple[Line, ...]
    today: date
    way: Way = "leave_cell"


class CellForm(VerticalGroup):
    """What all shapes share: a list, and at its end the way on, which also leaves a cell empty."""

    DEFAULT_CSS = "CellForm { height: auto; }"

    may_be_empty: ClassVar[bool] = True
    """Whether it says something else than any of its answers when it is left empty."""

    def __init__(self, asked: Asked, entries: Sequence[Choice] = (), at: str = "") -> None:
        super().__init__()
        self.asked, self._entries = asked, tuple(entries)
        self._empty = asked.held is None
        self.list = Choices(self._lines(), at=at)

    def _lines(self) -> list[Choice]:
        if not self.may_be_empty:
            return [*self._entries]
        empty = _("Leave empty") if self.asked.way == "leave_cell" else _("Go on without")
        return [*self._entries, way_on(empty if self._empty else _("Next"), _NEXT)]

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self.list

    def changed(self) -> None:
        """Words came or went: Enter and the way on may have other names now."""
        if self._empty is not (empty := self.value() is None):
            self._empty = empty
            self.list.show(self._lines())

    def first_focus(self) -> Widget:
        """Where the keys go at first."""
        return self.list

    @property
    def here(self) -> Choice | None:
        """The entry that is highlighted while the list has the keys; None on the way on."""
        here = self.list.here if self.screen.focused is self.list else None
        return None if here is None or here.id == _NEXT else here

    @property
    def enter(self) -> str:
        """What Enter does now."""
        if (here := self.here) is not None:
            return self.enter_on(here)
        return "take_cell" if self.value() is not None else self.asked.way

    def enter_on(self, here: Choice) -> str:
        """What Enter does on an entry."""
        return "take_cell"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it, and may be."""
        return self.may_be_empty and self.value() is None

    def value(self) -> Cell | None:
        """What it holds now; None when nothing."""
        return self.asked.held

    def taken(self) -> Cell | None:
        """What Enter takes."""
        return self.value()

    def left(self) -> Cell | None:
        """What stays when it is left as it is."""
        return self.value()

    # What only a field has

    @property
    def field(self) -> Field | Area | None:
        """The field to write in."""
        return None

    def picks(self) -> None:
        """Enter on an entry of a menu: its words into the field."""

    def surplus(self) -> str:
        """What was typed after Enter, before this form gave way to the next."""
        return ""

    def go_on_typing(self, text: str) -> None:
        """Take in what was meant for this form and typed into the one before."""
