"""The sheet for a door: what to do if someone will not wake up. For everyone who comes by.

It says nothing about who wrote it: no reasons, no notes about people, nothing marked private.
"""

from __future__ import annotations

from datetime import date

from course.content.course import Course
from course.content.outline import Section
from course.content.prose import Items, filled, lines_of, words
from course.content.safety import SafetyText
from course.emergency import OVERDOSE, REVIEW, emergency_number, overdose_steps
from course.language import _
from course.notebook.notebook import Notebook
from course.plan.dates import written
from course.plan.document import (
    Block,
    Contact,
    Contacts,
    Document,
    Part,
    Points,
    WritingLines,
)


def door_sheet(course: Course, notebook: Notebook, *, today: date, region: str) -> Document:
    """The steps word for word, the number to call, where the naloxone is, whom to call then."""
    from course.plan.help import my_help  # nothing of it is on the other papers

    mine, asked = my_help(course, notebook, sharing=True), course.outline.help
    text, number = _steps_text(course), emergency_number(region)
    place, people = mine.naloxone or _by_hand(1), _people(mine.people) or _by_hand(2)
    naloxone = Part("naloxone", _("Where the naloxone is"), blocks=place, look="top")
    call = Part("people", _("Then call"), blocks=people, look="people")
    parts = (
        Part("emergency", _("Emergency"), blocks=(_number(number),), look="danger"),
        *((naloxone,) if _on_it(course, asked.naloxone) else ()),
        Part("steps", _("What to do"), blocks=(_steps(text, number, region),), look="panel"),
        *((call,) if _on_it(course, asked.people) else ()),
    )
    return Document(
        title=text.title if text else _(OVERDOSE),
        date=written(today),
        footer="" if text and text.reviewed_by else _(REVIEW),
        parts=parts,
        language=course.language,
    )


def _sections(course: Course) -> list[Section]:
    """Those that the outline puts on a door. The number and the steps stand there without any."""
    return [section for section in course.outline.sections if "door" in section.papers]


def _on_it(course: Course, prompt_id: str) -> bool:
    return any(prompt_id in section.sources for section in _sections(course))


def _number(number: str) -> Block:
    return Contacts((Contact("", number),), own=False)


def _by_hand(count: int) -> tuple[Block, ...]:
    return (WritingLines(count),)


def _steps_text(course: Course) -> SafetyText | None:
    """The first safety text of the door's sections that has steps."""
    texts = (course.find_safety(name) for each in _sections(course) for name in each.safety)
    return next((text for text in texts if text and _numbered(text)), None)


def _numbered(text: SafetyText) -> Items | None:
    found = (block for block in text.prose if isinstance(block, Items) and block.numbered)
    return next(found, None)


def _steps(text: SafetyText | None, number: str, region: str) -> Block:
    """Those of the text; those that are built in where it cannot be read."""
    if text is None:
        steps = tuple(f"{name} {what}" for name, what in overdose_steps(region))
    else:
        prose = filled(text.prose, {"emergency": number})
        items = next(each for each in prose if isinstance(each, Items) and each.numbered)
        steps = tuple(words(line) for line in lines_of(items))
    return Points(steps, "number", own=False)


def _people(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Names and numbers alone: what else was written about a person is not for a door."""
    people = tuple(
        Contact(person.name, person.number)
        for block in blocks
        if isinstance(block, Contacts)
        for person in block.people
    )
    return (Contacts(people),) if people else ()
