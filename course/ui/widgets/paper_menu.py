"""The papers that can be made."""

from __future__ import annotations

from typing import cast

from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.plan.document import Paper
from course.ui.widgets.menu import Entry, Menu


class PaperMenu(Menu):
    """Enter saves the one that is highlighted."""

    BINDINGS = [Binding("enter", "pick", N_("Save"), key_display="Enter")]

    def __init__(self, at: Paper) -> None:
        super().__init__(_papers(), at=at)

    @property
    def paper(self) -> Paper:
        """The one that is highlighted."""
        return cast("Paper", self.here.id) if self.here is not None else "plan"


def _papers() -> list[Entry]:
    rows = (
        ("plan", _("My plan, two pages"), _("All parts. Keep it where you can reach it.")),
        ("card", _("My card"), _("The parts that are needed first, to fold and carry.")),
        ("share", _("My plan to share"), _("Without the lines that you marked as private.")),
    )
    return [
        Entry(
            paper,
            Content(title),
            Content.styled(about, "$secondary"),
            mark=Content(str(number)),
            key=str(number),
        )
        for number, (paper, title, about) in enumerate(rows, start=1)
    ]
