"""A guest who leaves is offered once to keep or print what would be gone."""

from __future__ import annotations

import pytest

from course.notebook.notebook import Notebook
from course.ui.app import CourseApp
from course.ui.screens.goodbye import GoodbyeScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.ways import WaysScreen
from tests.ui.filled import notebook
from tests.ui.keys import press, pressed
from tests.ui.outside import TestOutside, app_over

pytestmark = pytest.mark.usefixtures("quick_pilot")


def guest(book: Notebook | None = None) -> CourseApp:
    """Just for now, at Home."""
    outside = TestOutside(book or notebook())
    outside.kept = False
    app = app_over(outside)
    app.show_first = app.go_home  # type: ignore[method-assign]
    return app


@pytest.mark.parametrize("keys", [("enter",), ("ctrl+q",), ("1", "enter")])
async def test_one_key_more_leaves(keys: tuple[str, ...]) -> None:
    app = guest()
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, GoodbyeScreen)
        assert not app.leaving
        await pressed(pilot, *keys)
        assert app.leaving


@pytest.mark.parametrize(("key", "screen"), [("2", WaysScreen), ("3", PapersScreen)])
async def test_what_was_written_can_be_kept_or_printed_first(
    key: str, screen: type[object]
) -> None:
    app = guest()
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+q", key, "enter")
        assert isinstance(app.screen, screen)
        assert not app.leaving


async def test_escape_stays() -> None:
    app = guest()
    async with app.run_test() as pilot:
        home = (await press(pilot)).screen
        await press(pilot, "ctrl+q", "escape")
        assert app.screen is home


async def test_who_wrote_nothing_or_keeps_it_is_asked_nothing() -> None:
    for app in (guest(Notebook()), app_over(TestOutside(notebook()))):
        async with app.run_test() as pilot:
            await press(pilot)
            await pressed(pilot, "ctrl+q")
            assert app.leaving
