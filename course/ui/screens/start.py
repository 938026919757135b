"""The first minute: how to take the course, and in which country help is to be found."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.emergency import known_region
from course.language import N_, _, guess_region
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.screens.regions import RegionScreen, region_name
from course.ui.screens.ways import about, ways
from course.ui.widgets.menu import Menu
from course.ui.widgets.page import Page


class StartScreen(CourseScreen):
    """Just for now, or keep it. Nothing is written before that is answered."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("c", "country", N_("Country"), key_display="C")]

    _region = ""

    def column(self) -> ComposeResult:
        """The ways, safest first, and what the highlighted one means."""
        outside = self.course_app.outside
        self._region = outside.settings.country or known_region(guess_region())
        offered, first = ways(opens=outside.locked_here), self._suggested
        yield Page(self._welcome(), id="welcome")
        yield Menu(offered, id="ways", at=first)
        yield Page(self._told(first), id="about")
        yield Page(self._country(), id="country")

    @property
    def _suggested(self) -> str:
        """What Enter takes at first: nothing written where others come next, else keeping it."""
        outside = self.course_app.outside
        if outside.settings.guest_first:
            return "now"
        return "open" if outside.locked_here else "locked"

    def news(self) -> None:
        """A country may have been chosen where help is."""
        if (session := self.course_app.session) and session.notebook.settings.region:
            self._picked_region(session.notebook.settings.region)

    @on(Menu.Moved)
    def _tell(self) -> None:
        if entry := self.query_one("#ways", Menu).here:
            self.query_one("#about", Page).show(self._told(entry.id))

    def _welcome(self) -> list[Piece]:
        return [
            Piece(Content.styled(_("Welcome. You are in the right place."), "bold $primary")),
            Piece(
                Content(
                    _(
                        "A short course for staying well after heroin or other opioids. "
                        "It is a help, not a treatment. It never goes online."
                    )
                )
            ),
            Piece(
                Content.assemble(
                    (_("Someone will not wake up?"), "bold $error"),
                    " ",
                    (_("Press F1 now."), "bold"),
                )
            ),
            Piece(Content.styled(_("How do you want to take it?"), "bold")),
        ]

    def _country(self) -> list[Piece]:
        name = region_name(self._region) if self._region else _("not known yet")
        words = Content.assemble(
            (_("Country for help lines:"), "$secondary"),
            " ",
            (name, "bold"),
            "  ",
            ("C", "bold $accent"),
            (" " + _("changes it"), "$secondary"),
        )
        return [Piece(Content()), Piece(words, gap=0)]

    def action_country(self) -> None:
        """Pick another country."""
        self.app.push_screen(RegionScreen(self._region), self._choose_region)

    def _choose_region(self, region: str | None) -> None:
        if region is not None:
            self._picked_region(region)
            app = self.course_app
            app.when_ready(lambda: self.session.choose(region=region))  # help names its numbers

    def _picked_region(self, region: str) -> None:
        self._region = region
        for page in self.query("#country").results(Page):
            page.show(self._country())

    @on(Menu.Picked)
    def _start(self, message: Menu.Picked) -> None:
        app, way, region = self.course_app, message.entry_id, self._region
        if way == "open":
            app.when_ready(app.open_locked)
        elif way == "locked":
            app.when_ready(lambda: app.lock_up(region))
        else:
            app.when_ready(lambda: app.start(way=way, region=region))

    def _told(self, way: str) -> list[Piece]:
        """What the way means, close below the ways."""
        words = about(way, shared=self.course_app.outside.settings.shared)
        return [Piece(Content()), Piece(Content.styled(words, "$secondary"), gap=0)]
