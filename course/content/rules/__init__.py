"""Rules that need more than the form of one lesson. Each takes a lesson and its notes."""

from __future__ import annotations

from collections.abc import Callable

from course.content.course import Course
from course.content.lesson import Lesson
from course.content.notes import Notes
from course.content.rules.cards import cards_add_up
from course.content.rules.counted import research_says_who
from course.content.rules.figures import figures_have_sources
from course.content.rules.frame import frame_is_whole
from course.content.rules.grades import reads_easily, sentences_are_short
from course.content.rules.labels import claims_are_labelled
from course.content.rules.names import names_are_known
from course.content.rules.safety import safety_is_near
from course.content.rules.screens import screens_are_short
from course.content.rules.terms import terms_are_explained
from course.content.rules.wording import words_are_kind

RULES: tuple[Callable[[Course, Lesson, Notes], None], ...] = (
    names_are_known,
    cards_add_up,
    figures_have_sources,
    safety_is_near,
    research_says_who,
    claims_are_labelled,
    reads_easily,
    sentences_are_short,
    screens_are_short,
    frame_is_whole,
    terms_are_explained,
    words_are_kind,
)
"""Every rule for a lesson that could be read."""
