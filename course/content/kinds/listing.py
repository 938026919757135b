"""``list``: the person's own lines, with a menu to pick from and reword."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.marks import Ids
from course.content.notes import Notes
from course.content.options import asked, menu
from course.content.portions import whole
from course.content.prompts import Listing

MOST = 50
"""Lines a list may ever ask for."""


def listing(div: Div, notes: Notes) -> Listing:
    """The div as a list to fill."""
    given = Given(div.given, div.line, notes)
    prompt_id = given.id(div.kind)
    least, most = least_and_most(given, notes)
    given.done()
    portion = whole(div, notes)
    return Listing(
        id=prompt_id,
        lead=asked(portion.lead(notes), div.kind, div.line, notes),
        line=div.line,
        least=least,
        most=most,
        menu=menu(portion, Ids(notes), notes),
    )


def least_and_most(given: Given, notes: Notes) -> tuple[int, int]:
    """How many lines or rows are asked for."""
    least, most = given.number("least", 1, 0, MOST), given.number("most", 8, 1, MOST)
    if least > most:
        notes.at(
            given.line, f"least={least} is more than most={most}", "Make “most” the larger one."
        )
    return least, most
