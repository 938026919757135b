"""A lesson as far as a first frame needs it: one page can be shown while the rest is loading."""

from __future__ import annotations

from course.content.heads import Head
from course.content.lesson import Lesson, Passage, Reading, Step
from course.content.notes import Notes
from course.content.page import read_page
from course.content.prose import plain
from course.content.readings import Readings


def glimpse(head: Head) -> Lesson:
    """The lesson with its readings; what asks something has its place and no words.

    Mistakes are left to ``read_lesson``. It has no steps when the file cannot be read.
    """
    notes = Notes(str(head.file))
    readings = Readings(lambda name: None, notes)
    if (page := read_page(head.file, notes)) is not None:
        readings.read(page)
    return Lesson(head=head, steps=tuple(readings.steps))


def asks(step: Step) -> bool:
    """Whether it asks something: then it has no words in a glimpse."""
    return not (isinstance(step, Reading) and step.passages)


def stands_alone(step: Step) -> bool:
    """Whether a page of a glimpse is whole: no question, source, safety text or local number."""
    return isinstance(step, Reading) and bool(step.passages) and all(map(_is_whole, step.passages))


def _is_whole(passage: Passage) -> bool:
    return passage.voice not in ("research", "safety") and "{" not in plain(passage.prose)
