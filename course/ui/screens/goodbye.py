"""A guest leaves: what was written can be kept or printed first."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Menu, numbered
from course.ui.widgets.page import Page


class GoodbyeScreen(CourseScreen):
    """Enter leaves, and so does a second Ctrl+Q."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Stay"), key_display="Esc")]

    def where(self) -> str:
        """For the top bar."""
        return _("Leave")

    def column(self) -> ComposeResult:
        """What goes, and what can be done first."""
        told = _("What you wrote just for now is not kept. When you leave, it is gone.")
        yield Page(
            [
                Piece(Content.styled(_("Before you go"), "bold $primary")),
                Piece(Content(told)),
                Piece(Content(), gap=0),
            ]
        )
        rows = {"leave": _("Leave"), "keep": _("Keep what I wrote"), "print": _("Print or save it")}
        yield Menu(numbered(rows))

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        app = self.course_app
        app.pop_screen()
        ways = {"leave": app.go, "keep": app.open_ways, "print": app.open_papers}
        ways[message.entry_id]()
