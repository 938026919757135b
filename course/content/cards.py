"""The facilitator's cards: what to say, to ask and to watch for in a group."""

from __future__ import annotations

import re
from typing import Literal, cast

from course.content.divs import Div
from course.content.given import Given
from course.content.lesson import Card, CardPart
from course.content.marks import Ids, Tail, slug, split_tail
from course.content.notes import Notes, did_you_mean
from course.content.portions import Portion, portions

PARTS = ("say", "ask", "on-the-wall", "watch-for", "if-late", "if-short")
_MINUTES = re.compile(r"(\d{1,3})/(\d{1,3})")


def card(div: Div, notes: Notes) -> Card:
    """The div as a card."""
    given = Given(div.given, div.line, notes)
    name, minutes = given.id("card"), _minutes(given, notes)
    show, poll = given.text("show"), given.text("poll", ("hands", "secret"))
    given.done()
    first, *found = portions(div, notes)
    if first.blocks:
        notes.at(
            first.blocks[0].line, "words outside the parts of a card", "Move them below  ### Say"
        )
    if not found:
        notes.at(div.line, "an empty card", "Write  ### Say  and what the facilitator says.")
    ids = Ids(notes)
    return Card(
        name=name,
        minutes=minutes,
        show=show,
        poll=cast(Literal["", "hands", "secret"], poll),
        parts=tuple(_part(portion, ids, notes) for portion in found),
        line=div.line,
    )


def _minutes(given: Given, notes: Notes) -> tuple[int, int]:
    value = given.text("minutes")
    found = _MINUTES.fullmatch(value)
    if found:
        return int(found[1]), int(found[2])
    what = f"minutes={value} is not two numbers" if value else "a card without its minutes"
    notes.at(given.line, what, "Write the minutes in a group of 60 and of 90:  minutes=15/20")
    return 0, 0


def _part(portion: Portion, ids: Ids, notes: Notes) -> CardPart:
    title, tail = split_tail(portion.title)
    name = (tail or Tail(slug(title))).id
    if name not in PARTS:
        notes.at(portion.line, f"a card has no part “{title}”", did_you_mean(name, PARTS))
    else:
        ids.use(name, portion.line)
    prose = portion.prose(notes)
    if not prose:
        notes.at(portion.line, "an empty part of a card", "Write it, or take the heading out.")
    return CardPart(id=name, name=title, prose=prose)
