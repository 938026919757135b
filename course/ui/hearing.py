"""Keys, one at a time and in their order: none is heard before all that the last one did is done.

Textual hands a key to whatever has the focus in that moment, and it comes back up from there, for
the bindings, a few turns later. Two keys in one go, as from somebody quick, on a slow machine or at
the end of a slow line, would both be meant for the same page: the second Enter would pick once more
from a list that is gone, and letters for the next field would be nobody's.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain

from textual.dom import DOMNode
from textual.events import Event, Key, Paste

from course.ui.shell import Shell

ALWAYS = frozenset({"f1", "f9", "ctrl+l", "ctrl+q"})
"""Keys that overtake those that wait for something that takes a while."""
_LONGEST = 2.0
"""Seconds after which the next key is heard in any case."""


class Hearing(Shell):
    """A window that lets a key wait while the one before it is at work."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: list[Key | Paste] = []
        """Keys that came before what they are meant for."""
        self._overtaken = 0
        """How many of those came before the key that is heard now."""
        self._at_work_until = 0.0

    async def on_event(self, event: Event) -> None:
        """Keys wait for their turn."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._ahead.append(event)
            await self._hear_next()
        else:
            await super().on_event(event)

    def must_wait(self, event: Key | Paste) -> bool:
        """Whether it is meant for something that is not there yet."""
        return False

    def about_to_hear(self, event: Key | Paste) -> None:
        """Before it goes to whatever has the focus."""

    def forget_keys(self) -> None:
        """Those that came before now, or before the key that is heard now, are nobody's."""
        del self._ahead[: self._overtaken if self.at_work else None]
        self._overtaken = 0

    @property
    def typed_ahead(self) -> bool:
        """Whether letters wait: somebody is typing, and goes on with it."""
        return any(isinstance(key, Paste) or key.is_printable for key in self._ahead[:1])

    @property
    def at_work(self) -> bool:
        """Whether a key is being heard."""
        return time.monotonic() < self._at_work_until

    async def _hear_next(self) -> None:
        turn = next((n for n, key in enumerate(self._ahead) if not self.must_wait(key)), None)
        if turn is None or not self.screen_stack or self.at_work or self._page_comes():
            return
        key, self._overtaken = self._ahead.pop(turn), turn
        self._at_work_until = time.monotonic() + _LONGEST
        self.about_to_hear(key)
        way = list(self._way_up())
        await super().on_event(key)
        while self._is_letter(key) and self._ahead and self._is_letter(self._ahead[0]):
            key = self._ahead.pop(0)  # of the same word: none of them leads anywhere else
            await super().on_event(key)
        # As the key goes up; as what it set off goes up; and from where the next key would begin.
        self._go_behind(chain(way, way, self._way_up()))

    def _is_letter(self, key: Key | Paste) -> bool:
        """Whether it only adds to the field that has the focus."""
        in_field = getattr(self.focused, "takes_letters", False)
        return in_field and isinstance(key, Key) and key.is_printable and not self.must_wait(key)

    def _page_comes(self) -> bool:
        """Whether there is a new page that is not made yet; then we are called again."""
        return any(
            not screen.is_mounted and screen.call_later(self.call_later, self._hear_next)
            for screen in self.screen_stack[-1:]
        )

    def _way_up(self) -> Iterator[DOMNode]:
        """From where a key begins up to us."""
        for screen in self.screen_stack[-1:]:
            yield from (screen.focused or screen).ancestors_with_self

    def _go_behind(self, way: Iterator[DOMNode]) -> None:
        """Stand in line, behind the key, with each of those it passes."""
        for node in way:
            if node.call_later(self._go_behind, way):
                return
        self._at_work_until = 0.0
        self.call_later(self._hear_next)
