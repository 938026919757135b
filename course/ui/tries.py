"""Wrong tries: after the third, each has to wait a little longer before the next."""

from __future__ import annotations

import time

_FREE = 3
_LONGEST = 30.0


class Tries:
    """Counts them in a row. It hinders who stands at the keyboard, not who took the files."""

    def __init__(self) -> None:
        self._wrong = 0
        self._free_at = 0.0

    def wrong(self, now: float) -> None:
        """One more."""
        self._wrong += 1
        if self._wrong >= _FREE:
            self._free_at = now + min(_LONGEST, 2.0 ** (self._wrong - _FREE))

    def right(self) -> None:
        """Forget them."""
        self._wrong, self._free_at = 0, 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next try may be made; 0 when it may."""
        return max(0.0, self._free_at - now)


def uptime() -> float:
    """Seconds that go on while the machine sleeps, where there is such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
