"""Days as people write them, in the language of the program."""

from __future__ import annotations

import re
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
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
"""The one order of numbers that means the same day everywhere."""


def written(day: date) -> str:
    """The day in full, such as 22 November 2026."""
    # Translators: the order of a date, such as "{day} de {month} de {year}".
    return _("{day} {month} {year}").format(
        day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year
    )


def in_short(day: date) -> str:
    """The day with the first letters of its month, such as 22 Nov."""
    return _("{day} {month}").format(day=day.day, month=_(_MONTHS[day.month - 1])[:3])


def in_full(typed: str) -> str:
    """A day such as 2026-12-01 in full; whatever else was typed stays as it is."""
    found = _YEAR_FIRST.fullmatch(typed.strip())
    if found is None:
        return typed
    try:
        return written(date(int(found[1]), int(found[3]), int(found[4])))
    except ValueError:  # no such day, such as 2026-02-30
        return typed
