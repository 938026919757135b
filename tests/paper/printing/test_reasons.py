"""What a printer says of itself, in plain words."""

from __future__ import annotations

import pytest

from course.paper.printing.reasons import hindrance, remark


@pytest.mark.parametrize(
    ("keywords", "words"),
    [
        ("media-empty-error", "Its paper tray is empty."),
        ("media-needed-report", "Its paper tray is empty."),
        ("media-jam", "A sheet is jammed in it."),
        ("door-open-error", "A cover or a door is open."),
        ("toner-empty-error", "It is out of ink or toner."),
        ("output-area-full-error", "The tray where the sheets come out is full."),
        ("offline-report", "It does not answer. It may be off, or not plugged in."),
        ("media-jam-error,paused", "A sheet is jammed in it."),
        ("paused", "It is paused."),
        ("com.maker-gears-error", "It reports a problem. Its display may say more."),
        ("none", ""),
        ("toner-empty-warning", ""),
        ("connecting-to-device", ""),
        ("", ""),
    ],
)
def test_what_keeps_a_paper_waiting_is_told_in_plain_words(keywords: str, words: str) -> None:
    assert hindrance(tuple(keywords.split(","))) == words


def test_what_only_hinders_later_is_told_beforehand() -> None:
    low = ("toner-low-report", "media-low-warning")
    assert (hindrance(low), remark(low)) == ("", "It is low on ink or toner.")
    assert remark(("media-low-report", "cover-open-error")) == "A cover or a door is open."
