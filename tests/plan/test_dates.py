from datetime import date

from course.plan.dates import written


def test_a_day_is_written_with_its_month_in_words() -> None:
    assert written(date(2026, 3, 1)) == "1 March 2026"
