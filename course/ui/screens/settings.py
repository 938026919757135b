"""Settings: country, colours, language, and how the course is kept."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import LANGUAGES, N_, _
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.screens.code import CodeScreen
from course.ui.screens.forget import ForgetScreen
from course.ui.screens.recovery import RecoveryScreen
from course.ui.screens.regions import RegionScreen, region_name
from course.ui.screens.taken_out import TakenOutScreen
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
        rows = [
            (
                "region",
                _("Country for help lines"),
                region_name(settings.region) or _("not known yet"),
            ),
            ("theme", _("Colours"), _(_THEMES.get(self.app.theme, self.app.theme))),
            ("language", _("Language"), LANGUAGES[settings.language or "en"]),
            ("keep", _("What I write is"), self._kept),
            *(self._rows_of_lock() if self.course_app.locked else [self._row_of_code()]),
            ("taken", _("Erase for good"), ""),
            ("forget", _("Forget everything"), ""),
        ]
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

    @property
    def _kept(self) -> str:
        app = self.course_app
        if not app.keeping:
            return _("just for now")
        return _("kept, locked") if app.locked else _("kept, unlocked")

    def _rows_of_lock(self) -> list[tuple[str, str, str]]:
        return [("passphrase", _("Passphrase"), ""), ("recovery", _("Recovery code"), "")]

    def _row_of_code(self) -> tuple[str, str, str]:
        state = _("set") if self.course_app.code else _("none")
        return ("code", _("Code to come back"), state)

    def _about(self) -> list[Piece]:
        entry = self.query_one(Menu).here
        told = {
            "region": _("Help lines and the emergency number are those of this country."),
            "theme": _("Enter shows the next ones: dark, light, high contrast."),
            "language": _("English is the only language so far. Spanish will come."),
            "keep": self._about_keeping(),
            "passphrase": _("Take another passphrase, and another name if you like."),
            "recovery": _("Make a new recovery code. An older one opens nothing any more."),
            "code": _(
                "Four digits that are asked for after F9. They are nowhere written down and last "
                "until you leave."
            ),
            "taken": _("Lines you took out, and notes of each day: pick what is to go for good."),
            "forget": _("Take away all that you wrote, for good."),
        }
        words = told.get(entry.id if entry else "", "")
        return [Piece(Content()), Piece(own(words, "$secondary"), gap=0)]

    def _about_keeping(self) -> str:
        if not self.course_app.keeping and self.course_app.outside.kept:
            return _(
                "Nothing more is written on this machine. What was kept before stays. "
                "Enter shows how the rest can be kept."
            )
        if not self.course_app.keeping:
            return _(
                "Nothing is written on this machine. When you leave, what you wrote is gone. "
                "Enter shows how it can be kept."
            )
        if self.course_app.locked:
            return _("Only your name and passphrase open it. F9 locks it. Enter shows other ways.")
        return _(
            "Your notebook is kept in {folder}. Others who can use this account can read it. "
            "Enter shows other ways."
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
        self.course_app.open_ways()

    def _change_passphrase(self) -> None:
        self.course_app.change_passphrase()

    def _change_recovery(self) -> None:
        self.app.push_screen(RecoveryScreen())

    def _change_code(self) -> None:
        self.app.push_screen(CodeScreen())

    def _change_taken(self) -> None:
        self.app.push_screen(TakenOutScreen())

    def _change_forget(self) -> None:
        self.app.push_screen(ForgetScreen())
