"""Keys are in this program's memory while a notebook is open: keep other programs out of it."""

from __future__ import annotations

import contextlib
import ctypes

_PR_SET_DUMPABLE = 4


def close_to_others() -> None:
    """No core file, and no reading by other programs of this user. As far as the system goes along.

    On Linux both; elsewhere on POSIX no core file. Who is root reads it all the same.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
