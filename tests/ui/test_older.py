"""An older copy is told with its day, and nothing is written before somebody agreed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from course.notebook.notebook import Notebook
from course.ui.app import CourseApp
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.older import OlderScreen
from course.ui.screens.open import OpenScreen
from course.ui.shell import Cover
from tests.ui.keys import press, pressed, told
from tests.ui.outside import WORDS, TestOutside, app_over, seen
from tests.ui.scenes import OLDER, with_progress
from tests.ui.test_locking import Clock, locked, outside
from tests.ui.waiting import comes_true

pytestmark = pytest.mark.usefixtures("quick_pilot")


def older(world: TestOutside) -> TestOutside:
    world.older, world.notices = True, (OLDER,)
    world.notebook = with_progress()
    for door in world.doors:
        world.doors[door] = with_progress()
    return world


@asynccontextmanager
async def asked(world: TestOutside, lesson_id: str = "") -> AsyncIterator[Pilot[int]]:
    async with app_over(world, lesson_id=lesson_id).run_test() as pilot:
        await comes_true(lambda: isinstance(pilot.app.screen, OlderScreen))
        await pressed(pilot)
        yield pilot


async def test_it_says_what_happened_and_from_which_day_it_is() -> None:
    async with asked(older(outside())) as pilot:
        said = " ".join(seen(pilot.app).split())  # type: ignore[arg-type]
        assert "Your last save could not be read" in said
        assert "from 22 November 2026" in said
        assert "Dee" not in said


async def test_who_goes_on_is_at_home_with_the_words_of_that_day() -> None:
    world = older(outside())
    async with asked(world) as pilot:
        app = await press_on(pilot, "enter", to=HomeScreen)
        assert app.session is not None
        assert "my-reasons" in app.session.notebook.answers
        assert app.keeping


async def test_who_wanted_a_lesson_gets_it_after_the_answer_and_nothing_is_written_before() -> None:
    world = older(outside())
    lesson = world.heads[0].id
    async with asked(world, lesson_id=lesson) as pilot:
        assert world.keeps == []
        await press_on(pilot, "enter", to=LessonScreen)
        assert world.keeps


@pytest.mark.parametrize("keys", [("escape",), ("2", "enter")])
async def test_who_leaves_it_leaves_the_program_and_nothing_was_written(
    keys: tuple[str, ...],
) -> None:
    world = older(outside())
    async with asked(world) as pilot:
        await pressed(pilot, *keys)
        await comes_true(lambda: pilot.app.return_code is not None)
    assert world.keeps == []


async def press_on(pilot: Pilot[int], *keys: str, to: type[Screen[Any]]) -> CourseApp:
    """Press them, and see where that leads."""
    app = await pressed(pilot, *keys)
    await comes_true(lambda: type(app.screen) is to and app.screen.is_mounted)
    await pilot.pause()
    return app


@asynccontextmanager
async def unlocking(world: TestOutside) -> AsyncIterator[Pilot[int]]:
    """Name and passphrase were typed, and the older copy is asked about."""
    async with app_over(older(world)).run_test() as pilot:
        await press(pilot, "4", "enter", *"sam", "enter")
        await pressed(pilot, *("space" if letter == " " else letter for letter in WORDS), "enter")
        await comes_true(lambda: isinstance(pilot.app.screen, OlderScreen))
        app = pilot.app
        assert isinstance(app, CourseApp)
        app._deaf_until = 0.0
        await pressed(pilot)
        yield pilot


async def test_a_locked_one_is_asked_about_too_and_opened() -> None:
    async with unlocking(locked()) as pilot:
        app = await press_on(pilot, "enter", to=HomeScreen)
        assert app.locked


async def test_a_locked_one_that_is_left_is_closed_as_it_was() -> None:
    world = locked()
    async with unlocking(world) as pilot:
        app = await press_on(pilot, "2", "enter", to=OpenScreen)
        await comes_true(lambda: "It was left as it is" in seen(app) and world.closed)
        assert (app.locked, world.locked, world.closed) == (False, False, 1)
        assert world.doors["sam", WORDS] == with_progress()


async def test_who_leaves_a_locked_one_goes_on_being_kept_where_that_was_before() -> None:
    world = locked()
    world.kept, world.notices = True, (OLDER,)
    world.doors["sam", "x"] = with_progress()
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        before, world.older = app.session, True
        app.open_locked()
        await press(pilot, *"sam", "enter", "x", "enter")
        world.older = False
        await comes_true(lambda: isinstance(app.screen, OlderScreen))
        app._deaf_until = 0.0
        await pressed(pilot, "2", "enter")
        await comes_true(lambda: app.session not in (None, before))
        assert isinstance(app.screen, HomeScreen)
        assert (app.keeping, world.locked) == (True, False)
        assert await told(pilot, "It was left as it is")


async def test_hiding_while_it_is_asked_about_closes_it() -> None:
    world = locked()
    async with unlocking(world) as pilot:
        await press_on(pilot, "f9", to=Cover)
        await comes_true(lambda: world.closed)
        assert (world.locked, world.closed) == (False, 1)
        await press_on(pilot, "enter", to=OpenScreen)


async def test_nobody_there_closes_it_too() -> None:
    world = locked()
    async with unlocking(world) as pilot:
        app = pilot.app
        assert isinstance(app, CourseApp)
        Clock(app).go(601)
        await comes_true(lambda: world.closed == 1)
        await pilot.pause()
        assert not isinstance(app.screen, OlderScreen)


async def test_help_is_not_covered_by_the_question() -> None:
    async with app_over(older(outside())).run_test() as pilot:
        pilot.app.action_help_now()  # type: ignore[attr-defined]
        await asyncio.sleep(0.3)
        assert isinstance(pilot.app.screen, HelpNowScreen)
        await pressed(pilot, "escape")
        await comes_true(lambda: isinstance(pilot.app.screen, OlderScreen))


async def test_an_empty_one_says_so() -> None:
    world = older(outside())
    world.notebook = Notebook()
    async with asked(world) as pilot:
        page = seen(pilot.app)  # type: ignore[arg-type]
        assert "Your notebook is empty here" in page
        assert "Go on with an empty one" in page
        assert "older copy" not in page.lower()
