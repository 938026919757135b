"""Everything that can go wrong in a way a person should hear about.

    HandrailError           what happened, what was kept, what to do next
    ├── Unreadable          lessons that break the form; carries every problem at once
    ├── Missing             a lesson, a prompt or a text that is not there
    ├── StoreError          a notebook that cannot be read or kept
    │   ├── NotSaved        the disk said no; the words are still in memory
    │   │   └── Gone        the notebook was locked, moved or removed meanwhile
    │   ├── Conflict        another window saved first
    │   ├── Damaged         no copy could be read; none was touched
    │   ├── TooNew          written by a newer Handrail; opened to read only
    │   ├── NoDoor          nothing opens with this name and passphrase
    │   ├── Taken           this name and passphrase open a notebook already
    │   └── TooLittleMemory the machine is short of memory; the passphrase was not even tried
    └── PaperError          a paper that could not be made or saved

The message of each is a sentence for people. None may hold a learner's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a lesson file, in words for a counsellor."""

    file: str
    line: int
    """Counted from 1; 0 when the whole file is meant."""
    what: str
    remedy: str
    level: Literal["E", "W", "I"] = "E"
    """``E`` a mistake, ``W`` what needs a written reason, ``I`` a note that hinders nobody."""
    rule: str = ""
    """The rule that found it, such as ``H4`` or ``L23``; empty for the form of a file."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what}\n    {self.remedy}"


class HandrailError(Exception):
    """The root of the family."""


class Unreadable(HandrailError):
    """Content that breaks the form of a lesson."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Missing(HandrailError):
    """Something was asked for by a name that nothing here has."""


class StoreError(HandrailError):
    """The root of all trouble with keeping."""


class NotSaved(StoreError):
    """The disk did not take it. What was said is still in memory."""


class Gone(NotSaved):
    """The notebook is not where it was: another window locked, moved or forgot it."""


class Conflict(StoreError):
    """Somebody else saved a newer version first."""


class Damaged(StoreError):
    """No copy of the notebook could be read. None was changed or removed."""


class TooNew(StoreError):
    """The notebook was written by a newer Handrail than this one."""


class NoDoor(StoreError):
    """Nothing opens with these two. Never says which of them is unknown."""


class Taken(StoreError):
    """These two open a notebook here already."""


class TooLittleMemory(StoreError):
    """The machine is short of memory: whether the passphrase is right was not even tried."""


class PaperError(HandrailError):
    """A paper could not be made or saved."""
