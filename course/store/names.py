"""What are the files of a notebook called, and is there one? Imports nothing heavy."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

LOCK = ".lock"
TEMPORARY = ".tmp-"
NOTEBOOK = "notebook"
"""The folder of the unlocked notebook."""
DOORS = "doors"
"""The folder of what a name and a passphrase open; see ``doors``."""
RECORDS = "records"
"""The folder that holds a folder for each locked notebook."""
STATE = "state"
"""The folder of what is remembered; beside the others only where one folder holds all."""
SEALED = ".sealed"


class Place(NamedTuple):
    """Where notebooks lie, and what is remembered of them."""

    home: Path
    state: Path

    @classmethod
    def at(cls, folder: Path) -> Place:
        """All in one folder: that given with ``--home``, or one on a stick."""
        return cls(folder, folder / STATE)


class Names(NamedTuple):
    """How the generations of a notebook are called."""

    stem: str
    ending: str

    def name(self, number: int) -> str:
        """The file of one generation."""
        return f"{self.stem}-{number:08d}{self.ending}"

    def unreadable_name(self, number: int, nth: int) -> str:
        """The file of a generation that was set aside; ``nth`` counts from 1."""
        again = f"-{nth}" if nth > 1 else ""
        return f"{self.stem}-{number:08d}-unreadable{again}{self.ending}"

    def generations(self, names: Iterable[str]) -> list[int]:
        """The numbers of the generations among these names, newest first."""
        found = map(self._parts, names)
        return sorted((int(match[1]) for match in found if match and not match[2]), reverse=True)

    def highest(self, names: Iterable[str]) -> int:
        """The highest number ever given that still shows; what was set aside keeps its number.

        No number is used twice: a window that still holds the unreadable generation must meet a
        conflict, never overwrite.
        """
        return max((int(match[1]) for match in map(self._parts, names) if match), default=0)

    def ours(self, name: str) -> bool:
        """Whether a file is a generation, set aside or not, or left by a save that was killed."""
        return bool(self._parts(name)) or name.startswith(TEMPORARY)

    def aside(self, name: str) -> bool:
        """Whether a file is a generation that was set aside."""
        match = self._parts(name)
        return bool(match and match[2])

    def aside_since(self, names: Iterable[str], number: int) -> tuple[str, ...]:
        """What was set aside, among these names, of generations after this one."""
        return tuple(
            name
            for name in sorted(names)
            if (match := self._parts(name)) and match[2] and int(match[1]) > number
        )

    def _parts(self, name: str) -> re.Match[str] | None:
        return _pattern(self.stem, self.ending).fullmatch(name)


@cache
def _pattern(stem: str, ending: str) -> re.Pattern[str]:
    """Number, and whether it was set aside."""
    return re.compile(rf"{stem}-(\d{{8,}})(-unreadable(?:-\d+)?)?{re.escape(ending)}", re.ASCII)


UNLOCKED = Names("notebook", ".toml")
LOCKED = Names("record", SEALED)


def exists(folder: Path) -> bool:
    """Whether an unlocked notebook is kept here. A folder that may not be listed counts as one."""
    return _holds(folder, lambda names: bool(UNLOCKED.generations(names)))


def any_door(folder: Path) -> bool:
    """Whether anything can be opened here with a passphrase. Whose it is nobody can tell."""
    return _holds(folder, lambda names: any(name.endswith(SEALED) for name in names))


def _holds(folder: Path, found: Callable[[list[str]], bool]) -> bool:
    try:
        return found(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
