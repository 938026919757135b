"""What are the files of a notebook called, and is there one? Imports nothing heavy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

LOCK = ".lock"
TEMPORARY = ".tmp-"
_PATTERN = re.compile(r"notebook-(\d{8,})(-unreadable(?:-\d+)?)?\.toml")


def name(number: int) -> str:
    """The file of one generation."""
    return f"notebook-{number:08d}.toml"


def unreadable_name(number: int, nth: int) -> str:
    """The file of a generation that was set aside; ``nth`` counts from 1."""
    return f"notebook-{number:08d}-unreadable{f'-{nth}' if nth > 1 else ''}.toml"


def generations(names: Iterable[str]) -> list[int]:
    """The numbers of the generations among these names, newest first."""
    found = (_PATTERN.fullmatch(each) for each in names)
    return sorted((int(match[1]) for match in found if match and not match[2]), reverse=True)


def highest(names: Iterable[str]) -> int:
    """The highest number ever given that still shows; what was set aside keeps its number.

    No number is used twice: a window that still holds the unreadable generation must meet a
    conflict, never overwrite.
    """
    found = (_PATTERN.fullmatch(each) for each in names)
    return max((int(match[1]) for match in found if match), default=0)


def exists(folder: Path) -> bool:
    """Whether a notebook is kept here. A folder that may not be listed counts as one."""
    try:
        return bool(generations(os.listdir(folder)))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
