"""Rules for the files beside the lessons, and for the course as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from course.content.claims import uncovered
from course.content.course import Course
from course.content.looking import look_through
from course.content.notes import Notes
from course.content.page import lines_of_file
from course.content.texts import Text

LESSONS = 12
"""How many numbered lessons the course has once it is whole."""


def outline_is_kind(course: Course, notes: Notes) -> None:
    """Note words to avoid in the plan's headings and defaults."""
    said = [
        words
        for section in course.outline.sections
        for words in (section.title, section.aside, *section.leads, *section.default)
    ]
    _look(course, course.outline_file, said, notes)


def glossary_is_kind(course: Course, notes: Notes) -> None:
    """Note words to avoid in what the glossary says; the terms themselves are being taught."""
    allowed = [(term, "A term of the glossary.") for term in course.glossary]
    _look(course, course.glossary_file, course.glossary.values(), notes, allowed)


def help_is_kind(course: Course, notes: Notes) -> None:
    """Note words to avoid in the help lines."""
    said = [words for line in course.all_help_lines for words in (line.name, line.what, line.hours)]
    _look(course, course.help_file, said, notes)


def _look(
    course: Course,
    file: Path,
    said: Iterable[str],
    notes: Notes,
    allowed: Iterable[tuple[str, str]] = (),
) -> None:
    texts = [Text(1, words, "reading") for words in said]
    look_through(course.wording, texts, tuple(allowed), lines_of_file(file), notes)


def claims_are_covered(course: Course, notes: Notes) -> None:
    """Note claims that no lesson speaks of, once all lessons are there."""
    numbers = {head.number for head in course.heads}
    if not numbers >= set(range(1, LESSONS + 1)):
        return
    for claim in uncovered(course):
        what = f"no lesson speaks of claim {claim.number}: {claim.says}"
        remedy = f"Add  ::: article {claim.number}  where it belongs."
        notes.at(0, what, remedy, rule="H11")
