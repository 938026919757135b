"""Choosing the help line that the code on the wallet card calls."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from course.content.help_lines import HelpLine
from course.language import N_, _
from course.plan.help import lines_from
from course.ui.flow import BLANK, Piece, own
from course.ui.screens.base import Column
from course.ui.widgets.bars import KeyBar, TopBar
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page


class LineScreen(Screen[str | None]):
    """A small list. Esc leaves things as they were."""

    AUTO_FOCUS = ""
    BINDINGS = [Binding("escape,left,b", "leave", N_("Back"), key_display="Esc")]

    def __init__(self, lines: Sequence[HelpLine], called: HelpLine | None) -> None:
        super().__init__()
        self._lines, self._called = lines, called

    def compose(self) -> ComposeResult:
        """One question, one list."""
        asked = _("A phone can read the code on the card. Whom is it to call?")
        yield TopBar(_("Code on the card"))
        with Column():
            yield Page([Piece(Content.styled(asked, "bold")), BLANK])
            yield Menu(_entries(self._lines), at=self._called.id if self._called else "")
        yield KeyBar()

    def on_mount(self) -> None:
        """The list takes the keys; the question above it stays in view."""
        self.query_one(Menu).focus(scroll_visible=False)

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        self.dismiss(message.entry_id)

    def action_leave(self) -> None:
        """As it was."""
        self.dismiss(None)


def _entries(lines: Sequence[HelpLine]) -> list[Entry]:
    told = lines_from(lines).every
    return [
        Entry(
            line.id,
            own(line.name) + Content("  ") + own(line.contact, "bold $primary"),
            under=own(" ".join(filter(None, (shown.what, shown.sure))), "$secondary"),
            mark=Content(str(number)),
            key=str(number),
            gap=number > 1,
        )
        for number, (line, shown) in enumerate(zip(lines, told, strict=True), start=1)
    ]
