"""The papers that can be made."""

from __future__ import annotations

from typing import cast

from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.plan.document import Paper
from course.plan.papers import PAPERS
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
    return [
        Entry(
            kind.paper,
            Content(_(kind.title)),
            Content.styled(_(kind.about), "$secondary"),
            mark=Content(str(number)),
            key=str(number),
        )
        for number, kind in enumerate(PAPERS, start=1)
    ]
