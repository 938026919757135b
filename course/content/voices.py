"""The divs that speak: the article, newer research, the course, safety, a summary."""

from __future__ import annotations

from typing import cast, get_args

from course.content.divs import Div
from course.content.given import Given
from course.content.grounds import FindSafety
from course.content.lesson import Passage, VoiceName
from course.content.marks import is_id
from course.content.notes import Notes
from course.content.portions import Portion, whole

CLAIMS = 25
"""How many claims the article is counted to make."""

VOICES: tuple[str, ...] = tuple(name for name in get_args(VoiceName) if name)


def voice(div: Div, safety: FindSafety, notes: Notes) -> Passage:
    """The div as a passage of a reading."""
    given = Given(div.given, div.line, notes)
    if div.kind == "safety":
        return _safety(given, whole(div, notes), safety, notes)
    refs = given.rest() if div.kind in {"article", "research"} else ()
    given.done()
    if div.kind == "article":
        _look_for_claims(refs, div.line, notes)
    elif div.kind == "research" and not refs:
        notes.at(div.line, "research without a source", "Name its source:  ::: research A29")
    prose = whole(div, notes).prose(notes)
    if not prose:
        notes.at(div.line, f"this “{div.kind}” says nothing", "Write its words below the opening.")
    return Passage(voice=cast(VoiceName, div.kind), refs=refs, prose=prose, line=div.line)


def _look_for_claims(refs: tuple[str, ...], line: int, notes: Notes) -> None:
    if not refs:
        notes.at(
            line, "the article without a claim", "Name the claim by its number:  ::: article 20"
        )
    for ref in refs:
        if ref not in {str(number) for number in range(1, CLAIMS + 1)}:
            what = f"the article has no claim “{ref}”"
            notes.at(line, what, f"Claims are numbered from 1 to {CLAIMS}.")


def _safety(given: Given, portion: Portion, safety: FindSafety, notes: Notes) -> Passage:
    name = given.id("safety")
    given.done()
    if portion.blocks:
        what = "words inside a safety div"
        notes.at(given.line, what, "Leave it empty: the text comes from the safety folder.")
    text = safety(name) if is_id(name) else None
    if text is None:
        if is_id(name):
            remedy = "Use a name from the safety folder, or mend the text of that name."
            notes.at(given.line, f"no safety text “{name}” can be read", remedy)
        return Passage(voice="safety", refs=(name,))
    return Passage(
        voice="safety", refs=(name,), title=text.title, prose=text.prose, line=given.line
    )
