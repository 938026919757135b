"""``choose``: a question with right answers, or a menu when nothing is marked."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.markdown import Item
from course.content.marks import Ids
from course.content.notes import Notes
from course.content.options import asked, options, unboxed
from course.content.portions import Portion, whole
from course.content.prompts import Choose, Option


def choose(div: Div, notes: Notes) -> Choose:
    """The div as a question or a menu."""
    given = Given(div.given, div.line, notes)
    prompt_id, sure, safety = given.id(div.kind), given.flag("sure"), given.flag("safety")
    most = given.number("most", 1, 1, 50)
    given.done()
    portion = whole(div, notes)
    marked = any(unboxed(item)[0] for item in portion.items())
    if sure and not marked:
        notes.at(div.line, "“sure” on a menu", "Take it out: a menu has no right answer.")
    if marked and most > 1:
        notes.at(div.line, "“most” on a question", "Take it out: each [x] is one right answer.")
    lead = asked(portion.lead(notes), div.kind, div.line, notes)
    found = _options(portion, marked, div.line, notes)
    return Choose(
        id=prompt_id,
        lead=lead,
        line=div.line,
        options=found,
        most=most,
        sure=sure,
        safety=safety,
    )


def _options(portion: Portion, marked: bool, line: int, notes: Notes) -> tuple[Option, ...]:
    boxes = [unboxed(item) for item in portion.items()]
    if len(boxes) < 2:
        notes.at(
            line,
            "fewer than two things to choose from",
            "Write each as a bullet:  - [ ] Words {#id}",
        )
    found = options([item for _, item in boxes], Ids(notes), notes, asks_why=marked)
    if not marked:
        return found
    _look_for_right(boxes, line, notes)
    rights = [box == "[x]" for box, _ in boxes]
    return tuple(
        one.model_copy(update={"right": right}) for one, right in zip(found, rights, strict=True)
    )


def _look_for_right(boxes: list[tuple[str, Item]], line: int, notes: Notes) -> None:
    if not any(box == "[x]" for box, _ in boxes):
        remedy = "Put an x in the box of each right answer, or take out all boxes to make a menu."
        notes.at(line, "no right answer", remedy)
    for box, item in boxes:
        if not box:
            notes.at(
                item.line, "an answer without its box", "Write  - [x]  if it is right, else  - [ ]"
            )
