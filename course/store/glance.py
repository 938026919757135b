"""What the first frame needs of a kept notebook, without reading it: the colours.

A learner's words cannot be mistaken for a setting: in our files no text spans lines.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from course.store.names import UNLOCKED

_THEME = re.compile(rb'^theme = "([a-z-]*)"$', re.MULTILINE)


def theme(folder: Path) -> str:
    """The colours that were chosen; empty when none were, or nothing can be read."""
    try:
        newest = UNLOCKED.generations(os.listdir(folder))
        found = _THEME.search((folder / UNLOCKED.name(newest[0])).read_bytes()) if newest else None
    except OSError:
        return ""
    return found[1].decode() if found else ""
