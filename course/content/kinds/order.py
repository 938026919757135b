"""``order``: steps written in the right order, to be put in order."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.marks import Ids
from course.content.notes import Notes
from course.content.options import asked, options
from course.content.portions import whole
from course.content.prompts import Order


def order(div: Div, notes: Notes) -> Order:
    """The div as a question about what comes first."""
    given = Given(div.given, div.line, notes)
    prompt_id, safety = given.id(div.kind), given.flag("safety")
    given.done()
    portion = whole(div, notes)
    items = portion.items(numbered=True)
    if len(items) < 2:
        notes.at(div.line, "fewer than two steps to put in order", "Number them:  1. Words {#id}")
        return Order(id=prompt_id, line=div.line, options=())
    lead = asked(portion.lead(notes, numbered=True), div.kind, div.line, notes)
    found = options(items, Ids(notes), notes, asks_why=True)
    return Order(id=prompt_id, lead=lead, line=div.line, options=found, safety=safety)
