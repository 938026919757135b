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
"""How many words a screen may hold, with its voices."""
LEAD = 25
"""How many words may stand beside a safety text that is longer than that."""
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
    count = measured(plain(passage.prose) for passage in passages).words
    own = [passage for passage in passages if passage.voice != "safety"]
    beside = measured(plain(passage.prose) for passage in own).words
    if count > WORDS and (len(own) == len(passages) or beside > LEAD):
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
