"""What is told and asked on a page to fill in by hand. Plain words: no lesson, no layout.

The plan's blocks (``course.plan.document``) are for every output; these are for paper alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from course.plan.document import EmptyRows, WritingLines


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style."""

    text: str
    mark: Literal["", "strong", "em"] = ""


Text: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Items:
    """Points or numbered steps."""

    items: tuple[Text, ...]
    numbered: bool = False


Prose: TypeAlias = tuple[Para | Items, ...]


# What is told


@dataclass(frozen=True, slots=True)
class Passage:
    """Some prose, and who says it."""

    voice: str
    name: str
    """The voice in words; empty for the lesson itself."""
    prose: Prose
    notes: tuple[str, ...] = ()
    """Sources, and who has looked at it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read."""

    title: str
    passages: tuple[Passage, ...]


# What is asked


@dataclass(frozen=True, slots=True)
class Choice:
    """Something with a letter before it."""

    letter: str
    words: Text


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes to tick, or to write a number into."""

    choices: tuple[Choice, ...]
    mark: Literal["tick", "number"] = "tick"


@dataclass(frozen=True, slots=True)
class Sorting:
    """A tick for each thing, under one of the heads."""

    heads: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A way on in a story; ``to`` is the label of a scene."""

    words: Text
    to: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One part of a story; an end when there is no way on."""

    label: str
    title: str
    prose: Prose
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Its first scene, and then the others in an order that cannot be read on."""

    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to circle one of, and what the ends mean."""

    values: tuple[int, ...]
    low: Text = ()
    high: Text = ()


@dataclass(frozen=True, slots=True)
class Menu:
    """Ideas to pick from, in small."""

    title: str
    entries: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """A few boxes to tick on one line, after a question in a few words."""

    asked: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refer:
    """A sentence in which ``{page}`` is the page of a question."""

    sentence: str
    target: str


@dataclass(frozen=True, slots=True)
class Label:
    """What the lines below it are for."""

    words: str


Body: TypeAlias = (
    Choices
    | Sorting
    | Story
    | Scale
    | WritingLines
    | EmptyRows
    | Menu
    | Ways
    | Refer
    | Label
    | Items
)


@dataclass(frozen=True, slots=True)
class Question:
    """Something to do, with its number."""

    number: str
    id: str
    """By which other pages point to it; empty when it is asked again."""
    how: str
    """What to do, in a few words."""
    lead: Prose
    body: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson."""

    number: int
    title: str
    summary: str
    minutes: int
    reviewed: str
    steps: tuple[Reading | Question, ...]
