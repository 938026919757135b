"""Days as people type them, and as they are kept."""

from __future__ import annotations

from datetime import date

import pytest

from course.session.days import days_offered, read_day

SUNDAY = date(2026, 11, 22)


def test_nobody_has_to_count_the_days() -> None:
    assert [(words, f"{day}") for words, day in days_offered(SUNDAY)] == [
        ("Today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("In one week", "2026-11-29"),
        ("In four weeks", "2026-12-20"),
    ]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31 May", "2027-05-31"),
        ("May 31", "2027-05-31"),
        ("december 24th", "2026-12-24"),
        ("1 Sept 2028", "2028-09-01"),
        ("22 Nov", "2026-11-22"),
        ("3 Nov", "2026-11-03"),  # gone by, and still the one that is meant
        ("3 Oct", "2027-10-03"),
        ("29 Feb", "2028-02-29"),
        ("20 Nov 2025", "2025-11-20"),
        ("tomorrow", "2026-11-23"),
        ("2026-12-24", "2026-12-24"),
    ],
)
def test_a_day_is_read_as_it_is_said(typed: str, day: str) -> None:
    assert read_day(typed, SUNDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        *("30 Feb", "5/6", "5/6/27", "May", "Friday", "next month", "31 May at 6", "31 May 27"),
        *("in June or July", "4 4 May", "9999999999 May", "0 May 2027", ""),
    ],
)
def test_whatever_is_no_such_day_stays_as_it_was_typed(typed: str) -> None:
    assert read_day(typed, SUNDAY) == typed
