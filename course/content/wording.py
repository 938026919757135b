"""The words that hurt, and what to say instead: ``language.toml``, and looking a text through.

A row looks for whole words, in any case. Words that mean many things are looked for in phrases,
so that “a clean plate” passes. Nothing a learner writes is ever looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, StrictInt

from course.content.prompts import Frozen
from course.content.tables import TableFile

Level = Literal["E", "W", "I"]
Where = Literal["feedback", "program"]


class Row(Frozen):
    """What to avoid, and how hard."""

    id: StrictInt
    """Its number in the course's language notes."""
    find: tuple[str, ...]
    """Regular expressions for whole words."""
    say: str
    why: str = Field(min_length=1)
    """The reason, and where it comes from."""
    level: Level
    """``E`` is a mistake, ``W`` needs a written reason, ``I`` is a note."""
    unless: tuple[str, ...] = ()
    """Phrases in which the row does not count."""
    where: tuple[Where, ...] = ()
    """Only in these texts; in all when empty."""


class Innocent(Frozen):
    """A phrase in which no row counts, such as the name of a group."""

    phrase: str
    why: str = Field(min_length=1)


class Wording(Frozen):
    """The whole table."""

    rows: tuple[Row, ...] = ()
    innocent: tuple[Innocent, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where a row applies."""

    row: Row
    words: str
    start: int


def read_wording(file: Path) -> Wording:
    """The table in ``language.toml``, or ``Unreadable`` with all that is wrong in it."""
    tables = TableFile(file)
    rows = tables.tables("rows", Row)
    innocent = tables.tables("innocent", Innocent)
    tables.only("rows", "innocent")
    tables.unique("rows", [str(row.id) for row in rows])
    for phrase in _phrases(rows, innocent):
        try:
            _pattern(phrase)
        except re.error as problem:
            line = next((n for n, text in enumerate(tables.lines, 1) if phrase in text), 0)
            tables.notes.at(line, f"this phrase cannot be looked for: {problem}", "Mend it.")
    tables.done()
    return Wording(rows=rows, innocent=innocent)


def _phrases(rows: tuple[Row, ...], innocent: tuple[Innocent, ...]) -> Iterator[str]:
    for row in rows:
        yield from (*row.find, *row.unless)
    yield from (one.phrase for one in innocent)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as whole words; a space also matches a hyphen or a line break."""
    spaced = phrase.replace(" ?", r"[\s-]?").replace(" ", r"[\s-]+")
    return re.compile(rf"(?<![\w])(?:{spaced})(?![\w])", re.IGNORECASE)


@cache
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(phrase).pattern for phrase in phrases), re.IGNORECASE)


def hits(table: Wording, text: str, role: str = "") -> list[Hit]:
    """Where the table speaks about the text; of hits that overlap only the gravest and longest."""
    text = text.replace("’", "'")
    spared = _spans(tuple(one.phrase for one in table.innocent), text)
    found = [hit for row in table.rows for hit in _of_row(row, text, role, spared)]
    found.sort(key=lambda hit: ("EWI".index(hit.row.level), -len(hit.words), hit.start))
    kept: list[Hit] = []
    for hit in found:
        if not any(_overlap(_span(hit), _span(other)) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _of_row(row: Row, text: str, role: str, spared: list[tuple[int, int]]) -> Iterator[Hit]:
    if row.where and role not in row.where:
        return
    own = [*spared, *_spans(row.unless, text)]
    for found in _any(row.find).finditer(text):
        if not any(_overlap(found.span(), span) for span in own):
            yield Hit(row, found[0], found.start())


def _spans(phrases: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _any(phrases).finditer(text)] if phrases else []


def _span(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.start + len(hit.words)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
