"""No paper is left to come out for somebody else, whenever and however its owner goes."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from course.plan.papers import Made
from course.plan.printing import JobNews
from course.ui.app import CourseApp
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.on_its_way import OnItsWayScreen
from course.ui.screens.open import OpenScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.print import PrintScreen
from tests.ui.filled import notebook
from tests.ui.keys import opened, press, pressed
from tests.ui.outside import WORDS, ScriptedJob, TestOutside, app_over, seen
from tests.ui.test_locking import Clock, hidden, locked, unlocked
from tests.ui.test_printing import PRINTING, SENT, STUCK, papers
from tests.ui.waiting import comes_true, until

pytestmark = pytest.mark.usefixtures("quick_pilot")


class SlowToTake(TestOutside):
    """A print service that takes its time to take a paper, which then waits there."""

    def __init__(self) -> None:
        super().__init__(notebook())
        self.asked, self.gate = Event(), Event()
        self.jobs: list[ScriptedJob] = []

    def send(self, made: Made, printer: str, **how: Any) -> ScriptedJob:
        self.asked.set()
        assert self.gate.wait(20)
        self.jobs.append(ScriptedJob([STUCK]))
        return self.jobs[-1]

    @property
    def states(self) -> list[str]:
        """How each stands."""
        return [job.look().state for job in self.jobs]


async def being_sent(pilot: Pilot[int], world: SlowToTake, *ticked: str) -> CourseApp:
    """The app, while the print service is being handed the first paper."""
    await opened(pilot, papers)
    await press(pilot, *ticked, "p")
    app = await pressed(pilot, "enter")
    await until(pilot, world.asked.is_set)
    return app


@pytest.mark.parametrize("covered", [False, True])
async def test_who_is_made_to_go_while_a_paper_is_sent_takes_it_back(covered: bool) -> None:
    world = SlowToTake()
    async with app_over(world).run_test() as pilot:
        app = await being_sent(pilot, world, "1", "space", "2", "space")
        if covered:
            await pressed(pilot, "f9", "ctrl+q")
        else:
            app.leave()
        await comes_true(lambda: app.leaving and app.on_its_way.taken_back)
        world.gate.set()
        await comes_true(lambda: not app.on_its_way.waiting)
    assert world.states == ["taken back"]  # and the second was never sent


async def test_who_leaves_while_a_paper_is_sent_is_asked_what_becomes_of_it() -> None:
    world = SlowToTake()
    async with app_over(world).run_test() as pilot:
        app = await being_sent(pilot, world, "1", "space", "2", "space")
        await pressed(pilot, "ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))
        assert "Sending…" in seen(app)
        assert not app.leaving
        await pressed(pilot, "2", "enter")
        await comes_true(lambda: app.on_its_way.taken_back)
        world.gate.set()
        await comes_true(lambda: app.leaving)
    assert world.states == ["taken back"]


async def test_who_leaves_it_on_purpose_while_it_is_sent_is_not_overruled() -> None:
    world = SlowToTake()
    async with app_over(world).run_test() as pilot:
        app = await being_sent(pilot, world)
        await pressed(pilot, "ctrl+q", "3", "enter")
        await comes_true(lambda: app.leaving)
        world.gate.set()
        await comes_true(lambda: world.jobs)
    assert world.states == ["stuck"]


async def test_while_it_is_sent_nobody_goes_back_as_if_nothing_was() -> None:
    world = SlowToTake()
    async with app_over(world).run_test() as pilot:
        app = await being_sent(pilot, world)
        assert "Esc" not in seen(app)
        await pressed(pilot, "escape")
        assert isinstance(app.screen, PrintScreen)
        world.gate.set()
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))


async def sent(pilot: Pilot[int], app: CourseApp) -> None:
    """The plan is on its way."""
    app.open_papers()
    await press(pilot, "p")
    await pressed(pilot, "enter")
    await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))


async def unlocked_again(pilot: Pilot[int], app: CourseApp) -> None:
    """From the cover back into the notebook."""
    app.open_again()
    await comes_true(lambda: isinstance(app.screen, OpenScreen) and app.screen.is_mounted)
    letters = ("space" if letter == " " else letter for letter in WORDS)
    app._deaf_until = 0.0
    await pressed(pilot, *"sam", "enter", *letters, "enter")


@pytest.mark.parametrize("ended", [False, True])
async def test_what_waits_when_the_notebook_is_locked_is_told_when_it_is_opened(
    ended: bool,
) -> None:
    world = locked()
    world.job_news = [STUCK]
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        await sent(pilot, app)
        await hidden(app)
        if ended:
            app.on_its_way.take_back()
        await unlocked_again(pilot, app)
        await comes_true(lambda: isinstance(app.screen, OnItsWayScreen))
        await until(pilot, lambda: ("taken back" if ended else "out of paper") in seen(app))


async def test_what_was_seen_to_its_end_is_not_told_again() -> None:
    world = locked()
    world.job_news = [SENT]
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        await sent(pilot, app)
        await pressed(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, PapersScreen))
        assert app.on_its_way.papers == ()


@pytest.mark.parametrize(
    ("news", "becomes"), [(STUCK, "taken back"), (PRINTING, "printing")], ids=["stuck", "printing"]
)
async def test_what_is_stuck_is_taken_back_when_nobody_is_there_any_more(
    news: JobNews, becomes: str
) -> None:
    world = TestOutside(notebook())
    world.job_news = [news]
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        await sent(pilot, app)
        looked, look = [0], app.on_its_way.look

        def counted() -> None:
            look()
            looked[0] += 1

        app.on_its_way.look = counted  # type: ignore[method-assign]
        await comes_true(lambda: looked[0] > 1)
        (paper,) = app.on_its_way.papers
        assert paper.news == news
        Clock(app).go(601)  # hidden now; and again nobody comes
        app.touched -= 601
        before = looked[0]
        await comes_true(lambda: not app.on_its_way.waiting or looked[0] > before + 1)
        (paper,) = app.on_its_way.papers
        assert paper.news.state == becomes


async def handed_over(pilot: Pilot[int]) -> CourseApp:
    """The app at its first page again, after a guest whose paper was still waiting."""
    app = await press(pilot)
    await sent(pilot, app)
    app.start_again()
    await comes_true(lambda: not app.on_its_way.waiting)
    return app


async def test_what_a_guest_left_behind_is_taken_back_once_the_page_is_for_others() -> None:
    world = TestOutside(notebook())
    world.job_news = [STUCK]
    async with app_over(world).run_test() as pilot:
        app = await handed_over(pilot)
        assert [one.news.state for one in app.on_its_way.papers] == ["taken back"]


async def test_what_was_left_on_purpose_is_followed_so_that_nothing_of_it_stays() -> None:
    world = TestOutside(notebook())
    job = ScriptedJob([STUCK])
    world.send = lambda *_what, **_how: job  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        await sent(pilot, app)
        await pressed(pilot, "escape", "3", "enter")
        assert isinstance(app.screen, PapersScreen)
        await pressed(pilot, "f1")
        assert isinstance(app.screen, HelpNowScreen)
        assert app.on_its_way.followed
        job._news = [SENT]
        await comes_true(lambda: not app.on_its_way.followed)
