"""What a lesson asks, read without what it tells: a plan needs some prompts of every lesson."""

from __future__ import annotations

from pathlib import Path

from course.content.divs import Div, cut
from course.content.kinds import BUILDERS
from course.content.notes import Notes
from course.content.page import read_page
from course.content.prompts import Prompt


def asking_divs(file: Path) -> dict[str, Div]:
    """The divs of a lesson that ask something, by the id of what they ask, not read any further."""
    notes = Notes(str(file))
    page = read_page(file, notes)
    divs = () if page is None else cut(page.body, page.body_line, notes)
    asking = [div for div in divs if isinstance(div, Div) and div.kind in BUILDERS]
    whole = [div for div in asking if div.kind != "again" and div.given and not div.broken]
    return {div.given.split()[0]: div for div in reversed(whole)}  # the first of a name holds


def read_prompt(div: Div, file: Path) -> Prompt | None:
    """What the div asks; nothing when there is a mistake in it."""
    notes = Notes(str(file))
    prompt = BUILDERS[div.kind](div, notes)
    return None if notes else prompt
