"""An older copy: from which day it is, and whether to go on with it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Event

from course.language import N_, _
from course.notebook.times import NEVER
from course.plan.dates import written
from course.ui.flow import Piece, own
from course.ui.outside import Opened
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu, numbered
from course.ui.widgets.page import Page


class OlderScreen(CourseScreen):
    """Says what happened and shows none of the words. Nothing is written before the answer."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape", "leave_it", N_("Leave"), key_display="Esc")]

    def __init__(
        self,
        opened: Opened,
        go_on: Callable[[], object],
        leave: Callable[[], object],
        *,
        locked: bool = False,
    ) -> None:
        super().__init__()
        self.asks_since = Event().time
        self._opened, self._go_on, self._leave, self.locked = opened, go_on, leave, locked

    def where(self) -> str:
        """For the top bar."""
        return _("An empty notebook") if self._empty else _("An older copy")

    def column(self) -> ComposeResult:
        """What happened, the day, and the question."""
        yield Page([*self._pieces(), Piece(Content(), gap=0)])
        yield Menu(self._offers())

    def _pieces(self) -> list[Piece]:
        told = [Piece(own(notice)) for notice in self._opened.notices]
        if self._empty:
            title = _("Your notebook is empty here")
            ask = _("Nothing was written so far. Go on with an empty notebook?")
        else:
            title = _("This is an older copy")
            ask = _("Nothing was written so far. Go on with this copy?")
            told.append(Piece(Content.styled(self._day(), "bold")))
        return [Piece(Content.styled(title, "bold $primary")), *told, Piece(Content(ask))]

    @property
    def _empty(self) -> bool:
        return self._opened.session.notebook.last == NEVER

    def _day(self) -> str:
        day = written(self._opened.session.notebook.last.astimezone().date())
        return _("The last thing in it is from {day}.").format(day=day)

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        if message.entry_id == "leave":
            self.action_leave_it()
        else:
            self.app.pop_screen()
            self._go_on()

    def action_leave_it(self) -> None:
        """As it is."""
        self.app.pop_screen()
        self._leave()

    def _offers(self) -> list[Entry]:
        go_on = _("Go on with an empty one") if self._empty else _("Go on with this copy")
        return numbered({"on": go_on, "leave": _("Leave it as it is")})
