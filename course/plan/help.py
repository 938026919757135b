"""What helps in a bad minute: the learner's own words, and whom to ring in their country.

Whatever cannot be read is left out: the help page stands without any of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from course.content.course import Course
from course.content.help_lines import HelpLine
from course.content.prompts import Prompt
from course.content.prose import Prose
from course.emergency import ANYWHERE
from course.errors import HandrailError
from course.notebook.notebook import Notebook
from course.plan.blocks import Manner, blocks_of
from course.plan.contacts import sureness
from course.plan.document import Block


@dataclass(frozen=True, slots=True)
class Mine:
    """The learner's own part of the help page. Empty where nothing was said yet."""

    people: tuple[Block, ...] = ()
    pairs: tuple[Block, ...] = ()
    reasons: tuple[Block, ...] = ()
    naloxone: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A help line as it is shown."""

    name: str
    number: str
    what: str
    sure: str
    """"Not confirmed", and when it was last checked or seen."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The help lines of a country. None is left out because it is old."""

    listening: Line | None = None
    """The first line for somebody who cannot cope."""
    directory: Line | None = None
    """Where more lines are found."""
    every: tuple[Line, ...] = ()


def my_help(course: Course, notebook: Notebook, *, sharing: bool = False) -> Mine:
    """My people, pairs, reasons and naloxone, as the outline names them; ``sharing`` leaves out
    what is marked private."""
    said = partial(_said, course, notebook, sharing=sharing)
    try:
        asked = course.outline.help
        return Mine(
            people=said(asked.people, "people"),
            pairs=said(asked.pairs, "pairs"),
            reasons=said(asked.reasons, "bullets"),
            naloxone=said(asked.naloxone, "bullets"),
        )
    except HandrailError:
        return Mine()


def _said(
    course: Course, notebook: Notebook, prompt_id: str, show: str, *, sharing: bool = False
) -> tuple[Block, ...]:
    answer = notebook.answers.get(prompt_id)
    if answer is None:
        return ()
    return blocks_of(answer, partial(_prompt, course, prompt_id), Manner(show, sharing))


def _prompt(course: Course, prompt_id: str) -> Prompt | None:
    try:
        return course.prompt(prompt_id)
    except HandrailError:
        return None


@dataclass(frozen=True, slots=True)
class Slip:
    """What to do after using: the safety text, then the learner's own plan for it."""

    title: str
    prose: Prose
    mine: tuple[Block, ...] = ()


def slip_help(course: Course, notebook: Notebook) -> Slip | None:
    """The page for who has used; None when its safety text cannot be read."""
    try:
        asked = course.outline.help.slip
        section = next(each for each in course.outline.sections if asked in each.sources)
        text = course.safety(section.safety[0])
    except (HandrailError, StopIteration, IndexError):
        return None
    mine = tuple(
        block for name in section.sources for block in _said(course, notebook, name, section.show)
    )
    return Slip(text.title, text.prose, mine)


def lines_of(course: Course, region: str) -> Lines:
    """The lines of the region; where we know none, those that serve everywhere."""
    try:
        return lines_from(course.help_lines(region) or course.help_lines(ANYWHERE))
    except HandrailError:
        return Lines()


def lines_from(found: Iterable[HelpLine]) -> Lines:
    """The rows of the file, ready to be shown."""
    rows = tuple(found)
    return Lines(_first("crisis", rows), _first("directory", rows), tuple(map(_line, rows)))


def _first(kind: str, found: tuple[HelpLine, ...]) -> Line | None:
    return next((_line(row) for row in found if row.kind == kind), None)


def _line(row: HelpLine) -> Line:
    what = " ".join(f"{text.rstrip('.')}." for text in (row.hours, row.what) if text)
    return Line(row.name, row.contact, what, sureness(row))
