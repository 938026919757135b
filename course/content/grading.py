"""How hard each lesson and safety text is to read: the figures, without a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from course.content.course import Course
from course.content.lesson import Lesson
from course.content.prose import plain
from course.content.reading import LONG, Measured, measured
from course.content.safety import SafetyText
from course.content.syllables import syllables
from course.content.texts import for_learners


@dataclass(frozen=True)
class Grade:
    """A text measured as it stands, and with the glossary's long terms masked."""

    raw: Measured
    masked: Measured


@dataclass(frozen=True)
class LessonGrade:
    """A lesson measured whole, its readings alone, and its reasons alone."""

    whole: Grade
    readings: Grade
    feedback: Grade


def long_terms(glossary: Iterable[str]) -> list[str]:
    """The terms worth masking: those with a word of three syllables or more."""
    return [term for term in glossary if max(map(syllables, term.split()), default=0) >= LONG]


def graded(texts: Sequence[str], terms: Sequence[str]) -> Grade:
    """These texts, both ways."""
    return Grade(measured(texts), measured(texts, terms))


def grade_of(course: Course, lesson: Lesson) -> LessonGrade:
    """What a learner reads in the lesson itself; safety texts are measured on their own."""
    texts, terms = for_learners(lesson), long_terms(course.glossary)
    return LessonGrade(
        whole=graded([text.words for text in texts], terms),
        readings=graded([text.words for text in texts if text.role == "reading"], terms),
        feedback=graded([text.words for text in texts if text.role == "feedback"], terms),
    )


def grade_of_safety(course: Course, text: SafetyText) -> Grade:
    """The safety text with its title."""
    return graded([text.title, plain(text.prose)], long_terms(course.glossary))
