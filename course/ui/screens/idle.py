"""Is somebody there? Counted down before a page is hidden, or a guest's words are dropped."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key

from course.language import _, ngettext
from course.ui.covers import dropped_in
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu, numbered
from course.ui.widgets.page import Page


class IdleScreen(CourseScreen):
    """Any key goes on; a guest is also offered to keep or print what would be lost."""

    AUTO_FOCUS = "Menu"

    def __init__(self, left: float, *, guest: bool) -> None:
        super().__init__()
        self._left, self._guest = left, guest

    def where(self) -> str:
        """For the top bar."""
        return _("Still here?")

    def column(self) -> ComposeResult:
        """The seconds, and what can be done."""
        yield Page(self._pieces())
        yield Menu(_offers() if self._guest else [Entry("on", Content(_("Go on")))])

    def count(self, left: float) -> None:
        """So many seconds are left."""
        self._left = left
        for page in self.query(Page):  # none yet, in the very first moment
            page.show(self._pieces())

    def _pieces(self) -> list[Piece]:
        words = dropped_in(self._left) if self._guest else _hidden_in(self._left)
        return [
            Piece(Content.styled(_("Still here?"), "bold $primary")),
            Piece(Content(words)),
            Piece(Content(), gap=0),
        ]

    def on_key(self, event: Key) -> None:
        """Where there is nothing to choose, any key goes on."""
        if not self._guest:
            event.stop()
            self.dismiss()

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        app = self.course_app
        self.dismiss()
        if message.entry_id == "keep":
            app.open_ways()
        elif message.entry_id == "print":
            app.open_papers()


def _hidden_in(seconds: float) -> str:
    left = max(1, round(seconds))
    return ngettext(
        "In {number} second this page is hidden. Any key goes on.",
        "In {number} seconds this page is hidden. Any key goes on.",
        left,
    ).format(number=left)


def _offers() -> list[Entry]:
    return numbered({"on": _("Go on"), "keep": _("Keep what I wrote"), "print": _("Print it")})
