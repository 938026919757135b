"""``rate``: a number on a scale, from its low end to its high end."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.marks import Ids
from course.content.notes import Notes
from course.content.options import asked, menu
from course.content.portions import whole
from course.content.prompts import Rate

_SCALES = ("0-10", "0-100")


def rate(div: Div, notes: Notes) -> Rate:
    """The div as a scale. Its bullets say what the ends mean."""
    given = Given(div.given, div.line, notes)
    prompt_id, scale = given.id(div.kind), given.one_of(_SCALES)
    if not scale and not given.left():
        notes.at(div.line, "this “rate” has no scale", f"Write  ::: rate {prompt_id} 0-10")
    given.done()
    portion = whole(div, notes)
    if len(portion.items()) == 1:
        notes.at(div.line, "a scale with one end", "Write two bullets, the low end first, or none.")
    return Rate(
        id=prompt_id,
        lead=asked(portion.lead(notes), div.kind, div.line, notes),
        line=div.line,
        high=100 if scale == "0-100" else 10,
        ends=menu(portion, Ids(notes), notes),
    )
