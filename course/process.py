"""Keeping this process to itself, as far as the system lets us."""

from __future__ import annotations

import contextlib
import sys

_SET_DUMPABLE = 4


def keep_to_itself() -> None:
    """No core dump; on Linux no other process of the same user may read our memory."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
