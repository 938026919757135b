"""A lesson that speaks of using again brings a safety text with it."""

from __future__ import annotations

import re

from course.content.course import Course
from course.content.lesson import Lesson, Reading
from course.content.notes import Notes
from course.content.prose import plain

_AGAIN = re.compile(
    r"\b(?:us(?:e|es|ed|ing) again|return(?:s|ed)? to use|relapse[sd]?)\b", re.IGNORECASE
)


def safety_is_near(_course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note the first place that speaks of using again when no safety text is in the lesson."""
    readings = [step for step in lesson.steps if isinstance(step, Reading)]
    passages = [passage for reading in readings for passage in reading.passages]
    if any(passage.voice == "safety" for passage in passages):
        return
    for passage in passages:
        if _AGAIN.search(plain(passage.prose)):
            what = "this speaks of using again, and the lesson has no safety text"
            notes.at(passage.line, what, "Add  ::: safety tolerance  and a ::: below it.")
            return
