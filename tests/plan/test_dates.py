from datetime import date

import pytest

from course.plan.dates import in_full, written


def test_a_day_is_written_with_its_month_in_words() -> None:
    assert written(date(2026, 3, 1)) == "1 March 2026"


@pytest.mark.parametrize("typed", ["2026-12-01", " 2026-12-1 ", "2026/12/01", "2026.12.01"])
def test_a_typed_day_that_starts_with_the_year_is_written_in_full(typed: str) -> None:
    assert in_full(typed) == "1 December 2026"


@pytest.mark.parametrize(
    "typed", ["1 May", "12/01/2026", "2026-02-30", "2026-13-01", "2026-12", "20261201", "soon", ""]
)
def test_whatever_could_mean_another_day_stays_as_it_was_typed(typed: str) -> None:
    assert in_full(typed) == typed
