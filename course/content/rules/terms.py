"""A word of the glossary is bold, and so explained, where a lesson first uses it (H8)."""

from __future__ import annotations

import re

from course.content.course import Course
from course.content.glossary import pattern_of
from course.content.lesson import Lesson
from course.content.notes import Notes, did_you_mean
from course.content.page import lines_of_file
from course.content.texts import Text, line_with, texts_of

_LOOKED_AT = {"reading", "safety", "asked", "feedback"}


def terms_are_explained(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note terms that are not bold at first, and not listed in  terms = …  either."""
    texts = [text for text in texts_of(lesson) if text.role in _LOOKED_AT]
    lines = lines_of_file(lesson.head.file)
    for term in course.glossary:
        pattern = pattern_of(term)
        first = next((text for text in texts if _uses(pattern, text)), None)
        if first and term not in lesson.head.terms and not pattern.search(first.bold):
            what = f"“{term}” is used and not explained"
            remedy = f"Make it **{term}** here and say what it is, or list it in  terms = […]"
            notes.at(line_with(lines, term, first.line), what, remedy, rule="H8")
    for term in lesson.head.terms:
        if term not in course.glossary:
            what = f"“{term}” is not in the glossary"
            notes.at(2, what, did_you_mean(term, course.glossary), rule="H8")


def _uses(pattern: re.Pattern[str], text: Text) -> bool:
    """Whether the text uses the term; a safety text only where it explains it."""
    return pattern.search(text.bold if text.role == "safety" else text.words) is not None
