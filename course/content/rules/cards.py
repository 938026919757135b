"""The facilitator's cards fill the hour, and the hour and a half, exactly."""

from __future__ import annotations

from course.content.course import Course
from course.content.lesson import Lesson
from course.content.notes import Notes

LONG = 90
"""Minutes of the longer group."""


def cards_add_up(_course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note cards whose minutes do not add up."""
    if not lesson.cards:
        return
    wanted = (lesson.head.group_minutes, LONG)
    line = lesson.cards[0].line
    for number, minutes in enumerate(wanted):
        total = sum(card.minutes[number] for card in lesson.cards)
        if total != minutes:
            what = f"the cards add up to {total} minutes, not {minutes}"
            notes.at(line, what, f"Change the {('first', 'second')[number]} number of “minutes=”.")
