"""A document as plain text: it reads well in any editor, aloud, and in braille."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import assert_never

from course.language import _
from course.plan.document import (
    Block,
    Contact,
    Contacts,
    Details,
    Document,
    EmptyRows,
    Fact,
    Part,
    Points,
    Table,
    Words,
    WritingLines,
    in_words,
)
from course.text import shown

_MARKS = {"point": "* ", "tick": "[ ] "}
_TICKED = "[x] "


def to_text(document: Document, width: int = 72) -> str:
    """The whole document, no line longer than ``width`` and no control character but line ends."""
    lines = [*_head(document, width)]
    for part in document.parts:
        lines += ["", "", *_part(part, width)]
    if document.footer:
        lines += ["", "", "-" * width, *_wrapped(document.footer, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(document: Document, width: int) -> Iterator[str]:
    yield from _wrapped(document.title, width)
    yield "=" * min(width, max(8, len(document.title)))
    about = " · ".join(word for word in (document.name, document.date) if word)
    if about:
        yield from _wrapped(about, width)
    if document.next_look:
        yield from _wrapped(_("Next look: {day}").format(day=document.next_look), width)


def _part(part: Part, width: int) -> Iterator[str]:
    title = _wrapped(part.title, width)
    yield from title
    yield "-" * max(map(len, title), default=1)
    if part.aside:
        yield from _wrapped(f"({part.aside})", width)
    if part.suggested:
        yield from _wrapped(_("Suggested by the course, until you write your own:"), width)
    for block in part.blocks:
        yield ""
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Words):
        yield from _wrapped(block.text, width)
    elif isinstance(block, Points):
        yield from _points(block, width)
    elif isinstance(block, Details):
        yield from _details(block, width)
    elif isinstance(block, Contacts):
        for person in block.people:
            yield from _contact(person, width)
    elif isinstance(block, Table):
        yield from _table(block, width)
    elif isinstance(block, WritingLines | EmptyRows):
        yield from _to_fill(block, width)
    else:
        assert_never(block)


def _points(points: Points, width: int) -> Iterator[str]:
    for n, point in enumerate(points.points, 1):
        yield from _wrapped(point, width, _MARKS.get(points.mark, f"{n}. "))


def _details(details: Details, width: int) -> Iterator[str]:
    for n, line in enumerate(details.lines, 1):
        mark = _TICKED if line.ticked else _MARKS.get(details.mark, f"{n}. ")
        yield from _wrapped(line.text, width, mark)
        for fact in line.facts:
            yield from _wrapped(fact.told, width, " " * len(mark))


def _contact(person: Contact, width: int) -> Iterator[str]:
    yield from _wrapped(": ".join(part for part in (person.name, person.number) if part), width)
    if person.note:
        yield from _wrapped(person.note, width, "    ")


def _table(table: Table, width: int) -> Iterator[str]:
    """Row by row, each cell under its own head: a grid would break at this width, and aloud."""
    for n, row in enumerate(table.rows):
        if n:
            yield ""
        if table.boxes:
            yield from _wrapped(in_words(row[0]), width, _MARKS["point"])
            yield from _wrapped(table.boxes, width, "  ")
            continue
        for head, cell in zip(table.heads, row, strict=True):
            if words := in_words(cell):
                yield from _wrapped(Fact(head, words).told, width)


def _to_fill(block: WritingLines | EmptyRows, width: int) -> Iterator[str]:
    """Room for a pen; of a table, each row as its heads with room behind them."""
    if isinstance(block, WritingLines):
        for n in range(1, block.count + 1):
            mark = _MARKS.get(block.mark, f"{n}. ") if block.mark else ""
            yield mark + "_" * (width - len(mark))
        return
    for n in range(block.rows):
        if n:
            yield ""
        for head in block.heads:
            title = " ".join(shown(Fact(head.title, "").label).split()) + " "
            yield title + "_" * max(8, width - len(title))


def _wrapped(text: str, width: int, mark: str = "") -> list[str]:
    """The text in lines of this width, its own line breaks kept, set in after ``mark``."""
    lines: list[str] = []
    for line in shown(text).split("\n"):
        first = mark if not lines else " " * len(mark)
        lines += textwrap.wrap(
            line,
            width,
            initial_indent=first,
            subsequent_indent=" " * len(mark),
            break_on_hyphens=False,
        ) or [first]
    return lines
