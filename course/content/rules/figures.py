"""A figure stands with whoever counted it: in an ``article`` or a ``research`` div."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.course import Course
from course.content.lesson import Lesson, Reading
from course.content.notes import Notes
from course.content.prompts import Frozen, Prompt
from course.content.prose import Items, Para, Span, plain

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)"
FIGURE = re.compile(
    rf"\d[\d,.]*\s?(?:%|per ?cent\b)|\b{_NUMBER} (?:out )?of (?:every )?{_NUMBER} people\b"
    rf"|\b{_NUMBER} (?:out of|in) (?:every )?{_NUMBER}(?: people)?\b"
    r"|\b(?:\d[\d,]{3,}|hundreds|thousands) (?:of )?(?:people|deaths|adults)\b",
    re.IGNORECASE,
)
"""Something counted: a percentage, “3 in 4”, “27,000 people”."""
_COUNTED = {"article", "research"}


def figures_have_sources(_course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note a figure in any other voice than those that name a source."""
    for line, text in _texts(lesson):
        if found := FIGURE.search(text):
            what = f"the figure “{found[0]}” without who was counted"
            notes.at(line, what, "Move it into an “article” or a “research” div.")


def _texts(lesson: Lesson) -> Iterator[tuple[int, str]]:
    for step in lesson.steps:
        if isinstance(step, Reading):
            voices = (one for one in step.passages if one.voice not in _COUNTED)
            yield from ((one.line, plain(one.prose)) for one in voices)
        else:
            yield from said_by(step)


def said_by(prompt: Prompt) -> Iterator[tuple[int, str]]:
    """Everything the authors wrote into a prompt, each text with its line."""
    for name in type(prompt).model_fields:
        yield from _said(getattr(prompt, name), prompt.line)


def _said(value: object, line: int) -> Iterator[tuple[int, str]]:
    if isinstance(value, Frozen):
        line = getattr(value, "line", line) or line
        for name in type(value).model_fields:
            yield from _said(getattr(value, name), line)
    elif isinstance(value, Para | Items):
        yield line, plain((value,))
    elif isinstance(value, Span):
        yield line, value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from _said(one, line)
