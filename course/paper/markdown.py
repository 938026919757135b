"""A document as Markdown. The learner's words are escaped, so that they are shown as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from course.language import _
from course.plan.document import (
    Block,
    Cell,
    Contact,
    Contacts,
    Details,
    Document,
    EmptyRows,
    Part,
    Points,
    Table,
    Words,
    WritingLines,
)
from course.text import shown

_MARKS = {"point": "- ", "tick": "- [ ] "}
_TICKED = "- [x] "
_BOX, _FULL_BOX = "☐", "☑"
_TO_WRITE_ON = "\\" + "_" * 40  # one sign escaped: else it would be a rule
_ANYWHERE = re.compile(r"([\\`*_\[\]<>#|~&$!])")
_AT_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")


def to_markdown(document: Document) -> str:
    """The whole document."""
    pieces = [*_head(document)]
    for part in document.parts:
        pieces += _part(part)
    if document.footer:
        pieces += ["---", _text(document.footer)]
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _head(document: Document) -> Iterator[str]:
    yield f"# {_line(document.title)}"
    yield _text(" · ".join(word for word in (document.name, document.date) if word))
    if document.next_look:
        yield _text(_("Next look: {day}").format(day=document.next_look))


def _part(part: Part) -> Iterator[str]:
    yield f"## {_line(part.title)}"
    if part.aside:
        yield f"({_line(part.aside)})"
    if part.suggested:
        yield f"*{_line(_('Suggested by the course, until you write your own:'))}*"
    last = ""
    for block in part.blocks:
        body = _block(block)
        if last.startswith("- ") and body.startswith("- "):
            yield "<!-- -->"  # else two lists would run into one
        yield body
        last = body


def _block(block: Block) -> str:
    if isinstance(block, Words):
        return f"**{_line(block.text)}**" if block.lead else _text(block.text)
    if isinstance(block, Points):
        return "\n".join(
            _item(_MARKS.get(block.mark, f"{n}. "), _text(point))
            for n, point in enumerate(block.points, 1)
        )
    if isinstance(block, Details):
        return "\n".join(_details(block))
    if isinstance(block, Contacts):
        return "\n".join(_item("- ", _contact(person)) for person in block.people)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, WritingLines):
        return _to_write(block)
    if isinstance(block, EmptyRows):
        return _table(block.table)
    assert_never(block)


def _to_write(lines: WritingLines) -> str:
    if not lines.mark:
        return "\n\n".join([_TO_WRITE_ON] * lines.count)
    marks = (_MARKS.get(lines.mark, f"{n}. ") for n in range(1, lines.count + 1))
    return "\n".join(mark + _TO_WRITE_ON for mark in marks)


def _details(details: Details) -> Iterator[str]:
    for n, line in enumerate(details.lines, 1):
        mark = _TICKED if line.ticked else _MARKS.get(details.mark, f"{n}. ")
        facts = " · ".join(_line(fact.told) for fact in line.facts)
        yield _item(mark, _text(line.text) + (f"\\\n{facts}" if facts else ""))


def _item(mark: str, text: str) -> str:
    return mark + text.replace("\n", "\n" + " " * (mark.index(" ") + 1))


def _contact(person: Contact) -> str:
    name = f"**{name}**" if (name := _line(person.name)) else ""
    first = " ".join(part for part in (name, _line(person.number)) if part)
    return first + (f"\\\n{_line(person.note)}" if person.note else "")


def _table(table: Table) -> str:
    heads = [_line(head) for head in table.heads]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(cell: Cell) -> str:
    if isinstance(cell, bool):
        return _FULL_BOX if cell else _BOX
    return _line(cell)


def _line(text: str) -> str:
    """Learner text on one line."""
    return _escaped(" ".join(shown(text).split()))


def _text(text: str) -> str:
    """Learner text with its own line breaks."""
    lines = (_escaped(" ".join(line.split())) for line in shown(text).split("\n"))
    return "\\\n".join(line for line in lines if line)


def _escaped(line: str) -> str:
    line = _ANYWHERE.sub(r"\\\1", line)
    return _AT_START.sub(lambda found: _guard(found[1]), line)


def _guard(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"
