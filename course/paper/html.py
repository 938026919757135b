"""A document as one HTML file: nothing is fetched, every text is escaped, and it prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import assert_never

from course.language import _
from course.plan.document import (
    Block,
    Cell,
    Contact,
    Contacts,
    Detail,
    Details,
    Document,
    EmptyRows,
    Paper,
    Part,
    Points,
    Sheet,
    Table,
    Words,
    WritingLines,
)
from course.text import shown

_STYLE = Path(__file__).parent / "templates" / "paper.css"
_SHEETS = {"a4": "A4", "us-letter": "letter"}
_BOX, _TICKED = "☐", "☑"
_A_FEW = 30
_A_NUMBER = 20


def to_html(document: Document, *, paper: Paper, sheet: Sheet) -> str:
    """The whole document. ``paper`` becomes the class of its body."""
    style = _STYLE.read_text("utf-8") + f"@page {{ size: {_SHEETS[sheet]}; }}\n"
    title = _("Personal plan")  # windows and printers show it: it names nobody
    lines = (
        "<!doctype html>",
        f'<html lang="{escape(document.language)}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">",
        f"<title>{escape(title)}</title>",
        f"<style>\n{style}</style></head>",
        f'<body class="{paper}">',
        *_head(document),
        "<main>",
        *(line for part in document.parts for line in _part(part)),
        "</main>",
        *_footer(document),
        "</body></html>",
    )
    return "\n".join(lines) + "\n"


def _head(document: Document) -> Iterator[str]:
    yield "<header>"
    if document.kicker:
        yield f'<p class="kicker">{_text(document.kicker)}</p>'
    yield f"<h1>{_text(document.title)}</h1>"
    about = [_text(word) for word in (document.name, document.date) if word]
    if document.next_look:
        about.append(_text(_("Next look: {day}").format(day=document.next_look)))
    if about:
        yield f'<p class="about">{" · ".join(about)}</p>'
    yield "</header>"


def _footer(document: Document) -> Iterator[str]:
    if document.footer:
        yield f"<footer>{_text(document.footer)}</footer>"


def _part(part: Part) -> Iterator[str]:
    aside = f" <small>{_text(part.aside)}</small>" if part.aside else ""
    yield f'<section class="{part.look}">'
    yield f"<h2>{_text(part.title)}{aside}</h2>"
    if part.suggested:
        words = _("Suggested by the course, until you write your own:")
        yield f'<p class="ours">{_text(words)}</p>'
    for block in part.blocks:
        yield from _block(block)
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Words):
        yield f"<h3>{_text(block.text)}</h3>" if block.lead else _paragraph(block.text)
    elif isinstance(block, Points):
        led = block.mark == "number" and not block.own
        points = ((_led(point) if led else _text(point), "", False) for point in block.points)
        yield from _list(block.mark, points)
    elif isinstance(block, Details):
        lines = ((_text(it.text), _facts(it), it.ticked) for it in block.lines)
        yield from _list(block.mark, lines)
    elif isinstance(block, Contacts):
        yield '<ul class="people">'
        yield from (f"<li>{_contact(person)}</li>" for person in block.people)
        yield "</ul>"
    elif isinstance(block, Table):
        yield from _table(block.heads, block.rows)
    elif isinstance(block, WritingLines | EmptyRows):
        yield from _to_fill(block)
    else:
        assert_never(block)


def _to_fill(block: WritingLines | EmptyRows) -> Iterator[str]:
    if isinstance(block, WritingLines) and block.mark:
        yield from _list(block.mark, [("", "", False)] * block.count, kind="to-write")
    elif isinstance(block, WritingLines):
        yield from ['<p class="line"></p>'] * block.count
    else:
        yield from _table(block.table.heads, block.table.rows, kind="empty")


def _list(mark: str, lines: Iterable[tuple[str, str, bool]], kind: str = "") -> Iterator[str]:
    tag = "ol" if mark == "number" else "ul"
    yield f'<{tag} class="{mark}{kind and " " + kind}">'
    for words, facts, ticked in lines:
        box = f'<span class="box">{_TICKED if ticked else _BOX}</span> ' if mark == "tick" else ""
        told = f"<br><small>{_text(facts)}</small>" if facts else ""
        yield f'<li dir="auto">{box}{words}{told}</li>'
    yield f"</{tag}>"


def _facts(line: Detail) -> str:
    return " · ".join(fact.told for fact in line.facts)


def _led(step: str) -> str:
    """A step of the course's own, with the few words first that say it all."""
    name, stop, rest = step.partition(". ")
    if not stop or len(name) > _A_FEW:
        return _text(step)
    return f"<strong>{_text(name + '.')}</strong> {_text(rest)}"


def _contact(person: Contact) -> str:
    number = f'<span class="phone">{_text(person.number)}</span>' if person.number else ""
    note = f"<small>{_text(person.note)}</small>" if person.note else ""
    name = f'<strong dir="auto">{_text(person.name)}</strong>'
    if len(person.number) > _A_NUMBER:  # stands below the name, not beside it
        return f'{name}<span class="phone long">{_text(person.number)}</span>{note}'
    return number + name + (note and f"<br>{note}")


def _table(
    heads: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], kind: str = ""
) -> Iterator[str]:
    yield f'<table class="{kind}">' if kind else "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{_text(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for row in rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
    yield "</tbody></table>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, bool):
        return f'<td class="box">{_TICKED if cell else _BOX}</td>'
    return f'<td dir="auto">{_text(cell)}</td>'


def _paragraph(text: str) -> str:
    return f'<p dir="auto">{_text(text)}</p>'


def _text(text: str) -> str:
    """Learner text with its own line breaks, and never as markup."""
    return "<br>".join(escape(line) for line in shown(text).split("\n"))
