"""A lesson speaks of people and of illness in words that do not hurt."""

from __future__ import annotations

from course.content.course import Course
from course.content.lesson import Lesson
from course.content.looking import look_through
from course.content.notes import Notes
from course.content.page import lines_of_file
from course.content.texts import texts_of


def words_are_kind(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note words to avoid in anything the lesson says, and reasons for words that are not there."""
    texts = [text for text in texts_of(lesson) if text.role != "safety"]
    lines = lines_of_file(lesson.head.file)
    look_through(course.wording, texts, lesson.head.allow, lines, notes)
    said = "\n".join(text.words for text in texts).lower()
    for term, _why in lesson.head.allow:
        if term.lower() not in said:
            what = f"a reason for “{term}”, which is not in the lesson"
            notes.at(2, what, "Take it out of  allow = …", rule="H9")
