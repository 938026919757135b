"""A lesson asked for on the command line: its page comes first, then the notebook and the rest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Event

import pytest
from textual.pilot import Pilot

from course.content.glimpse import glimpse
from course.content.grounds import FindSafety
from course.content.heads import Head
from course.content.lesson import Lesson
from course.content.reader import read_lesson
from course.machine import Machine
from course.session.walk import walk_through
from course.ui.app import CourseApp
from course.ui.outside import Opened
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.shell import Cover
from tests.ui.keys import pressed, ready, told
from tests.ui.outside import seen

LESSON = "cured-or-sober"
PAGES = "The main thing", "What the article says", "What doctors say now"


class SlowMachine(Machine):
    """A machine whose disk answers when it is told to."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.disk = Event()

    def open(self, *heard: object) -> Opened:
        assert self.disk.wait(20)
        return super().open(*heard)  # type: ignore[arg-type]


def machine(home: Path, *lessons: Path) -> SlowMachine:
    return SlowMachine(home, lessons, lambda: datetime.now(UTC), Random(1))


@asynccontextmanager
async def started(
    world: SlowMachine, lesson_id: str = LESSON
) -> AsyncIterator[tuple[CourseApp, Pilot[int]]]:
    """The app as the command line starts it, while the disk is still silent."""
    app = CourseApp(world, lesson_id=lesson_id)
    if lesson_id:
        app.open_early()
    try:
        async with app.run_test() as pilot:
            await pilot.pause()
            yield app, pilot
    finally:
        world.disk.set()


async def answered(pilot: Pilot[int]) -> None:
    """The disk answers, and all is shown that waited for it."""
    pilot.app.outside.disk.set()  # type: ignore[attr-defined]
    await ready(pilot)
    for _ in range(3):
        await pilot.pause()


def leave_on_page(number: int, home: Path) -> None:
    """Go on to that page, counted from 0, and leave with a kept notebook."""
    world = machine(home)
    world.disk.set()
    session = world.open(lambda _said: None, lambda _merged: None).session
    session.keep_with(world.keep_here().keep, session.notebook)
    walk = session.enter(LESSON)
    for _ in range(number):
        walk = session.on(walk) or walk
    assert world.close() == ""


async def test_the_page_is_there_before_the_notebook(home: Path) -> None:
    async with started(machine(home)) as (app, pilot):
        early = seen(app)
        assert PAGES[0] in early
        assert "1 of " in early
        assert app.session is None
        await answered(pilot)
        assert app.session is not None
        assert seen(app) == early


async def test_who_was_not_asked_sees_that_nothing_is_kept(home: Path) -> None:
    async with started(machine(home)) as (app, pilot):
        await answered(pilot)
        assert seen(app).rstrip().endswith("Just for now")
    leave_on_page(1, home)
    async with started(machine(home)) as (app, pilot):
        await answered(pilot)
        assert "Just for now" not in seen(app)


async def test_keys_wait_for_the_notebook_and_are_heard_in_their_order(home: Path) -> None:
    async with started(machine(home)) as (app, pilot):
        await pressed(pilot, "enter", "enter", "left", "enter")
        assert PAGES[0] in seen(app)
        await answered(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 2
        assert PAGES[2] in seen(app)


async def test_help_is_there_meanwhile_and_the_lesson_after_it(home: Path) -> None:
    async with started(machine(home)) as (app, pilot):
        await pressed(pilot, "f1")
        assert isinstance(app.screen, HelpNowScreen)
        await pressed(pilot, "escape", "right", "f1")
        assert isinstance(app.screen, HelpNowScreen)
        await answered(pilot)
        await pressed(pilot, "escape", "right")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 1


async def test_after_help_keys_wait_as_before(home: Path) -> None:
    async with started(machine(home)) as (app, pilot):
        await pressed(pilot, "f1", "escape", "right", "right")
        await answered(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 2


async def test_it_can_be_hidden_meanwhile(home: Path) -> None:
    async with started(machine(home)) as (app, pilot):
        await pressed(pilot, "enter", "f9")
        assert isinstance(app.screen, Cover)
        await answered(pilot)
        assert isinstance(app.screen, Cover)
        await pressed(pilot, "enter", "right")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 1


async def test_a_lesson_that_was_left_goes_on_there(home: Path) -> None:
    leave_on_page(1, home)
    async with started(machine(home)) as (app, pilot):
        assert PAGES[1] in seen(app)
        await answered(pilot)
        await pressed(pilot, "right")
        assert PAGES[2] in seen(app)


@pytest.mark.parametrize("page", [2, 5], ids=["sources", "safety"])
def test_a_page_that_needs_the_rest_waits_for_it(page: int, home: Path) -> None:
    leave_on_page(page, home)
    assert machine(home).glimpse(LESSON) is None


async def test_of_a_question_the_place_is_there_first(home: Path) -> None:
    leave_on_page(4, home)
    async with started(machine(home)) as (app, pilot):
        assert "5 of 20" in seen(app)
        await answered(pilot)
        assert "Lee takes buprenorphine" in seen(app)
        await pressed(pilot, "left")
        assert "4 of 20" in seen(app)


async def test_where_the_glance_was_mistaken_the_notebook_holds(home: Path) -> None:
    leave_on_page(1, home)
    world = machine(home)
    first = walk_through(glimpse(next(head for head in world.heads if head.id == LESSON)))
    world.glimpse = lambda _lesson_id: first  # type: ignore[method-assign]
    async with started(world) as (app, pilot):
        assert PAGES[0] in seen(app)
        await answered(pilot)
        assert PAGES[1] in seen(app)


async def test_a_lesson_with_a_mistake_further_on_leads_home_and_says_so(
    home: Path, tmp_path: Path
) -> None:
    text = "+++\ntitle = 'Mine'\nsummary = 'S'\nminutes = 5\n+++\n\n## One\n\nWords.\n\n"
    (tmp_path / "90-mine.md").write_text(text + "::: nothing x\n\nWords.\n\n:::\n")
    async with started(machine(home, tmp_path), "mine") as (app, pilot):
        assert "Words." in seen(app)
        await answered(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert await told(pilot, "That lesson cannot be read on this machine.")


async def test_keys_on_home_wait_for_the_lesson_that_is_being_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Event()

    def slowly(head: Head, safety: FindSafety) -> Lesson:
        assert read.wait(20)
        return read_lesson(head, safety)

    leave_on_page(1, home)
    monkeypatch.setattr("course.content.reader.read_lesson", slowly)
    async with started(machine(home), "") as (app, pilot):
        await pressed(pilot, "home", "enter", "right")
        pilot.app.outside.disk.set()  # type: ignore[attr-defined]
        await pilot.pause(0.3)
        await pressed(pilot, "right")
        assert isinstance(app.screen, HomeScreen)
        read.set()
        await ready(pilot)
        await pressed(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 2
        assert len(app.screen_stack) == 3
