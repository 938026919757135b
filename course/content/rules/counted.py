"""A figure from research says who was counted, and when (H10)."""

from __future__ import annotations

import re

from course.content.course import Course
from course.content.lesson import Lesson, Passage, Reading
from course.content.notes import Notes
from course.content.prose import plain
from course.content.rules.figures import FIGURE

_COUNTED = re.compile(r"\b(?:people|adults|men|women|patients|parents|deaths|programs?)\b", re.I)
_ASKED = re.compile(r"\b(?:stud(?:y|ies)|counted|asked|followed|survey|trials?|spoke)\b", re.I)


def research_says_who(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note research figures whose sources tell neither the year nor who was counted."""
    for reading in (step for step in lesson.steps if isinstance(step, Reading)):
        for passage in reading.passages:
            if passage.voice == "research" and (found := FIGURE.search(plain(passage.prose))):
                _note(course, passage, found[0], notes)


def _note(course: Course, passage: Passage, figure: str, notes: Notes) -> None:
    known = [course.sources[ref] for ref in passage.refs if ref in course.sources]
    if not known or any(source.year and source.counted for source in known):
        return
    text = plain(passage.prose)
    if not (_COUNTED.search(text) and _ASKED.search(text)):
        what = f"the figure “{figure}” from a source without year or without who was counted"
        remedy = "Fill in “year” and “counted” in sources.toml, or say in words who was counted."
        notes.at(passage.line, what, remedy, rule="H10")
