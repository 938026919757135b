"""What the first frame needs of a kept notebook, without reading it: colours, and a place.

A learner's words cannot be mistaken for either: in our files no text spans lines. Whatever is
missed here is put right once the notebook is read.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from course.store.names import UNLOCKED

_THEME = re.compile(rb'^theme = "([a-z-]*)"$', re.MULTILINE)


class Left(NamedTuple):
    """Where a lesson was left."""

    step: str
    seen: tuple[str, ...]


def theme(folder: Path) -> str:
    """The colours that were chosen; empty when none were, or nothing can be read."""
    found = _THEME.search(_newest(folder))
    return found[1].decode() if found else ""


def left_at(folder: Path, lesson_id: str) -> Left | None:
    """The step to go on with; None where the lesson begins anew, or nothing can be read."""
    name = re.escape(lesson_id.encode())
    table = rb'^\[places\.("?)%b\1\]\n((?:[^\[\n].*\n)*)' % name
    found = re.search(table, _newest(folder), re.MULTILINE)
    try:
        place = tomllib.loads(found[2].decode()) if found else {}
        through = place["finished"] and place["number"] == place["of"]
        return None if through else Left(place["step"], tuple(place["seen"]))
    except (ValueError, KeyError, TypeError):  # a TOMLDecodeError is a ValueError
        return None


def _newest(folder: Path) -> bytes:
    try:
        newest = UNLOCKED.generations(os.listdir(folder))
        return (folder / UNLOCKED.name(newest[0])).read_bytes() if newest else b""
    except OSError:
        return b""
