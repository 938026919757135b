"""One lesson file -> one lesson, or every mistake in it at once."""

from __future__ import annotations

from course.content.grounds import FindSafety
from course.content.head_rules import LessonHead, settings_of
from course.content.heads import Head, read_head
from course.content.lesson import Lesson
from course.content.notes import Notes
from course.content.page import read_page
from course.content.steps import Steps
from course.errors import Unreadable


def read_lesson(head: Head, safety: FindSafety) -> Lesson:
    """The lesson that the head belongs to; raises ``Unreadable`` with all its problems."""
    notes = Notes(str(head.file))
    steps = Steps(safety, notes)
    page = read_page(head.file, notes)
    if page is not None:
        settings_of(page, LessonHead, notes)
        steps.read(page)
    if notes:
        raise Unreadable(notes.problems)
    fresh = read_head(head.file, head.language) if head.broken else head
    return Lesson(head=fresh, steps=tuple(steps.steps), cards=tuple(steps.cards))
