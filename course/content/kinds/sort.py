"""``sort``: things to put into boxes; each box is a heading with its things below."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.marks import Ids
from course.content.notes import Notes
from course.content.options import asked, only_id, option
from course.content.portions import Portion, portions
from course.content.prompts import Box, Sort, SortItem


def sort(div: Div, notes: Notes) -> Sort:
    """The div as a question about what belongs where."""
    given = Given(div.given, div.line, notes)
    prompt_id, safety = given.id(div.kind), given.flag("safety")
    given.done()
    first, *parts = portions(div, notes)
    if len(parts) < 2:
        notes.at(div.line, "fewer than two boxes to sort into", "Write each as  ### Name {#id}")
    for item in first.items():
        notes.at(item.line, "this belongs in no box", "Move it below the ### of its box.")
    ids = Ids(notes)
    boxes = [_box(part, ids, notes) for part in parts]
    return Sort(
        id=prompt_id,
        lead=asked(first.lead(notes), div.kind, div.line, notes),
        line=div.line,
        safety=safety,
        boxes=tuple(box for box, _ in boxes),
        items=tuple(item for _, items in boxes for item in items),
    )


def _box(part: Portion, ids: Ids, notes: Notes) -> tuple[Box, list[SortItem]]:
    title, tail = ids.take(part.title, part.line)
    only_id(tail, part.line, notes)
    for words in part.lead(notes):
        notes.at(
            part.line, "words in a box", f"A box holds bullets only; move this out: {words!s:.20}"
        )
    if not part.items():
        notes.at(part.line, "nothing belongs in this box", "Put a bullet in it, or take it out.")
    items = [option(item, ids, notes, asks_why=True) for item in part.items()]
    box = Box(id=tail.id, title=title)
    return box, [SortItem(id=x.id, words=x.words, why=x.why, box=box.id) for x in items]
