"""A plan or handout as a list of blocks: what screens, text, Markdown and PDF are made from.

Holds plain words only: no notebook, no lesson, no layout. The few kinds of block are in ``Block``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from course.language import _

Paper = Literal["plan", "share", "card", "large", "wallet", "door", "week", "blank", "statement"]
"""The papers that can be made; ``plan.papers`` says what each is."""
Form = Literal["pdf", "html", "txt", "md"]
Sheet = Literal["a4", "us-letter"]

Look = Literal[
    "cover", "top", "panel", "people", "danger", "table", "column", "slip", "week", "full"
]
"""Where the two-page plan puts a section; other outputs ignore it."""
Mark = Literal["point", "number", "tick"]
"""What stands before a line: a point, its number, or a box to tick."""
Cell: TypeAlias = str | bool
"""Words, or whether a box is ticked."""


def in_words(cell: Cell) -> str:
    """A cell where no box can be drawn."""
    if isinstance(cell, bool):
        return _("yes") if cell else ""
    return cell


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. ``own`` words are the learner's; others are the course's."""

    text: str
    own: bool = True
    lead: bool = False
    """Says in a few words what comes next."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list: points, numbered steps, or boxes to tick."""

    points: tuple[str, ...]
    mark: Mark = "point"
    own: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about a line. The title says what it means, where the words alone do not."""

    title: str
    words: str

    @property
    def label(self) -> str:
        """The title as it stands before the words."""
        return self.title if self.title[-1:] in ("", "?", ":", "…") else f"{self.title}:"

    @property
    def told(self) -> str:
        """Title and words together."""
        return f"{self.label} {self.words}" if self.title else self.words


@dataclass(frozen=True, slots=True)
class Detail:
    """A line with what belongs to it."""

    text: str
    facts: tuple[Fact, ...] = ()
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """A list whose lines have facts, or boxes of which some are ticked."""

    lines: tuple[Detail, ...]
    mark: Mark = "point"
    own: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody or something to ring, text or visit."""

    name: str
    number: str = ""
    note: str = ""
    """When, what for, and how sure: hours, what they can do, "not confirmed"."""
    dial: str = ""
    """What a phone calls that reads the code (``tel:116123``); set on one line, or on none."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """People or lines, in the order in which to ring them."""

    people: tuple[Contact, ...]
    own: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. Every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    own: bool = True

    @property
    def boxes(self) -> str:
        """Where nothing but empty boxes stands behind each line: these, each with its head."""
        chart = all(cell is False for row in self.rows for cell in row[1:])
        return "  ".join(f"[ ] {head}" for head in self.heads[1:]) if self.rows and chart else ""


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on by hand."""

    count: int
    mark: Mark | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column to fill by hand, and the shape of what goes into it."""

    title: str
    shape: str = "text"


@dataclass(frozen=True, slots=True)
class EmptyRows:
    """A table to fill by hand."""

    heads: tuple[Head, ...]
    rows: int

    @property
    def table(self) -> Table:
        """The same as a table in which nothing is filled or ticked."""
        empty: tuple[Cell, ...] = tuple(
            False if head.shape == "tick" else "" for head in self.heads
        )
        return Table(tuple(head.title for head in self.heads), (empty,) * self.rows)


Block: TypeAlias = Words | Points | Details | Contacts | Table | WritingLines | EmptyRows


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the document."""

    id: str
    title: str
    aside: str = ""
    """A few small words beside the title."""
    blocks: tuple[Block, ...] = ()
    default: bool = False
    """Nothing was written yet: the blocks are the course's own words, and say so."""
    look: Look = "full"

    @property
    def suggested(self) -> bool:
        """Whether it is a suggestion of the course's; what saves a life is none."""
        return self.default and self.look != "danger"


@dataclass(frozen=True, slots=True)
class Document:
    """Something a person can hold."""

    title: str
    kicker: str = ""
    """A few words above the title."""
    name: str = ""
    """The name or nickname on the cover; empty unless the learner wants one."""
    date: str = ""
    """The day it was made, as the language writes it."""
    next_look: str = ""
    footer: str = ""
    parts: tuple[Part, ...] = field(default=())
    language: str = "en"
