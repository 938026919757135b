"""A screen holds one idea, in few words (H6)."""

from __future__ import annotations

from course.content.course import Course
from course.content.lesson import Lesson, Passage, Reading
from course.content.notes import Notes
from course.content.page import lines_of_file
from course.content.prose import Para, Prose, plain, words
from course.content.reading import measured
from course.content.texts import line_with

WORDS = 90
"""How many words a screen may hold, with its voices. A safety text alone may hold more."""
SENTENCES = 4
"""How many sentences a paragraph may have."""


def screens_are_short(_course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note screens with too many words, and paragraphs with too many sentences."""
    lines = lines_of_file(lesson.head.file)
    for step in lesson.steps:
        if isinstance(step, Reading):
            _screen(step, notes)
            for passage in step.passages:
                if passage.voice != "safety":
                    note_paragraphs(passage.prose, passage.line, lines, notes)


def _screen(reading: Reading, notes: Notes) -> None:
    passages: tuple[Passage, ...] = reading.passages
    if len(passages) == 1 and passages[0].voice == "safety":
        return
    count = measured(plain(passage.prose) for passage in passages).words
    if count > WORDS:
        what = f"a screen of {count} words, over {WORDS}"
        notes.at(reading.line, what, "Make two of it, each with its own  ## heading.", rule="H6")


def note_paragraphs(prose: Prose, line: int, lines: list[str], notes: Notes) -> None:
    """Note paragraphs with too many sentences."""
    for block in prose:
        if isinstance(block, Para):
            text = words(block.line)
            if (count := len(measured([text]).sentences)) > SENTENCES:
                start = line_with(lines, " ".join(text.split()[:3]), line)
                what = f"a paragraph of {count} sentences, over {SENTENCES}"
                notes.at(start, what, "Put a blank line in the middle.", rule="H6")
