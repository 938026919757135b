"""What comes back after some days, and the short way through a lesson: all with keys."""

from __future__ import annotations

import re

import pytest

from course.session.review import REVIEW, TASK
from course.ui.app import CourseApp
from course.ui.screens.home import HomeScreen
from course.ui.screens.last_time import LastTimeScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.review import ReviewScreen
from course.ui.widgets.menu import Menu
from tests.ui.keys import press
from tests.ui.outside import NOW, TestOutside, app_over, seen
from tests.ui.scenes import QUESTIONS, TASK_ID, a_day_later, heads

pytestmark = pytest.mark.usefixtures("quick_pilot")
BLAME = re.compile(r"overdue|\blate\b(?! is fine)|wrong|failed|incorrect|missed", re.IGNORECASE)


def offered(app: CourseApp) -> list[str]:
    """What stands above the path."""
    menu = app.screen.query_one(Menu)
    return [str(entry.words).strip() for entry in menu._things if entry.id.startswith("+")]


async def test_questions_come_back_after_a_day_and_five_at_most() -> None:
    world = a_day_later()
    assert len(QUESTIONS) > 5
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        assert offered(app) == ["A few questions from before: 5, about 3 minutes"]
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert len(app.screen.walk.steps) == 5


async def test_on_the_same_day_nothing_comes_back() -> None:
    world = a_day_later()
    world.now = NOW
    async with app_over(world).run_test() as pilot:
        assert offered(await press(pilot)) == []


async def test_asking_again_leaves_the_lesson_as_it_was_and_blames_nobody() -> None:
    world = a_day_later()
    before = dict(world.notebook.answers)
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "home", "enter")
        for _ in range(80):
            if not isinstance(app.screen, ReviewScreen):
                break
            assert not BLAME.search(told_by_us(app)), seen(app)
            await press(pilot, *_next_key(app))
        assert isinstance(app.screen, HomeScreen)
    after = world.keeps[-1]
    assert dict(after.answers) == before
    asked = [entry.fields["prompt"] for entry in after.entries if entry.kind == REVIEW]
    assert len(asked) == len(set(asked)) == 5


async def test_the_small_task_is_asked_after_once() -> None:
    world = a_day_later(task=True)
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        assert offered(app) == ["Since last time: one small thing"]
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, LastTimeScreen)
        await press(pilot, "3", "enter")
        after = seen(app)
        assert after.index("→ Not yet") < after.index("That is fine.") < after.index("Go on")
        assert "How did it go?" not in seen(app)
        assert not BLAME.search(seen(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert offered(app) == []
    (entry,) = (each for each in world.keeps[-1].entries if each.kind == TASK)
    assert entry.fields == {"prompt": TASK_ID, "how": "not-yet"}


async def test_the_fast_path_has_questions_safety_and_the_end() -> None:
    world = TestOutside()
    world.heads = heads()
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        app.open_lesson("a-slip-is-not-a-failure")
        await press(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert "F Questions first" in seen(app)
        whole = len(app.screen.walk.steps)
        await press(pilot, "f")
        assert app.screen.walk.at_start
        assert len(app.screen.walk.steps) < whole
        assert "Questions first" not in seen(app)
        kept = {step.id for step in app.screen.walk.steps}
        assert {p.id for p in app.screen.walk.lesson.prompts} <= kept


async def test_only_a_lessons_first_step_offers_the_fast_path() -> None:
    world = TestOutside()
    world.heads = heads()
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        app.open_lesson("cured-or-sober")
        await press(pilot, "right")
        assert "Questions first" not in seen(app)
        app.go_home()
        app.open_lesson("first-page")
        await press(pilot)
        assert "Questions first" not in seen(app)


def told_by_us(app: CourseApp) -> str:
    """The bars, where the program itself speaks; what lessons say is read by the check."""
    rows = seen(app).splitlines()
    return "\n".join([rows[0], *rows[-2:]])


def _next_key(app: CourseApp) -> tuple[str, ...]:
    footer = seen(app).splitlines()[-2]
    return ("space", "enter") if "Space" in footer else ("enter",)
