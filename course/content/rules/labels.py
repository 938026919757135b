"""What the article says and what research adds stand in their own voices (H11)."""

from __future__ import annotations

import re

from course.content.course import Course
from course.content.lesson import Lesson
from course.content.notes import Notes
from course.content.page import lines_of_file
from course.content.texts import line_with, texts_of

_SAID = re.compile(
    r"\b(?:the article (?:says|claims|adds|states|tells)|"
    r"(?:studies|research|scientists|experts) (?:shows?|say|finds?|found|suggests?|think))\b",
    re.IGNORECASE,
)


def claims_are_labelled(_course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note readings that quote the article or research outside their voice."""
    lines = lines_of_file(lesson.head.file)
    for text in texts_of(lesson):
        found = _SAID.search(text.words)
        if found and text.role == "reading" and text.voice not in {"article", "research"}:
            what = f"“{found[0]}” outside its voice"
            remedy = "Move it into  ::: article N  or  ::: research ID  so that it is marked."
            notes.at(line_with(lines, found[0], text.line), what, remedy, rule="H11")
