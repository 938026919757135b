"""Days as they are offered, typed and kept: nobody has to count weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from course.language import N_, _
from course.plan.dates import written

_OFFERED = {0: N_("Today"), 1: N_("Tomorrow"), 7: N_("In one week"), 28: N_("In four weeks")}
"""By the days from now."""
_GONE_BY = timedelta(days=28)
"""How long ago a day without a year may be, and still be the one that is meant."""
_WORD = re.compile(r"[^\W\d_]{3,}")
"""Long enough for the name of a month; ``th`` and ``of`` are not."""
_NUMBER = re.compile(r"\d+")


def days_offered(today: date) -> tuple[tuple[str, date], ...]:
    """Each in the words of a person, with the day that it is."""
    return tuple((_(words), today + timedelta(days=days)) for days, words in _OFFERED.items())


def read_day(typed: str, today: date) -> str:
    """A day such as 31 May as plans keep it, 2026-05-31; whatever is no such day, as it was typed.

    Without a year it is the next such day, or one that has just gone by.
    """
    named = {words.casefold(): day for words, day in days_offered(today)}
    day = named.get(typed.strip().casefold()) or _day(typed, today)
    return typed if day is None else day.isoformat()


def _day(typed: str, today: date) -> date | None:
    months, numbers = _months(typed), [int(number) for number in _NUMBER.findall(typed)]
    years = [number for number in numbers if 1000 <= number <= 9999]
    days = [number for number in numbers if number not in years]
    if len(months) != 1 or len(days) != 1 or len(years) > 1:
        return None
    since = date.min if years else today - _GONE_BY
    likely = years or range(since.year, since.year + 10)  # a 29 February may be as far away
    found = (_made(year, months[0], days[0]) for year in likely)
    return next((day for day in found if day is not None and day >= since), None)


def _months(typed: str) -> list[int]:
    """The months whose name, or its beginning, is the one long word that was typed."""
    words = _WORD.findall(typed.casefold())
    if len(words) != 1:
        return []
    return [month for month in range(1, 13) if _name(month).startswith(words[0])]


def _name(month: int) -> str:
    """As days are written in the language of the program."""
    words: list[str] = _WORD.findall(written(date(2000, month, 1)).casefold())
    return max(words, key=len)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):  # no such day, such as 30 February
        return None
