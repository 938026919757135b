"""Hiding: a cover over everything at once, and what brings the page back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.events import Event, InputEvent, Key, Paste
from textual.screen import Screen

from course.language import _
from course.ui.covers import CodeCover, go_on
from course.ui.erasing import Erasing
from course.ui.hearing import ALWAYS
from course.ui.screens.base import CourseScreen
from course.ui.shell import Cover
from course.ui.tries import Tries, uptime

if TYPE_CHECKING:
    from course.ui.outside import Outside

_DEAF = 0.3
"""Seconds after a passphrase in which keys are nobody's: the rest of a paste, say."""

_HINT = 5.0
"""Seconds in which a hint may stand over what one came back to."""


class Hiding(Erasing):
    """An app that can be hidden with one key, and brought back with Enter or a code."""

    def __init__(self, outside: Outside) -> None:
        super().__init__(outside)
        self.uptime = uptime
        self.code = ""
        """Four digits that bring back what was hidden. Never written anywhere."""
        self.tries = Tries()
        self.touched = self.uptime()
        """When somebody last did something."""
        self._deaf_until = 0.0
        self._told_of_code = False
        self._untold: list[str] = []

    # Keys

    async def on_event(self, event: Event) -> None:
        """Notice that somebody is there; hear nothing right after a passphrase."""
        if isinstance(event, InputEvent | Paste) and not event.is_forwarded:
            if self._is_deaf_to(event):
                return
            self.touched = self.uptime()
        await super().on_event(event)

    def _is_deaf_to(self, event: Event) -> bool:
        if self.uptime() >= self._deaf_until:
            return False
        return isinstance(event, Paste) or (isinstance(event, Key) and event.key not in ALWAYS)

    def be_deaf(self) -> None:
        """For a moment, take no key but those that help and hide."""
        self._deaf_until = self.uptime() + _DEAF
        self._ahead = [each for each in self._ahead if not self._is_deaf_to(each)]

    # Hiding

    @property
    def covered(self) -> bool:
        """Whether a cover lies over everything, or under help alone."""
        return any(isinstance(screen, Cover) for screen in self.screen_stack)

    def action_hide(self) -> None:
        """Cover everything, or bring it back."""
        if self.leaving:
            return
        if isinstance(self.screen, Cover):
            plain = type(self.screen) is Cover
            self.screen.uncover()
            if plain:
                self._tell_of_code()
        elif self.covered:
            self.to_cover()
        else:
            self.cover()

    def cover(self) -> None:
        """Cover at once; what is locked is then saved and dropped."""
        self.change_of_mind()
        self.clear_notifications()  # they would stand on the cover too
        for screen in self.screen_stack:
            if isinstance(screen, CourseScreen):
                screen.forget_secrets()
        if self.locked:
            self.lock()
        elif self.code:
            self.push_screen(CodeCover())
        else:
            self.push_screen(Cover(go_on()))

    def lock(self) -> None:
        """Cover what is locked, and close it."""

    @property
    def above_cover(self) -> list[Screen[Any]]:
        """The screens that are not under a cover."""
        stack = self.screen_stack
        at = max((n for n, each in enumerate(stack) if isinstance(each, Cover)), default=-1)
        return list(stack[at + 1 :])

    def to_cover(self) -> None:
        """Take away what lies over the cover."""
        while self.covered and not isinstance(self.screen, Cover):
            self.pop_screen()

    def uncover_with(self, code: str) -> bool:
        """Go on, if this is the code."""
        if code != self.code:
            self.tries.wrong(self.uptime())
            return False
        self.tries.right()
        if isinstance(self.screen, Cover):
            self.pop_screen()
        return True

    def tell_when_seen(self, sentence: str) -> None:
        """Say it now, or once a page is there again: nothing is said on a cover."""
        self._untold.append(sentence)
        self.tell_the_rest()

    def tell_the_rest(self) -> None:
        """Say what could not be said before."""
        if self.session is not None and not self.covered:
            rest, self._untold = self._untold, []
            for sentence in rest:
                self.tell(sentence)

    def _tell_of_code(self) -> None:
        """Once, after the first time."""
        if not self._told_of_code:
            self._told_of_code = True
            said = _("Settings can set a code, so that only you bring your page back.")
            self.tell(said, seconds=_HINT)
