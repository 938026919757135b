"""``write``: own words, with starters, a model answer and a list to check oneself by."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.marks import Ids
from course.content.notes import Notes, did_you_mean
from course.content.options import asked, menu, only_id
from course.content.portions import Portion, portions
from course.content.prompts import Option, Write
from course.content.prose import Prose

_PARTS = ("model", "check")


def write(div: Div, notes: Notes) -> Write:
    """The div as something to write."""
    given = Given(div.given, div.line, notes)
    prompt_id = given.id(div.kind)
    given.done()
    first, *parts = portions(div, notes)
    ids = Ids(notes)
    named = {_name(part, ids, notes): part for part in parts}
    return Write(
        id=prompt_id,
        lead=asked(first.lead(notes), div.kind, div.line, notes),
        line=div.line,
        menu=menu(first, ids, notes),
        model=_model(named.get("model"), notes),
        check=_check(named.get("check"), ids, notes),
    )


def _name(part: Portion, ids: Ids, notes: Notes) -> str:
    _, tail = ids.take(part.title, part.line)
    only_id(tail, part.line, notes)
    if tail.id not in _PARTS:
        what = f"“write” has no part “{tail.id}”"
        notes.at(part.line, what, did_you_mean(tail.id, _PARTS))
    return tail.id


def _model(part: Portion | None, notes: Notes) -> Prose:
    if part is None:
        return ()
    if not (prose := part.prose(notes)):
        notes.at(part.line, "an empty part", "Write one way to say it, or take the heading out.")
    return prose


def _check(part: Portion | None, ids: Ids, notes: Notes) -> tuple[Option, ...]:
    if part is None:
        return ()
    if part.lead(notes) or not part.items():
        notes.at(
            part.line, "this part holds bullets only", "Write each thing to look for as a bullet."
        )
    return menu(part, ids, notes)
