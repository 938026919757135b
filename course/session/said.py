"""What the screen and the plain way say alike about a learner's own table."""

from __future__ import annotations

from course.content.prompts import Shape
from course.language import N_, _

FORMS: dict[Shape, str] = {
    "phone": N_("A phone number"),
    "hours": N_("Like: after 6, or weekdays 9 to 5"),
    "date": N_("A day, like 31 May"),
    "person": N_("A name or a nickname"),
    "week": N_("Days and times, like Tuesday 6 pm"),
}
"""The form of what a column holds. What it is about is said by its title."""


def nothing_yet(shape: Shape) -> str:
    """Stands where a row has no answer to show."""
    if shape == "phone":
        return _("No number yet. You can add it now.")
    return _("Nothing yet. You can add it now.")


def not_to_be_asked(begun: bool) -> str:
    """Why a question from one's own plan asks for a part of the plan instead."""
    if begun:
        return _("This part of your plan is not complete yet. Here you can go on with it.")
    return _("There is nothing in this part of your plan yet. Here you can begin it.")
