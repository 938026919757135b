"""A page that is longer than the window: Enter shows the rest of it first, Right always goes on."""

from __future__ import annotations

import asyncio
import re

import pytest

from course.content.lesson import Passage, Reading
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.bars import KeyBar
from tests.ui.keys import press
from tests.ui.outside import seen
from tests.ui.prompts import JO, said
from tests.ui.stage import BlankHome, StageApp, staged

pytestmark = pytest.mark.usefixtures("quick_pilot")


def page(name: str, lines: int) -> Reading:
    words = [f"{name} {number}." for number in range(lines)]
    return Reading(id=name, title=name, passages=(Passage(prose=said(*words)),))


LONG, SHORT = page("long", 24), page("short", 2)


def keys(app: StageApp) -> str:
    return " ".join(str(app.screen.query_one(KeyBar).render()).split())


async def until(app: StageApp, wanted: str) -> None:
    """Layout takes its turns."""
    for _ in range(100):
        if wanted in keys(app):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(keys(app))


def at(app: StageApp) -> int:
    assert isinstance(app.screen, LessonScreen)
    return app.screen.walk.index


async def test_enter_pages_down_until_the_end_was_in_view_then_goes_on() -> None:
    app = staged(LONG, SHORT)
    async with app.run_test() as pilot:
        await press(pilot)
        assert "Enter More" in keys(app)
        assert "long 23." not in seen(app)
        pages = 0
        while "Enter More" in keys(app):
            await press(pilot, "enter")
            pages += 1
            assert at(app) == 0
        assert pages == 2
        assert "long 23." in seen(app)
        assert "Enter Go on" in keys(app)
        await press(pilot, "home")  # what was seen stays seen
        assert "Enter Go on" in keys(app)
        await press(pilot, "enter")
        assert at(app) == 1
        assert "short 0." in seen(app)
        assert "Enter Finish" in keys(app)


async def test_no_line_is_passed_over() -> None:
    app, read = staged(LONG, SHORT), set[str]()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot)
        while at(app) == 0:
            read |= set(re.findall(r"long \d+\.", seen(app)))
            await press(pilot, "enter")
    assert {f"long {number}." for number in range(24)} <= read


async def test_right_goes_on_at_once() -> None:
    app = staged(LONG, SHORT)
    async with app.run_test() as pilot:
        await press(pilot)
        assert "→ Skip" in keys(app)
        await press(pilot, "right")
        assert at(app) == 1


async def test_scrolling_to_the_end_by_other_keys_counts_too() -> None:
    app = staged(LONG, SHORT)
    async with app.run_test() as pilot:
        await press(pilot, "end")
        await until(app, "Enter Go on")


async def test_going_back_begins_at_the_top_and_asks_to_read_again() -> None:
    app = staged(LONG, SHORT)
    async with app.run_test() as pilot:
        await press(pilot, "right", "b")
        assert "long 0." in seen(app)
        assert "Enter More" in keys(app)


async def test_a_larger_window_shows_all_and_enter_goes_on() -> None:
    app = staged(LONG, SHORT)
    async with app.run_test() as pilot:
        await press(pilot)
        await pilot.resize_terminal(80, 70)
        await until(app, "Enter Go on")


async def test_the_last_page_too_is_read_before_it_ends() -> None:
    app = staged(SHORT, LONG)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        await until(app, "Enter More")
        await press(pilot, "enter", "enter")
        await until(app, "Enter Finish")
        await press(pilot, "enter")
        assert isinstance(app.screen, BlankHome)


async def test_a_question_after_a_long_page_has_its_own_keys() -> None:
    app = staged(LONG, JO)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "right")
        assert "More" not in keys(app)
        assert "Enter Answer" in keys(app)
