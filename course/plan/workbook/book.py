"""A workbook as its template sets it: help, lessons, answers, and an empty plan."""

from __future__ import annotations

from dataclasses import dataclass

from course.plan.document import Block, Part
from course.plan.workbook.pages import Lesson, Prose, Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so."""

    label: str
    """The letter of the choice, or the way from one scene to the next."""
    words: Text
    why: Prose
    right: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """What the back of the book says to one question."""

    number: str
    said: str
    """The answer, or a title, in a few words."""
    reasons: tuple[Reason, ...] = ()
    prose: Prose = ()


@dataclass(frozen=True, slots=True)
class Solutions:
    """Those of one lesson."""

    number: int
    title: str
    solutions: tuple[Solution, ...]
    free: tuple[str, ...] = ()
    """The numbers of the questions that nobody but the person can answer."""


@dataclass(frozen=True, slots=True)
class Help:
    """The page to turn to in a bad minute."""

    asked: str
    act: str
    steps: tuple[tuple[str, str], ...]
    crisis: tuple[str, str]
    lines: tuple[Block, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The whole book."""

    title: str
    kicker: str
    about: str
    help: Help
    lessons: tuple[Lesson, ...]
    solutions: tuple[Solutions, ...]
    plan: tuple[Part, ...]
    language: str = "en"
    missing: tuple[str, ...] = ()
    """The lessons that could not be read, and are not in it."""
