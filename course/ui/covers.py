"""What lies over everything once it was hidden, and what it asks before it goes away.

``Cover`` itself, in ``shell``, asks for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from course.language import _, ngettext
from course.ui.shell import Cover

if TYPE_CHECKING:
    from course.ui.locking import Locking

CODE_LENGTH = 4
_DIGITS = frozenset("0123456789")


class LockedCover(Cover):
    """What was locked is dropped behind it; Enter leads to where it is opened."""

    def uncover(self) -> None:
        """Go on to the name and the passphrase."""
        cast("Locking", self.app).open_again()


class CodeCover(Cover):
    """Goes away for four digits. They are in memory only, as is what lies behind."""

    def __init__(self) -> None:
        super().__init__(_("Code"))
        self._typed = ""
        self._said = ""

    def compose(self) -> ComposeResult:
        """The question, four places, and what there is to say."""
        yield Static(self._content())

    def on_mount(self) -> None:
        """The time to wait runs down."""
        self.set_interval(0.5, self._tick)

    @property
    def _wait(self) -> float:
        app = cast("Locking", self.app)
        return app.tries.wait(app.uptime())

    def _tick(self) -> None:
        if self._wait or self._said:
            self._draw()

    def on_key(self, event: Key) -> None:
        """Digits fill the places; four of them are a try."""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character in _DIGITS and not self._wait:
            self._said, self._typed = "", self._typed + (event.character or "")
            if len(self._typed) == CODE_LENGTH:
                self._try()
        self._draw()

    def _try(self) -> None:
        typed, self._typed = self._typed, ""
        if not cast("Locking", self.app).uncover_with(typed):
            self._said = _("That was another code.")

    def uncover(self) -> None:
        """Not by a key alone."""

    def _draw(self) -> None:
        for line in self.query(Static):
            line.update(self._content())

    def _content(self) -> Content:
        places = "● " * len(self._typed) + "○ " * (CODE_LENGTH - len(self._typed))
        said = self._said
        if wait := self._wait if self.is_mounted else 0:
            said = please_wait(wait)
        lines = (Content(_("Your code")), Content.styled(places.rstrip(), "bold"), Content(said))
        return Content("\n\n").join((*lines, *self._way_out))

    @property
    def _way_out(self) -> list[Content]:
        """A seat is not blocked by a code that was forgotten, or by who went away with it."""
        if cast("Locking", self.app).keeping:
            return []  # what is kept opens again without the code: nobody needs to be told
        words = _("No code? Ctrl+Q closes this page. What was not kept is gone then.")
        return [Content.styled(words, "$secondary")]


def go_on() -> str:
    """What brings a page back that no code hides."""
    return _("Press Enter to go on")


def dropped_in(seconds: float) -> str:
    """How long until a guest's words are gone."""
    left = max(1, round(seconds))
    return ngettext(
        "In {number} second your words are dropped, so that nobody else sees them.",
        "In {number} seconds your words are dropped, so that nobody else sees them.",
        left,
    ).format(number=left)


def please_wait(seconds: float) -> str:
    """How long until the next try, kindly."""
    left = max(1, round(seconds + 0.49))
    return ngettext(
        "Take a breath. You can try again in {number} second.",
        "Take a breath. You can try again in {number} seconds.",
        left,
    ).format(number=left)
