"""Days as people write them, in the language of the program."""

from __future__ import annotations

from datetime import date

from course.language import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def written(day: date) -> str:
    """The day in full, such as 22 November 2026."""
    # Translators: the order of a date, such as "{day} de {month} de {year}".
    return _("{day} {month} {year}").format(
        day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year
    )
