"""Settings: country, colours, language, and how the course is kept."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import LANGUAGES, N_, _
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.screens.regions import RegionScreen, region_name
from course.ui.themes import CONTRAST, DARK, LIGHT
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page

_THEMES = {DARK.name: N_("Dark"), LIGHT.name: N_("Light"), CONTRAST.name: N_("High contrast")}


class Rows(Menu):
    """Enter changes the one that is highlighted."""

    BINDINGS = [Binding("enter", "pick", N_("Change"), key_display="Enter")]


class SettingsScreen(CourseScreen):
    """A list of what can be changed; Enter changes it."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Back"), key_display="Esc")]

    def where(self) -> str:
        """For the top bar."""
        return _("Settings")

    def column(self) -> ComposeResult:
        """The list, and what the highlighted choice means."""
        yield Rows(self._entries())
        yield Page()

    @on(Menu.Moved)
    def _tell(self) -> None:
        self.query_one(Page).show(self._about())

    def news(self) -> None:
        """Draw the values again."""
        self.query_one(Menu).show(self._entries())
        self.query_one(Page).show(self._about())

    def _entries(self) -> list[Entry]:
        settings = self.session.notebook.settings
        kept = _("kept on this machine") if self.course_app.keeping else _("just for now")
        rows = (
            (
                "region",
                _("Country for help lines"),
                region_name(settings.region) or _("not known yet"),
            ),
            ("theme", _("Colours"), _(_THEMES.get(self.app.theme, self.app.theme))),
            ("language", _("Language"), LANGUAGES[settings.language or "en"]),
            ("keep", _("What I write is"), kept),
        )
        return [
            Entry(
                key,
                Content(words),
                tail=Content.styled(value, "$accent"),
                mark=Content(str(n)),
                key=str(n),
            )
            for n, (key, words, value) in enumerate(rows, start=1)
        ]

    def _about(self) -> list[Piece]:
        entry = self.query_one(Menu).here
        told = {
            "region": _("Help lines and the emergency number are those of this country."),
            "theme": _("Enter shows the next ones: dark, light, high contrast."),
            "language": _("English is the only language so far. Spanish will come."),
        }
        words = told.get(entry.id if entry else "") or self._about_keeping()
        return [Piece(Content()), Piece(Content.styled(words, "$secondary"))]

    def _about_keeping(self) -> str:
        if not self.course_app.keeping:
            return _(
                "Nothing is written on this machine. When you leave, what you wrote is gone. "
                "Enter keeps it from now on."
            )
        return _(
            "Your notebook is kept in {folder}. Others who can use this account can read it. "
            "Enter stops that. What is there stays there until you delete the folder."
        ).format(folder=self.course_app.outside.notebook_place)

    @on(Menu.Picked)
    def _change(self, message: Menu.Picked) -> None:
        getattr(self, f"_change_{message.entry_id}")()

    def _change_region(self) -> None:
        self.app.push_screen(RegionScreen(self.session.notebook.settings.region), self._set_region)

    def _set_region(self, region: str | None) -> None:
        if region is not None:
            self.session.choose(region=region)
            self.news()

    def _change_theme(self) -> None:
        names = list(_THEMES)
        at = names.index(self.app.theme) if self.app.theme in names else 0
        self.app.theme = names[(at + 1) % len(names)]
        self.session.choose(theme=self.app.theme)
        self.news()

    def _change_language(self) -> None:
        self.course_app.tell(_("English is the only language so far. Spanish will come."))

    def _change_keep(self) -> None:
        self.course_app.keep(not self.course_app.keeping)
