"""The one list of ours: all its choices drawn by one widget, its states in shapes and not colours.

It moves the highlight and no more: what Enter and Space do is bound, and named, by the view that
holds it. At its ends Up and Down are left to whoever holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.actions import SkipAction
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from course.language import N_
from course.ui.widgets.choice import Choice, choice_lines
from course.ui.widgets.sight import bring
from course.ui.widgets.stack import Stack

_DIGITS = "123456789"


class Choices(Stack[Choice]):
    """Up, Down and digits move the highlight."""

    BINDINGS = [
        Binding("up", "move(-1)", N_("Up"), show=False),
        Binding("down", "move(1)", N_("Down"), show=False),
        *(
            Binding(key, f"leap({key})", N_("Move"), key_display="1–9", show=key == "1")
            for key in _DIGITS
        ),
    ]

    @dataclass
    class Clicked(Message):
        """Somebody clicked on the choice that was highlighted already."""

        choices: Choices

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        at: str = "",
        airy: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(choices, at=at, id=id)
        self._airy = airy
        self._still = False

    def show(self, things: Sequence[Choice], *, at: str | None = None, still: bool = False) -> None:
        """Other choices. ``still``: they are only looked at; there is no highlight to move."""
        self._still = still
        super().show(things, at=at)
        self.refresh_bindings()

    def refresh_bindings(self) -> None:
        """Nobody waits for the keys of a list that was taken away."""
        if self.is_attached:
            super().refresh_bindings()

    def _found(self, wanted: str) -> int:
        """Where it stands; where it went away, the one that has its place now."""
        ids = [choice.id for choice in self._things]
        return ids.index(wanted) if wanted in ids else min(self.highlighted, max(0, len(ids) - 1))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All of them, in their order."""
        return self._things

    @property
    def _numbered(self) -> int:
        return min(len(_DIGITS), sum(not choice.plain for choice in self._things))

    # Moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only digits that are shown are keys, and only where there is something to choose."""
        if action == "leap":
            return (
                not self._still
                and self._numbered > 1
                and parameters[0] in range(1, self._numbered + 1)
            )
        return True

    def action_move(self, by: int) -> None:
        """One up or down; beyond the ends it is not our key."""
        if self._still or not 0 <= self.highlighted + by < len(self._things):
            raise SkipAction
        self.highlighted += by

    def action_leap(self, number: int) -> None:
        """A digit: the highlight goes to the choice that shows it."""
        numbered = [n for n, choice in enumerate(self._things) if not choice.plain]
        self.highlighted = numbered[number - 1]

    def watch_highlighted(self, before: int, after: int) -> None:
        """Keep the highlight in view, and the keys true where a way on has others."""
        self.bring_highlight()
        if any(choice.plain for choice in (*self._things[before:][:1], *self._things[after:][:1])):
            self.refresh_bindings()

    def bring_highlight(self) -> None:
        """Scroll so that the highlighted choice is seen."""
        ready = self.is_attached and self.here is not None and not self._still
        if ready and self.content_size.width:
            region = self.region_of(self.highlighted)
            bring(self, region.y, region.height)

    def on_focus(self) -> None:
        """Show the highlight, and where it is."""
        self.refresh()
        self.call_after_refresh(self.bring_highlight)

    def on_blur(self) -> None:
        """The highlight is somewhere else now."""
        self.refresh()

    def pick(self) -> None:
        """A second click is whatever Enter is, and that is not ours."""
        self.post_message(self.Clicked(self))

    # Drawing

    @property
    def gap(self) -> int:
        """A few choices stand apart where there is room."""
        roomy = self._airy and not self._still and self.app.size.height >= 24
        return int(roomy and len(self._things) <= 4)

    def lit(self, number: int) -> bool:
        """Only while it takes the keys."""
        return number == self.highlighted and self.has_focus and not self._still

    def drawn(self, number: int, width: int, *, lit: bool) -> list[Content]:
        """One choice, with a bar and raised where the highlight is."""
        return choice_lines(self._things[number], self._key(number), width, lit=lit)

    def _key(self, number: int) -> str:
        if self._still or self._numbered < 2:
            return ""
        before = sum(not choice.plain for choice in self._things[:number])
        hidden = self._things[number].plain or before >= len(_DIGITS)
        return "   " if hidden else f"{_DIGITS[before]}  "
