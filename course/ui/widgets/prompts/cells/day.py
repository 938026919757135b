"""A column that holds a day."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

from course.language import N_
from course.notebook.units import Cell
from course.plan.dates import in_full, written
from course.session.days import days_offered, read_day
from course.ui.flow import BLANK
from course.ui.widgets.choice import Choice
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.cells.field import FieldForm
from course.ui.widgets.prompts.cells.form import Asked

_DAY = "+day "
"""Before a day, the id of its line."""


class DayForm(FieldForm):
    """A few days from now on, and a field for any other."""

    def __init__(self, asked: Asked) -> None:
        offered = days_offered(asked.today)
        width = max(len(words) for words, _day in offered)
        days = [
            Choice(
                f"{_DAY}{day}",
                Content(words.ljust(width)),
                tail=Content.styled(written(day), "$secondary"),
            )
            for words, day in offered
        ]
        super().__init__(asked, days, N_("Or a day, like 31 May"))

    def compose(self) -> ComposeResult:
        """The days first: nobody has to count."""
        yield self.list
        yield Page([BLANK])
        yield self._field

    def enter_on(self, here: Choice) -> str:
        """A day is taken as it is."""
        return "take_cell" if here.id.startswith(_DAY) else "pick"

    def taken(self) -> Cell | None:
        """The day that is lit, or what stands in the field."""
        here = self.here
        return super().taken() if here is None else here.id.removeprefix(_DAY)

    def shown(self) -> str:
        """A day is shown in full."""
        return in_full(super().shown())

    def read(self, text: str) -> Cell:
        """As a day, if it is one."""
        return read_day(text, self.asked.today)
