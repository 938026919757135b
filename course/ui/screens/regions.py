"""Choosing the country whose help lines and emergency number are shown."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from course.emergency import ANYWHERE, EMERGENCY, PLACES, place_name
from course.language import N_, _
from course.ui.flow import BLANK, Piece
from course.ui.screens.base import Column
from course.ui.widgets.bars import KeyBar, TopBar
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page


def region_name(region: str) -> str:
    """The country's name; empty while none was chosen."""
    return _("Another country") if region == ANYWHERE else place_name(region)


class RegionScreen(Screen[str | None]):
    """A small list. Esc leaves things as they were."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "leave", N_("Back"), key_display="Esc")]

    def __init__(self, region: str) -> None:
        super().__init__()
        self._region = region

    def compose(self) -> ComposeResult:
        """One question, one list."""
        yield TopBar(_("Country"))
        with Column():
            yield Page([Piece(Content.styled(_("Where are you?"), "bold")), BLANK])
            yield Menu(_regions(), at=self._region)
        yield KeyBar()

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        self.dismiss(message.entry_id)

    def action_leave(self) -> None:
        """As it was."""
        self.dismiss(None)


def _regions() -> list[Entry]:
    return [
        Entry(
            code,
            Content(region_name(code)),
            tail=Content.styled(EMERGENCY.get(code, ""), "$secondary"),
            mark=Content(str(number)),
            key=str(number),
        )
        for number, code in enumerate((*PLACES, ANYWHERE), start=1)
    ]
