"""Bullets -> options: their words, ids and reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.content.inline import line_of
from course.content.markdown import Item, Words, to_prose
from course.content.marks import Ids, Tail, split_tail
from course.content.notes import Notes
from course.content.portions import Portion
from course.content.prompts import Option
from course.content.prose import Prose

_BOX = re.compile(r"\[([ xX]?)\](?:\s+|$)")


def option(item: Item, ids: Ids, notes: Notes, asks_why: bool = False) -> Option:
    """One bullet as an option."""
    item = _with_marked_reason(item, notes)
    raw, tail = ids.take(item.raw, item.line)
    only_id(tail, item.line, notes)
    if asks_why and not item.why:
        remedy = "Below it, two spaces in, write  > and why it fits or does not."
        notes.at(item.line, "an answer without its reason", remedy)
    if not raw:
        notes.at(item.line, "an answer without words", "Write the words before the {#id}.")
    words = line_of(raw, item.line, notes)
    return Option(id=tail.id, words=words, why=to_prose(item.why, notes))


def _with_marked_reason(item: Item, notes: Notes) -> Item:
    """The item; a reason below it that lacks its ``>`` is noted once and taken as one."""
    first, _, rest = item.raw.partition("\n")
    if not rest or split_tail(first)[1] is None:
        return item
    notes.at(item.line + 1, "words after the {#id}", "If they are the reason, put > before them.")
    return Item(first, item.line, item.why or (Words(rest, item.line + 1),))


def options(
    items: Sequence[Item], ids: Ids, notes: Notes, asks_why: bool = False
) -> tuple[Option, ...]:
    """All bullets as options."""
    return tuple(option(item, ids, notes, asks_why) for item in items)


def menu(portion: Portion, ids: Ids, notes: Notes) -> tuple[Option, ...]:
    """Bullets to pick from and reword: nothing in them is right or needs a reason."""
    items = portion.items()
    for item in items:
        if unboxed(item)[0]:
            notes.at(item.line, "a box where nothing is right or wrong", "Take the [ ] out.")
    return options([unboxed(item)[1] for item in items], ids, notes)


def unboxed(item: Item) -> tuple[str, Item]:
    """The box before the words (``[x]``, ``[ ]`` or nothing), and the item without it."""
    found = _BOX.match(item.raw)
    if found is None:
        return "", item
    box = "[x]" if found[1] in {"x", "X"} else "[ ]"
    return box, Item(item.raw[found.end() :], item.line, item.why)


def only_id(tail: Tail, line: int, notes: Notes) -> None:
    """Note a tail that says more than an id."""
    if tail.given:
        notes.at(line, f"“{tail.given}” means nothing here", f"Write {{#{tail.id}}} and no more.")


def asked(prose: Prose, kind: str, line: int, notes: Notes) -> Prose:
    """The lead again, noted when there is none."""
    if not prose:
        notes.at(line, f"this “{kind}” asks nothing", "Below the opening, write what is asked.")
    return prose
