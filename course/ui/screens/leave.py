"""Words that could not be saved: stay with them, or leave anyway?"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu, numbered
from course.ui.widgets.page import Page


class LeaveScreen(CourseScreen):
    """Shows why, and none of the words."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Stay"), key_display="Esc")]

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why

    def where(self) -> str:
        """For the top bar."""
        return _("Leave")

    def column(self) -> ComposeResult:
        """What happened, what was kept, what can be done."""
        yield Page(
            [
                Piece(Content.styled(_("These words could not be saved"), "bold $primary")),
                Piece(Content.styled(self._why, "bold")),
                Piece(
                    Content(
                        _(
                            "They are still here. While you stay they are tried again and again. "
                            "If you leave now, they are gone."
                        )
                    )
                ),
                Piece(Content(), gap=0),
            ]
        )
        yield Menu(_offers())

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        app = self.course_app
        app.pop_screen()
        if message.entry_id == "leave":
            app.leave()


def _offers() -> list[Entry]:
    return numbered({"stay": _("Stay"), "leave": _("Leave anyway")})
