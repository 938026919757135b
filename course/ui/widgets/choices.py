"""The one list of ours: all its choices drawn by one widget, its states in shapes and not colours.

It moves the highlight and no more: what Enter and Space do is bound, and named, by the view that
holds it. At its ends Up and Down are left to whoever holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.actions import SkipAction
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from course.language import N_
from course.ui.widgets.choice import Choice, choice_lines
from course.ui.widgets.sight import bring

_DIGITS = "123456789"


class Choices(Widget, can_focus=True):
    """Up, Down and digits move the highlight."""

    BINDINGS = [
        Binding("up", "move(-1)", N_("Up"), show=False),
        Binding("down", "move(1)", N_("Down"), show=False),
        *(
            Binding(key, f"leap({key})", N_("Move"), key_display="1–9", show=key == "1")
            for key in _DIGITS
        ),
    ]
    DEFAULT_CSS = "Choices { height: auto; width: 1fr; text-wrap: nowrap; }"

    at: reactive[int] = reactive(0)

    @dataclass
    class Clicked(Message):
        """Somebody clicked on the choice that was highlighted already."""

        choices: Choices

    def __init__(
        self, choices: Sequence[Choice] = (), *, airy: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._airy = airy
        self._choices = tuple(choices)
        self._still = False
        self._wrapped: dict[tuple[int, int, bool], list[Content]] = {}

    def show(
        self, choices: Sequence[Choice], *, at: str | None = None, still: bool = False
    ) -> None:
        """Other choices; the highlight goes to ``at``, or stays with the one it was on.

        ``still``: they are only looked at; there is no highlight to move.
        """
        ids = [choice.id for choice in choices]
        wanted = at if at is not None else (self.here.id if self.here else "")
        self._choices, self._still = tuple(choices), still
        self._wrapped.clear()
        self.at = ids.index(wanted) if wanted in ids else min(self.at, max(0, len(ids) - 1))
        self.refresh(layout=True)
        self.refresh_bindings()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All of them, in their order."""
        return self._choices

    @property
    def here(self) -> Choice | None:
        """The one that is highlighted."""
        return self._choices[self.at] if self.at < len(self._choices) else None

    @property
    def _numbered(self) -> int:
        return min(len(_DIGITS), sum(not choice.plain for choice in self._choices))

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
        if self._still or not 0 <= self.at + by < len(self._choices):
            raise SkipAction
        self.at += by

    def action_leap(self, number: int) -> None:
        """A digit: the highlight goes to the choice that shows it."""
        numbered = [n for n, choice in enumerate(self._choices) if not choice.plain]
        self.at = numbered[number - 1]

    def watch_at(self, before: int, after: int) -> None:
        """Keep the highlight in view, and the keys true where a way on has others."""
        self.bring_highlight()
        if any(
            choice.plain for choice in (*self._choices[before:][:1], *self._choices[after:][:1])
        ):
            self.refresh_bindings()

    def bring_highlight(self) -> None:
        """Scroll so that the highlighted choice is seen."""
        ready = self.is_attached and self.here is not None and not self._still
        if ready and (width := self.content_size.width):
            top = sum(len(self._lines(n, width)) + self._gap for n in range(self.at))
            bring(self, top, len(self._lines(self.at, width)))

    def on_focus(self) -> None:
        """Show the highlight, and where it is."""
        self.refresh()
        self.call_after_refresh(self.bring_highlight)

    def on_blur(self) -> None:
        """The highlight is somewhere else now."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """A click highlights; a click on the highlight picks."""
        width, row = self.content_size.width, 0
        for number in range(len(self._choices)):
            row += len(self._lines(number, width)) + self._gap
            if event.y < row:
                if number == self.at:
                    self.post_message(self.Clicked(self))
                self.at = number
                return

    # Drawing

    @property
    def _gap(self) -> int:
        roomy = self._airy and not self._still and self.app.size.height >= 24
        return int(roomy and len(self._choices) <= 4)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All rows of all choices, and the gaps between them."""
        rows = sum(len(self._lines(n, width)) for n in range(len(self._choices)))
        return rows + self._gap * max(0, len(self._choices) - 1)

    def render(self) -> RenderResult:
        """All of them, the highlighted one with a bar and raised."""
        lines: list[Content] = []
        for number in range(len(self._choices)):
            lines += [Content()] * self._gap if number else []
            lines += self._lines(number, self.content_size.width)
        return Content("\n").join(lines)

    def _lines(self, number: int, width: int) -> list[Content]:
        lit = number == self.at and self.has_focus and not self._still
        if (number, width, lit) not in self._wrapped:
            self._wrapped[number, width, lit] = self._wrap(number, width, lit)
        return self._wrapped[number, width, lit]

    def _wrap(self, number: int, width: int, lit: bool) -> list[Content]:
        return choice_lines(self._choices[number], self._key(number), width, lit=lit)

    def _key(self, number: int) -> str:
        if self._still or self._numbered < 2:
            return ""
        before = sum(not choice.plain for choice in self._choices[:number])
        hidden = self._choices[number].plain or before >= len(_DIGITS)
        return "   " if hidden else f"{_DIGITS[before]}  "
