"""Forgetting everything: one word is typed, and all that was written is gone."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError
from course.language import N_, _
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.field import Field
from course.ui.widgets.page import Page


class ForgetScreen(CourseScreen):
    """Says what goes and what stays."""

    CSS_PATH = "locks.tcss"
    AUTO_FOCUS = "#word"
    BINDINGS = [
        Binding("enter", "go", N_("Forget"), key_display="Enter"),
        Binding("escape", "app.pop_screen", N_("Back"), key_display="Esc"),
    ]
    _busy = False

    def where(self) -> str:
        """For the top bar."""
        return _("Forget everything")

    def column(self) -> ComposeResult:
        """What goes, and a field for the word."""
        yield Page(self._lead())
        yield Field(id="word")
        yield Page(id="said")

    def _lead(self) -> list[Piece]:
        return [
            Piece(Content.styled(_("Forget everything"), "bold $primary")),
            Piece(Content(self._goes())),
            Piece(Content.styled(_("To do it, type: {word}").format(word=_("forget")), "bold")),
            Piece(Content(), gap=0),
        ]

    def _goes(self) -> str:
        app = self.course_app
        if app.keeping or app.locked or app.outside.kept or not app.outside.locked_here:
            return _(
                "All that you wrote here goes, for good. Nobody can bring it back, not "
                "even you. Papers that you saved or printed, and copies you took along, stay "
                "where they are."
            )
        return _(
            "All that you wrote just for now goes, for good. A locked notebook stays: to take it "
            "away, open it first, and then come here. Papers that you saved or printed, and "
            "copies you took along, stay, too."
        )

    def action_go(self) -> None:
        """Only for the very word."""
        field = self.query_one(Field)
        typed = field.take()
        field.fill("")
        if typed.strip().casefold() != _("forget").casefold():
            self._say(_("Nothing was taken away."))
        elif not self._busy:
            self._busy = True
            self._say(_("One moment"))
            self.course_app.forget(self._refused)

    def _refused(self, problem: HandrailError) -> None:
        self._busy = False
        if self.is_there:
            self._say(str(problem))
        else:
            self.course_app.tell(str(problem))

    def _say(self, words: str) -> None:
        self.query_one("#said", Page).show(
            [Piece(Content()), Piece(own(words, "$secondary"), gap=0)]
        )
