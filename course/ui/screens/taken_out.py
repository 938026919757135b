"""Lines that were taken out of a list: they can be erased for good."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _, ngettext
from course.notebook.answers import Answer, Listed, Tabled
from course.notebook.units import Item, Row, Unit
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page


class TakenOutScreen(CourseScreen):
    """Each line as it was. Erasing goes through all older copies, too."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Back"), key_display="Esc")]

    def __init__(self) -> None:
        super().__init__()
        self._asked = ""
        """The line that Enter was pressed on once."""

    def where(self) -> str:
        """For the top bar."""
        return _("Lines I took out")

    def column(self) -> ComposeResult:
        """How many, which, and what Enter does."""
        yield Page(id="lead")
        yield Menu()
        yield Page(id="said")

    def news(self) -> None:
        """Draw what is left."""
        lines = self._lines()
        words = ngettext(
            "{number} line that you took out is still kept.",
            "{number} lines that you took out are still kept.",
            len(lines),
        ).format(number=len(lines))
        if not lines:
            words = _("No line that you took out is kept any more.")
        self.query_one("#lead", Page).show([Piece(Content(words)), Piece(Content(), gap=0)])
        entries = [Entry(each, own(text)) for each, text in lines]
        self.query_one(Menu).show(entries or [Entry("", Content(_("Back")))])
        self._ask("")

    def _lines(self) -> list[tuple[str, str]]:
        found = (unit for each in self.session.notebook.answers.values() for unit in _units(each))
        return [(unit.id, text) for unit in found if unit.gone and (text := _text(unit))]

    @on(Menu.Moved)
    def _forget_asking(self) -> None:
        entry = self.query_one(Menu).here
        if entry is None or entry.id != self._asked:
            self._ask("")

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        if not message.entry_id:
            self.app.pop_screen()
        elif message.entry_id != self._asked:
            self._ask(message.entry_id)
        else:
            self.course_app.erase(message.entry_id)

    def _ask(self, line: str) -> None:
        self._asked = line
        words = Content.styled(_("Enter erases a line. It asks first."), "$secondary")
        if line:
            words = Content.styled(
                _("Enter once more erases it for good, here and in older copies."), "bold"
            )
        said = [Piece(Content()), Piece(words, gap=0)] if self._lines() else []
        self.query_one("#said", Page).show(said)


def _units(answer: Answer) -> tuple[Unit, ...]:
    if isinstance(answer, Listed):
        return answer.items
    return answer.rows if isinstance(answer, Tabled) else ()


def _text(unit: Unit) -> str:
    if isinstance(unit, Item):
        return unit.text
    cells = unit.cells.values() if isinstance(unit, Row) else ()
    return " · ".join(cell for cell in cells if isinstance(cell, str) and cell)
