"""The papers that can be made."""

from __future__ import annotations

from typing import cast

from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.plan.document import Paper
from course.plan.papers import PAPERS, PaperKind, kind_of
from course.ui.widgets.menu import Entry, Menu


class PaperMenu(Menu):
    """Space ticks papers. While none is ticked, the highlighted one is meant."""

    BINDINGS = [
        Binding("enter", "pick", N_("Save"), key_display="Enter"),
        Binding("enter", "open", N_("Open"), key_display="Enter"),
        Binding("space", "tick", N_("Tick"), key_display="Space"),
    ]

    def __init__(self, at: Paper) -> None:
        self._ticked: set[Paper] = set()
        super().__init__(self._entries(), at=at)

    @property
    def paper(self) -> Paper:
        """The one that is highlighted."""
        return cast("Paper", self.here.id) if self.here is not None else PAPERS[0].paper

    @property
    def kind(self) -> PaperKind:
        """What is known about it."""
        return kind_of(self.paper)

    @property
    def chosen(self) -> tuple[PaperKind, ...]:
        """Those that are ticked, in their order; else the one that is highlighted."""
        ticked = tuple(kind for kind in PAPERS if kind.paper in self._ticked)
        return ticked or (self.kind,)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a browser, papers are opened there; a disk would be the server's."""
        return action not in ("pick", "open") or self.app.is_web == (action == "open")

    def action_open(self) -> None:
        """The same key, by the name it has in a browser."""
        self.action_pick()

    def action_tick(self) -> None:
        """Tick it, or take the tick away."""
        self._ticked ^= {self.paper}
        self.show(self._entries())
        self.post_message(self.Moved())

    def _entries(self) -> list[Entry]:
        return [
            Entry(
                kind.paper,
                Content(_(kind.title)),
                mark=Content(f"{number} {'[x]' if kind.paper in self._ticked else '[ ]'}"),
                key=str(number),
            )
            for number, kind in enumerate(PAPERS, start=1)
        ]
