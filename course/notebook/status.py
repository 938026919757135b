"""How did it go, keeping the notebook? Said by the store, shown by the screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from course import errors
from course.language import _


@dataclass(frozen=True, slots=True)
class Saved:
    """All that was said is on the disk."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The newest words are in memory only; it is tried again by itself."""

    why: str
    """In words for a person, to stand after "Not saved: "."""


@dataclass(frozen=True, slots=True)
class Gone(NotSaved):
    """So it is, and it will not come by itself: the notebook is not there any more."""


Status: TypeAlias = Saved | NotSaved


def not_done(problem: errors.HandrailError) -> str:
    """What to tell of something that was asked for, such as a lock, and was refused."""
    if not isinstance(problem, errors.NotSaved):
        return str(problem)
    said = _("That could not be done: {why}. What you had is still there. You can try again.")
    return said.format(why=problem)


def said(status: Status) -> str:
    """In words, for the bar below."""
    return unless_saved(status) or _("Saved")


def unless_saved(status: Status) -> str:
    """The same; empty when all is saved."""
    return _("Not saved: {why}").format(why=status.why) if isinstance(status, NotSaved) else ""
