"""A reading as it is printed: who says what is never left open."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import lesson as content
from course.content.course import Course
from course.language import _
from course.plan.workbook.pages import Passage, Reading
from course.plan.workbook.wording import Wording


def reading(step: content.Reading, course: Course, wording: Wording) -> Reading:
    """Its title, and its passages in their voices."""
    return Reading(
        step.title, tuple(_passage(each, step.title, course, wording) for each in step.passages)
    )


def _passage(passage: content.Passage, title: str, course: Course, wording: Wording) -> Passage:
    name = _name(passage)
    return Passage(
        passage.voice,
        "" if passage.voice == "safety" and name == title else name,
        wording.prose(passage.prose),
        tuple(_notes(passage, course)),
    )


def _name(passage: content.Passage) -> str:
    names = {
        "": "",
        "article": _("The article says"),
        "research": _("What newer research adds"),
        "course": _("A note from this course"),
        "summary": _("In short"),
    }
    return names.get(passage.voice, passage.title or _("Your safety"))


def _notes(passage: content.Passage, course: Course) -> Iterator[str]:
    """Where it comes from, and who has looked at it."""
    if passage.voice == "safety":
        text = course.find_safety(passage.refs[0]) if passage.refs else None
        if text is None or not text.reviewed_by:
            yield _("Not yet reviewed by a clinician.")
    elif passage.voice == "research":
        for ref in passage.refs:
            if source := course.sources.get(ref):
                yield _source(source.title, source.year, source.counted)


def _source(title: str, year: int, counted: str) -> str:
    named = f"{title}, {year}" if year else title
    if not counted:
        return _("Source: {source}.").format(source=named)
    return _("Source: {source}. Counted: {who}.").format(source=named, who=counted)
