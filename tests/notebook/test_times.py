from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from course.notebook.times import utc


def test_a_moment_from_elsewhere_becomes_utc_to_the_second() -> None:
    elsewhere = timezone(timedelta(hours=5, minutes=30, seconds=17))
    assert datetime(2026, 1, 1, tzinfo=UTC) == utc(
        datetime(2026, 1, 1, 5, 30, 17, 999, tzinfo=elsewhere)
    )


def test_a_clock_without_a_zone_is_taken_to_be_in_utc() -> None:
    assert datetime(2026, 1, 1, 8, tzinfo=UTC) == utc(datetime(2026, 1, 1, 8))


def test_a_moment_beyond_the_calendar_is_a_plain_value_error() -> None:
    with pytest.raises(ValueError, match="no place in UTC"):
        utc(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))))
