"""Who unlocks now? On a machine with many seats one after the other, so that memory does not fill.

The lock lies on this very file, which all seats of a machine share: nothing has to be written, and
so nothing tells that somebody unlocked. Who waits too long, or cannot wait, goes ahead.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from course.store import disk

PATIENCE = 10.0
"""Seconds to wait for the others. Twenty at once take about three."""


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Held while one name and passphrase are worked on."""
    with contextlib.ExitStack() as until_done:
        with contextlib.suppress(OSError):  # also when it took too long; on Windows nobody waits
            handle = os.open(__file__, os.O_RDONLY)
            until_done.callback(os.close, handle)
            if os.name != "nt":
                disk.take(handle, PATIENCE)
        yield
