"""Ctrl+Q, a wait and a way back while papers are sent: nothing is lost, and nothing goes untold."""

from __future__ import annotations

from threading import Semaphore
from typing import Any

import pytest
from textual.pilot import Pilot

from course.errors import PaperError
from course.plan.papers import Made
from course.plan.printing import JobNews
from course.ui.app import CourseApp
from course.ui.screens.goodbye import GoodbyeScreen
from course.ui.screens.on_its_way import OnItsWayScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.print import PrintScreen
from tests.ui.filled import notebook
from tests.ui.keys import opened, press, pressed
from tests.ui.outside import ScriptedJob, TestOutside, app_over, seen
from tests.ui.test_left_behind import SlowToTake, being_sent, handed_over, sent
from tests.ui.test_printing import STUCK, papers
from tests.ui.waiting import comes_true, until

pytestmark = pytest.mark.usefixtures("quick_pilot")


async def asked(pilot: Pilot[int], world: SlowToTake) -> CourseApp:
    """Asked what becomes of a paper that the print service is just being handed."""
    app = await being_sent(pilot, world)
    await pressed(pilot, "ctrl+q")
    await until(pilot, lambda: "Say first what becomes of it." in seen(app))
    return app


@pytest.mark.parametrize("choice", ["2", "3"])
async def test_a_guest_who_leaves_is_asked_about_the_paper_then_about_the_words(
    choice: str,
) -> None:
    world = TestOutside(notebook())
    world.kept, world.job_news = False, [STUCK]
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        await sent(pilot, app)
        await pressed(pilot, "ctrl+q", choice, "enter")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        await pressed(pilot, "enter")
        await comes_true(lambda: app.leaving)


async def test_who_waits_for_the_end_comes_back_to_the_papers() -> None:
    world = SlowToTake()
    async with app_over(world).run_test() as pilot:
        app = await asked(pilot, world)
        await pressed(pilot, "1", "enter")
        world.gate.set()
        await until(pilot, lambda: "out of paper" in seen(app))
        world.jobs[0].take_back()
        await until(pilot, lambda: "1  Back" in seen(app))
        await pressed(pilot, "enter")
        await comes_true(lambda: isinstance(app.screen, PapersScreen))


class Refuses(SlowToTake):
    """A print service that takes its time, and then takes nothing."""

    def send(self, made: Made, printer: str, **how: Any) -> ScriptedJob:
        super().send(made, printer, **how)
        raise PaperError("Nothing was sent. office is closed.")


@pytest.mark.parametrize("keys", [(), ("1", "enter")], ids=["leaves", "waits"])
async def test_that_nothing_was_sent_is_told_to_who_was_just_asked(keys: tuple[str, ...]) -> None:
    world = Refuses()
    async with app_over(world).run_test() as pilot:
        app = await asked(pilot, world)
        await pressed(pilot, *keys)
        world.gate.set()
        await until(pilot, lambda: isinstance(app.screen, PrintScreen))
        await until(pilot, lambda: "Nothing was sent. office is closed." in seen(app))
        assert not app.leaving


async def test_that_a_paper_was_not_printed_is_told_before_its_owner_goes() -> None:
    world = TestOutside(notebook())
    job = ScriptedJob([STUCK])
    world.send = lambda *_what, **_how: job  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, papers)
        await sent(pilot, app)
        await pressed(pilot, "ctrl+q")
        job._news = [JobNews("not printed", "office did not print your paper.")]
        await until(pilot, lambda: "did not print your paper" in seen(app))
        await until(pilot, lambda: "1  Back" in seen(app))
        assert isinstance(app.screen, OnItsWayScreen)
        assert not app.leaving
        await pressed(pilot, "ctrl+q")
        await comes_true(lambda: app.leaving)


class SlowToSave(SlowToTake):
    """Remembers how far the print service was when the words were saved."""

    taken_when_saved: int | None = None

    def save(self) -> str:
        self.taken_when_saved = len(self.jobs)
        return super().save()


async def test_words_are_kept_before_a_slow_print_service_is_waited_for() -> None:
    world = SlowToSave()
    async with app_over(world).run_test() as pilot:
        app = await being_sent(pilot, world)
        app.leave()
        await comes_true(lambda: world.taken_when_saved is not None)
        world.gate.set()
        await comes_true(lambda: not app.on_its_way.waiting)
    assert world.taken_when_saved == 0
    assert world.states == ["taken back"]


async def test_what_a_guest_left_behind_is_nothing_to_tell_to_who_opens_a_notebook() -> None:
    world = TestOutside(notebook())
    world.job_news = [STUCK]
    async with app_over(world).run_test() as pilot:
        app = await handed_over(pilot)
        await comes_true(lambda: app.session is not None)
        app.go_in()
        await press(pilot)
        assert not isinstance(app.screen, OnItsWayScreen)


class OneAtATime(TestOutside):
    """A print service that takes a paper each time it is told to; it then waits there."""

    def __init__(self) -> None:
        super().__init__(notebook())
        self.may, self.job_news = Semaphore(0), [STUCK]

    def send(self, made: Made, printer: str, **how: Any) -> ScriptedJob:
        assert self.may.acquire(timeout=20)
        return super().send(made, printer, **how)


async def test_papers_left_while_they_are_sent_are_not_taken_for_those_that_are_sent_next() -> None:
    world = OneAtATime()
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "1", "space", "2", "space", "p")
        await pressed(pilot, "enter")
        world.may.release()
        await until(pilot, lambda: len(app.on_its_way.papers) == 1)
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))
        await pressed(pilot, "escape", "3", "enter")
        await pressed(pilot, "8", "space", "1", "space", "2", "space", "p")
        await until(pilot, lambda: isinstance(app.screen, PrintScreen) and "Sheets" in seen(app))
        await pressed(pilot, "enter")
        world.may.release(2)
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))
        await until(pilot, lambda: "Sending…" not in seen(app))
        assert [paper.title for paper in app.on_its_way.papers] == [
            "Blank plan, to write on by hand"
        ]
