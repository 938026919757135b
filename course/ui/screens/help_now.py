"""Help now: what to do, whom to ring, and one's own words. One key away on every screen.

It is drawn first from ``course.emergency`` alone; whatever the session can add comes after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from course.language import N_, _
from course.ui.screens.base import CourseScreen
from course.ui.screens.regions import RegionScreen
from course.ui.widgets.help_tiles import overview, slip_steps, steps
from course.ui.widgets.tiles import Tile, Tiles

if TYPE_CHECKING:
    from course.plan.help import Lines, Mine
    from course.session.session import Session


class HelpNowScreen(CourseScreen):
    """Three pages in one: everything there is, the six steps of an overdose, and after a slip."""

    CSS_PATH = "help_now.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("o", "steps", N_("Overdose steps"), key_display="O"),
        Binding("u", "used", N_("I used"), key_display="U"),
        Binding("c", "country", N_("Country"), key_display="C"),
        Binding("escape,left,b", "leave", N_("Back"), key_display="Esc"),
    ]

    def __init__(self, page: str = "") -> None:
        super().__init__()
        self.page = page
        """``overdose`` or ``slip``; empty on the overview."""
        self._region = ""
        """What was picked here; it counts even while there is no session."""

    def where(self) -> str:
        """For the top bar."""
        titles = {"overdose": _("Overdose: six steps"), "slip": _("After using")}
        return titles.get(self.page) or _("Help now")

    def column(self) -> ComposeResult:
        """All of it is one widget."""
        yield Tiles(overview(self.country))

    def on_mount(self) -> None:
        """The overdose block takes the keys."""
        for tiles in self.query(Tiles):  # none, where it is gone again already
            tiles.focus(scroll_visible=False)

    @property
    def country(self) -> str:
        """The country; empty while it is not known."""
        app = self.course_app
        region = app.session.notebook.settings.region if app.session else app.region
        return self._region or region or app.outside.settings.country

    @property
    def own(self) -> Session | None:
        """Where one's own words are; None when they are not there yet, or lie under a cover."""
        return None if self.course_app.covered else self.course_app.session

    def news(self) -> None:
        """Draw it again with whatever is there by now."""
        lines, mine = self._known()
        if self.page == "overdose":
            tiles = steps(self.country, mine.naloxone if mine else ())
        else:
            tiles = self._slip() if self.page else overview(self.country, lines, mine)
        self.query_one(Tiles).show(tiles)

    def _slip(self) -> list[Tile]:
        from course.plan.help import slip_help

        slip = slip_help(self.session.course, self.session.notebook)
        if slip is None:  # its text cannot be read: the six steps are always there
            return steps(self.country)
        return slip_steps(slip, self.session.filled(slip.prose))

    def _known(self) -> tuple[Lines | None, Mine | None]:
        session = self.own
        if session is None:
            return None, None
        from course.plan.help import lines_of, my_help

        return lines_of(session.course, self.country), my_help(session.course, session.notebook)

    @on(Tiles.Picked)
    def _picked(self, message: Tiles.Picked) -> None:
        if message.tile_id == "overdose":
            self.action_steps()
        elif message.tile_id == "used":
            self.action_used()
        elif message.tile_id == "lines":
            self.action_country()

    def action_steps(self) -> None:
        """The six steps."""
        self._turn("overdose")

    def action_used(self) -> None:
        """What to do after using."""
        self._turn("slip")

    def _turn(self, page: str) -> None:
        self.page = page
        self.tell_where()
        self.refresh_bindings()
        self.news()

    def action_country(self) -> None:
        """Another country, other numbers."""
        self.app.push_screen(RegionScreen(self.country), self._chose)

    def _chose(self, region: str | None) -> None:
        if region is None:
            return
        self._region = region
        if not self.course_app.covered:
            self.course_app.when_ready(lambda: self.session.choose(region=region))
        self.news()

    def action_leave(self) -> None:
        """From the steps to the overview, from there to where one came from."""
        if self.page:
            self._turn("")
        else:
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page is not opened from itself; what to do after using needs the lessons' texts."""
        if action == "steps":
            return self.page != "overdose"
        if action == "used":
            return self.page != "slip" and self.own is not None
        return True
