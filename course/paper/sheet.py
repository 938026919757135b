"""What the Typst templates are given: the document and the words around it, as plain data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from course.language import _
from course.paper.code import drawn
from course.plan.document import Block, Contacts, Details, Document, Fact, Part, Table
from course.text import shown

_NUMBER = re.compile(r"\b(\d{1,2}) (?=[^\W\d])")


def for_typst(document: Document) -> dict[str, Any]:
    """The document as data for ``json.dumps``, every text fit to be shown."""
    data = _fields(document)
    data["parts"] = [_part(part) for part in document.parts]
    data["title"] = shown(document.title).strip() or _("Personal plan")
    data["metadata-title"] = _("Personal plan")  # viewers and printers show it: it names nobody
    data["words"] = _words()
    fit: dict[str, Any] = each_text(data, lambda text: _tied(shown(text)))
    return fit


def _tied(text: str) -> str:
    """The text with a small number on the line of the word after it: 11 pm, 1 December."""
    return _NUMBER.sub("\\1\u00a0", text)


def _part(part: Part) -> dict[str, Any]:
    return {**_fields(part), "blocks": [_block(block) for block in part.blocks]}


def _fields(thing: Document | Part) -> dict[str, Any]:
    """Its fields as they are: what they hold is turned into data by itself."""
    return {field.name: getattr(thing, field.name) for field in fields(thing)}


def _block(block: Block) -> dict[str, Any]:
    data = {**asdict(block), "kind": type(block).__name__}
    if isinstance(block, Table):
        data["labels"] = [Fact(head, "").label for head in block.heads]
    if isinstance(block, Contacts):
        for person, told in zip(block.people, data["people"], strict=True):
            told["code"] = drawn(person.dial) if person.dial else ""
    if isinstance(block, Details):
        for line, told in zip(block.lines, data["lines"], strict=True):
            told["facts"] = [{"label": fact.label, "words": fact.words} for fact in line.facts]
    return data


def _words() -> dict[str, Any]:
    return {
        "next-look": _("Next look:"),
        "suggested": _("suggested"),
        "legend": _("“Suggested”: by the course, until you write your own."),
        "learning": _("What I am learning"),
        "write-here": _("write here"),
        "notes": _("What changed, and what helped"),
        "sign": [_("Me"), _("With me today"), _("Date")],
        "fold-one": _("Fold 1: top half to the back"),
        "fold-two": _("Fold 2: like a book"),
        "open": _("Breathe out. Open this. Start at the top."),
        "cut": _("Cut along the dashed line"),
        "fold-at": [_("fold 1"), _("fold 2")],
        "call": _("call {number}"),
        "code": _("A code for a phone. It calls {name}: {number}"),
        "more": _("More in my plan: {count}"),
        "two-covers": _("One cover has my words, one has none. One to keep, one to give away."),
        "page-of": _("{page} of {pages}"),
    }


def each_text(data: Any, change: Callable[[str], str]) -> Any:
    """The same data with every text in it changed; keys stay."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: each_text(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [each_text(value, change) for value in data]
    return data
