"""``scenario``: a story in parts; each choice is a link to the part that comes next."""

from __future__ import annotations

import re

from course.content.divs import Div
from course.content.given import Given
from course.content.kinds.paths import look_for_paths
from course.content.markdown import Item
from course.content.marks import Ids, slug
from course.content.notes import Notes
from course.content.options import only_id, option
from course.content.portions import Portion, portions
from course.content.prompts import Part, Scenario, Turn

_LINK = re.compile(r"\[(.+)\]\(#([^()\s]*)\)\s*(.*)", re.DOTALL)


def scenario(div: Div, notes: Notes) -> Scenario:
    """The div as a story."""
    given = Given(div.given, div.line, notes)
    prompt_id = given.id(div.kind)
    given.done()
    first, *found = portions(div, notes)
    for item in first.items():
        notes.at(item.line, "this choice stands in no part", "Write a  ### Title {#id}  above it.")
    ids = Ids(notes)
    parts = [_part(portion, ids, notes) for portion in found]
    look_for_paths(parts, div.line, notes)
    lead = first.lead(notes)
    return Scenario(id=prompt_id, lead=lead, line=div.line, parts=tuple(parts))


def _part(portion: Portion, ids: Ids, notes: Notes) -> Part:
    title, tail = ids.take(portion.title, portion.line)
    only_id(tail, portion.line, notes)
    if not (prose := portion.lead(notes)):
        notes.at(portion.line, "this part tells nothing", "Below the heading, write what happens.")
    own = Ids(notes)
    turns = [_turn(item, own, notes) for item in portion.items()]
    return Part(
        id=tail.id,
        title=title,
        prose=prose,
        turns=tuple(turn for turn in turns if turn),
        line=portion.line,
    )


def _turn(item: Item, ids: Ids, notes: Notes) -> Turn | None:
    found = _LINK.fullmatch(item.raw.strip())
    if found is None:
        what = "a choice that leads nowhere"
        notes.at(item.line, what, "Write  - [What you do](#id-of-the-next-part)")
        return None
    words, to, rest = found[1], found[2], found[3]
    tail = (
        rest if rest.startswith("{#") else f"{{#{to or slug(words)}}}{' ' + rest if rest else ''}"
    )
    one = option(Item(f"{words} {tail}", item.line, item.why), ids, notes, asks_why=True)
    return Turn(id=one.id, words=one.words, why=one.why, to=to, line=item.line)
