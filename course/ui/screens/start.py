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
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page


class StartScreen(CourseScreen):
    """Just for now, or keep on this machine. Nothing is written before that is answered."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("c", "country", N_("Country"), key_display="C")]

    def __init__(self) -> None:
        super().__init__()
        self._region = known_region(guess_region())

    def column(self) -> ComposeResult:
        """Two ways, safest first."""
        yield Page(self._welcome(), id="welcome")
        yield Menu(_ways(), id="ways")
        yield Page(self._country(), id="country")

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
        self.app.push_screen(RegionScreen(self._region), self._picked_region)

    def _picked_region(self, region: str | None) -> None:
        if region is not None:
            self._region = region
            self.query_one("#country", Page).show(self._country())

    @on(Menu.Picked)
    def _start(self, message: Menu.Picked) -> None:
        keep = message.entry_id == "keep"
        app = self.course_app
        app.when_ready(lambda: app.start(keep=keep, region=self._region))


def _ways() -> list[Entry]:
    return [
        Entry(
            "now",
            Content(_("Just for now")),
            Content.styled(
                _("Nothing is written. You can print or keep it later."),
                "$secondary",
            ),
            key="1",
            gap=1,
            mark=Content("1"),
        ),
        Entry(
            "keep",
            Content(_("Keep on this machine")),
            Content.styled(
                _("Go on where you stopped. Others here can read it."),
                "$secondary",
            ),
            key="2",
            gap=1,
            mark=Content("2"),
        ),
    ]
