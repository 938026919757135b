"""A reading as it is printed: who says what is never left open."""

from __future__ import annotations

from course.content import lesson as content
from course.content.course import Course
from course.content.grounds import grounds, speaker
from course.plan.workbook.pages import Passage, Reading
from course.plan.workbook.wording import Wording


def reading(step: content.Reading, course: Course, wording: Wording) -> Reading:
    """Its title, and its passages in their voices."""
    return Reading(
        step.title, tuple(_passage(each, step.title, course, wording) for each in step.passages)
    )


def _passage(passage: content.Passage, title: str, course: Course, wording: Wording) -> Passage:
    return Passage(
        passage.voice,
        speaker(passage, title),
        wording.prose(passage.prose),
        tuple(grounds(passage, course.sources.get, course.find_safety)),
    )
