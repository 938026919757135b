"""How the course can be taken: the ways, offered at the start and changed in Settings."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page

_WAYS = {
    "now": (
        N_("Just for now"),
        N_("Nothing is written here. You can still print or keep it."),
    ),
    "locked": (
        N_("Keep it, locked"),
        N_("Only you can open it, with a name and a passphrase."),
    ),
    "unlocked": (
        N_("Keep it, unlocked"),
        N_("For your own computer. Others who use this account can read it."),
    ),
    "open": (
        N_("Open my locked notebook"),
        N_("Go on where you stopped."),
    ),
}


def ways(*, opens: bool, now: str = "") -> list[Entry]:
    """The three ways, safest first; the fourth where something here can be opened."""
    shown = [way for way in _WAYS if opens or way != "open"]
    return [
        Entry(
            way,
            Content(_(_WAYS[way][0])),
            mark=Content(str(number)),
            key=str(number),
            tail=Content.styled(_("as it is now") if way == now else "", "$accent"),
        )
        for number, way in enumerate(shown, start=1)
    ]


def about(way: str, *, shared: bool) -> str:
    """What a way means, on a machine of one's own or one where others come next."""
    if way == "unlocked" and shared:
        return _("Others use this computer, too: whoever comes next can open it and read it.")
    return _(_WAYS[way][1])


class WaysScreen(CourseScreen):
    """The same ways later: whoever changes their mind loses nothing."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Back"), key_display="Esc")]

    def where(self) -> str:
        """For the top bar."""
        return _("Settings")

    @property
    def _now(self) -> str:
        app = self.course_app
        return ("locked" if app.locked else "unlocked") if app.keeping else "now"

    def column(self) -> ComposeResult:
        """A question, the ways, and what the highlighted one means."""
        yield Page([Piece(Content.styled(_("What I write is"), "bold")), Piece(Content(), gap=0)])
        yield Menu(ways(opens=self._opens, now=self._now), at=self._now)
        yield Page(id="about")

    @property
    def _opens(self) -> bool:
        return self.course_app.outside.locked_here and not self.course_app.locked

    def news(self) -> None:
        """Another way counts now."""
        self.query_one(Menu).show(ways(opens=self._opens, now=self._now))
        self._tell()

    @on(Menu.Moved)
    def _tell(self) -> None:
        entry = self.query_one(Menu).here
        shared = self.course_app.outside.settings.shared
        words = [about(entry.id, shared=shared), self._besides(entry.id)] if entry else []
        pieces = [Piece(own(each, "$secondary")) for each in words if each]
        self.query_one("#about", Page).show([Piece(Content()), *pieces])

    def _besides(self, way: str) -> str:
        if way == "now" and self.course_app.locked:
            return _("Your locked notebook stays. To take it away, first go to Forget everything.")
        if way == "now" and self.course_app.keeping:
            return _("What is kept so far stays. Forget everything, in Settings, takes it away.")
        if way == "unlocked":
            return _("It lies in {folder}.").format(folder=self.course_app.outside.notebook_place)
        if way == "open" and not self.course_app.keeping:
            return _("What you wrote just now goes into it.")
        return ""

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        app, way = self.course_app, message.entry_id
        if way == "open":
            app.open_locked()
        elif way == "locked" and not app.locked:
            app.lock_up()
        else:
            app.pop_screen()
            changes = {"now": app.keep_nothing, "unlocked": app.keep_unlocked}
            if way in changes and way != self._now:
                changes[way]()
