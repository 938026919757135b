"""Rules that need more than the form of one lesson. Each takes a lesson and its notes."""

from __future__ import annotations

from collections.abc import Callable

from course.content.course import Course
from course.content.lesson import Lesson
from course.content.notes import Notes
from course.content.rules.cards import cards_add_up
from course.content.rules.figures import figures_have_sources
from course.content.rules.names import names_are_known
from course.content.rules.safety import safety_is_near

RULES: tuple[Callable[[Course, Lesson, Notes], None], ...] = (
    names_are_known,
    cards_add_up,
    figures_have_sources,
    safety_is_near,
)
"""Every rule for a lesson that could be read."""
