"""Since last time: how did the one small thing go? Asked without blame, answered with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.ui.flow import BLANK, Piece, prose_pieces
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page

if TYPE_CHECKING:
    from course.content.prompts import Task

_WORDS = {
    "yes": (N_("I did it"), N_("Good. What you do between lessons is what counts most.")),
    "part": (N_("Part of it"), N_("Part of it is a start. You can do the rest, or leave it.")),
    "not-yet": (
        N_("Not yet"),
        N_("That is fine. You can still do it, make it smaller, or let it go."),
    ),
}


class LastTimeScreen(CourseScreen):
    """The task, three answers, and a word to each."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Back"), key_display="Esc")]

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._took_on = task

    def where(self) -> str:
        """For the top bar."""
        return _("Since last time")

    def column(self) -> ComposeResult:
        """What was taken on, and how it went."""
        question = Piece(Content.styled(_("How did it go?"), "bold"))
        yield Page([*self._told(), question, BLANK], id="about")
        yield Menu(_ways())

    def _told(self) -> list[Piece]:
        lead = self.session.filled(self._took_on.lead)
        quiet = Content.styled(_("You took on one small thing:"), "$secondary")
        return [Piece(quiet), *prose_pieces(lead)]

    @on(Menu.Picked)
    def _answered(self, message: Menu.Picked) -> None:
        from course.session.review import looked_back

        if message.entry_id == "home":
            self.app.pop_screen()
            return
        looked_back(self.session, self._took_on, message.entry_id)
        how, word = (_(words) for words in _WORDS[message.entry_id])
        mine = Piece(Content.styled(how, "$secondary"), Content.styled("→ ", "$primary"))
        said = Piece(Content.styled(word, "bold"))
        self.query_one("#about", Page).show([*self._told(), mine, said, BLANK])
        self.query_one(Menu).show([Entry("home", Content(_("Go on")))])


def _ways() -> list[Entry]:
    return [
        Entry(how, Content(_(words)), mark=Content(str(number)), key=str(number))
        for number, (how, (words, _said)) in enumerate(_WORDS.items(), start=1)
    ]
