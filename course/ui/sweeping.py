"""What was dropped leaves the memory, too: threads, tidying and lines that were drawn forget it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import TYPE_CHECKING

from course.language import _
from course.ui.hiding import Hiding

if TYPE_CHECKING:
    from course.ui.outside import Outside

_AGAIN, _LAST = 0.5, 30.0
"""Seconds after which what should have left the memory is looked for again: at first, at last."""


_Remembering = type(cache(_))
"""What ``functools`` makes of a function that remembers its answers."""
_REMEMBER = ("rich.", "textual.", "course.paper.")
"""In which such functions are given a person's words."""


class Sweeping(Hiding):
    """An app that can forget whom it worked for."""

    def __init__(self, outside: Outside) -> None:
        super().__init__(outside)
        self._hands: ThreadPoolExecutor | None = None

    def on_mount(self) -> None:
        """Have threads of our own."""
        self.change_hands()

    def change_hands(self) -> None:
        """Other threads for work behind the screen: an idle one remembers whom it worked for."""
        before, self._hands = self._hands, ThreadPoolExecutor()
        asyncio.get_running_loop().set_default_executor(self._hands)
        if before is not None:
            before.shutdown(wait=False)

    def sweep(self, dropped: Callable[[], object], wait: float = _AGAIN) -> None:
        """Until nothing holds it any more: a busy machine may still be closing its screens."""
        gc.unfreeze()  # what was loaded at the start was set aside from sweeping
        _forget_lines()
        gc.collect()
        if dropped() is not None and wait < _LAST:
            self.set_timer(wait, partial(self.sweep, dropped, wait * 1.5))


def _forget_lines() -> None:
    """Whoever draws a line, or sets it on paper, remembers it for the next time.

    (Never by way of all objects: a tuple that another thread is just making breaks if it is seen.)
    """
    for each in gc.get_referrers(_Remembering):
        if isinstance(each, _Remembering) and each.__module__.startswith(_REMEMBER):
            each.cache_clear()
