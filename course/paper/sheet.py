"""What the Typst templates are given: the document and the words around it, as plain data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from course.language import _
from course.paper.code import drawn
from course.plan.document import Contact, Document, Fact, Table
from course.text import shown

_AFTER_NUMBER = re.compile(r" (?:(?<=\b\d )|(?<=\b\d\d ))(?=[^\W\d])")


def for_typst(document: Document) -> dict[str, Any]:
    """The document as data for ``json.dumps``, every text fit to be shown."""
    data: dict[str, Any] = as_data(document)
    data["title"] = data["title"].strip() or _("Personal plan")
    data["metadata-title"] = _("Personal plan")  # viewers and printers show it: it names nobody
    data["words"] = {name: as_data(said) for name, said in _words().items()}
    return data


def as_data(thing: Any) -> Any:
    """The same as dicts and lists, each with the kind it is, and every text fit to be shown."""
    if isinstance(thing, str):
        return _tied(shown(thing))
    if isinstance(thing, tuple | list):
        return [as_data(each) for each in thing]
    if isinstance(thing, Fact):
        return {"label": as_data(thing.label), "words": as_data(thing.words)}
    if names := _names(thing.__class__):
        named = {name: as_data(getattr(thing, name)) for name in names}
        return {**named, **_besides(thing), "kind": type(thing).__name__}
    return thing


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; anything else has none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _tied(text: str) -> str:
    """The text with a small number on the line of the word after it: 11 pm, 1 December."""
    return _AFTER_NUMBER.sub("\u00a0", text)


def _besides(thing: Any) -> dict[str, Any]:
    """What can be told of it and is none of its fields."""
    if isinstance(thing, Table):
        return {"labels": [as_data(Fact(head, "").label) for head in thing.heads]}
    if isinstance(thing, Contact):
        return {"code": drawn(thing.dial) if thing.dial else ""}
    return {}


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
