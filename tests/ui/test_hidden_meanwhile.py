"""What is at work behind the screen while a cover, or help, comes over the page that asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from course.ui.app import CourseApp
from course.ui.covers import LockedCover
from course.ui.screens.forget import ForgetScreen
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.open import OpenScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.recovery import RecoveryScreen
from course.ui.screens.settings import SettingsScreen
from course.ui.screens.start import StartScreen
from course.ui.shell import Cover
from tests.ui.keys import at_rest, offered, opened, press, pressed, told
from tests.ui.outside import WORDS, TestOutside, app_over, seen
from tests.ui.test_locking import Clock, locked, outside, unlocked
from tests.ui.test_papers import InBrowser, papers
from tests.ui.waiting import comes_true, until

pytestmark = pytest.mark.usefixtures("quick_pilot")


def held(world: TestOutside, name: str) -> Event:
    """What is asked of the world by this name waits for the event."""
    does, may = getattr(world, name), Event()

    def waits(*args: Any, **kwargs: Any) -> Any:
        assert may.wait(20)
        return does(*args, **kwargs)

    setattr(world, name, waits)
    return may


async def both_set(pilot: Pilot[int], *keys: str) -> None:
    """A name and, twice, a passphrase; the lock is at work."""
    await offered(pilot, *keys)
    await press(pilot, "1", "enter")
    letters = ("space" if letter == " " else letter for letter in WORDS)
    await pressed(pilot, *letters, "enter")


async def test_what_is_locked_under_a_cover_does_not_stay_open_there() -> None:
    world = outside(kept=False)
    may = held(world, "keep_locked")
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter")
        app.lock_up()
        await both_set(pilot)
        await pressed(pilot, "f9")
        may.set()
        await until(pilot, lambda: app.session is None)
        assert isinstance(app.screen, LockedCover)
        assert world.closed
        app.action_hide()
        await until(pilot, lambda: isinstance(app.screen, OpenScreen))


@pytest.mark.parametrize("keys", [("f1",), ("f9", "f1")], ids=["help", "help over a cover"])
async def test_help_stays_while_a_notebook_is_locked(keys: tuple[str, ...]) -> None:
    world = outside(kept=False)
    may = held(world, "keep_locked")
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter")
        app.code = "1234"  # from before: a cover that asks for it leaves help to be asked for
        app.lock_up()
        await both_set(pilot)
        await pressed(pilot, *keys)
        may.set()
        await until(pilot, lambda: app.locked or app.session is None)
        await until(pilot, lambda: keys == ("f1",) or app.session is None)
        assert isinstance(app.screen, HelpNowScreen)
        app.screen.dismiss()
        after = RecoveryScreen if keys == ("f1",) else LockedCover
        await until(pilot, lambda: isinstance(app.screen, after))


async def test_help_stays_while_a_passphrase_is_changed_and_settings_come_after_it() -> None:
    world = locked()
    may = held(world, "change_passphrase")
    async with app_over(world).run_test() as pilot:
        await unlocked(pilot)
        await both_set(pilot, "s", "5", "enter")
        app = await pressed(pilot, "f1")
        may.set()
        await at_rest(pilot)
        assert isinstance(app.screen, HelpNowScreen)
        app.screen.dismiss()
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))


@pytest.mark.parametrize("comes", [Cover, HelpNowScreen])
async def test_a_recovery_code_that_is_dropped_takes_nothing_away_that_came_over_it(
    comes: Callable[[], Cover | HelpNowScreen],
) -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        await opened(pilot, lambda app: app.push_screen(RecoveryScreen()))
        may = held(world, "drop_recovery_code")
        await pressed(pilot, "3", "enter")
        over = comes()
        app.push_screen(over)
        may.set()
        await at_rest(pilot)
        assert app.screen is over
        app.pop_screen()
        await pilot.pause()
        assert "No recovery code opens your notebook now." in seen(app)
        assert "maple" not in seen(app)
        await press(pilot, "enter")
        assert not isinstance(app.screen, RecoveryScreen)


@pytest.mark.parametrize("world", [locked(), outside()], ids=["locked", "unlocked"])
async def test_what_is_forgotten_under_a_cover_stays_covered(world: TestOutside) -> None:
    may = held(world, "forget")
    async with app_over(world).run_test() as pilot:
        app = await (unlocked(pilot) if world.doors else press(pilot))
        app.push_screen(ForgetScreen())
        await pressed(pilot, *"forget", "enter", "f9")
        may.set()
        await until(pilot, lambda: not app.locked and isinstance(app.screen_stack[1], StartScreen))
        assert type(app.screen) is Cover
        app.action_hide()
        await until(pilot, lambda: isinstance(app.screen, StartScreen))


async def test_help_stays_while_a_notebook_is_forgotten() -> None:
    world = locked()
    may = held(world, "forget")
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.push_screen(ForgetScreen())
        await pressed(pilot, *"forget", "enter", "f1")
        may.set()
        await until(pilot, lambda: isinstance(app.screen_stack[1], StartScreen))
        assert isinstance(app.screen, HelpNowScreen)


async def test_help_stays_when_a_guest_s_words_are_dropped() -> None:
    async with app_over(outside(kept=False, shared=True)).run_test() as pilot:
        app = await press(pilot, "enter", "f1", "o")
        Clock(app).go(121)
        await until(pilot, lambda: isinstance(app.screen_stack[1], StartScreen))
        assert isinstance(app.screen, HelpNowScreen)
        assert app.screen.page == "overdose"


async def test_what_is_unlocked_under_a_cover_needs_no_passphrase_after_it() -> None:
    world = locked()
    may, put_away = held(world, "keep_here"), world.put_away
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)

        def after_that() -> str:
            while app.locked:
                time.sleep(0.01)
            return put_away()

        world.put_away = after_that  # type: ignore[method-assign]
        await press(pilot, "s", "4", "enter", "3")
        await pressed(pilot, "enter", "f9")
        world.kept, world.locked = True, False
        may.set()
        await until(pilot, lambda: type(app.screen) is Cover)
        app.action_hide()
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_a_paper_that_was_to_be_opened_is_not_opened_beside_a_cover() -> None:
    world = outside()
    world.prints_here, world.opens_here = False, True
    may = held(world, "save_paper")
    async with app_over(world).run_test() as pilot:
        await opened(pilot, papers)
        app = await pressed(pilot, "p", "f9")
        may.set()
        await at_rest(pilot)
        assert world.opened == []
        await press(pilot, "enter", "o")
        assert isinstance(app.screen, PapersScreen)
        assert len(world.opened) == 1


async def test_nor_in_a_browser() -> None:
    world = outside()
    may, app = held(world, "make_paper"), InBrowser(world)
    async with app.run_test() as pilot:
        await opened(pilot, papers)
        await pressed(pilot, "enter", "f9")
        may.set()
        await at_rest(pilot)
        assert app.delivered == InBrowser.delivered
        await press(pilot, "enter")
        assert "The page was hidden meanwhile." in seen(app)
        await press(pilot, "enter")
        assert app.delivered[0].endswith(".pdf")


async def again(app: CourseApp, world: TestOutside) -> None:
    """Sam's notebook, opened after the lock."""
    app.action_hide()
    await comes_true(lambda: isinstance(app.screen, OpenScreen))
    app.unlock(lambda: world.unlock("sam", WORDS), str)
    await comes_true(lambda: app.session is not None)


@pytest.mark.parametrize("first", ["put_away", "save_paper"], ids=["locked", "saved"])
async def test_a_paper_saved_while_the_notebook_is_locked_is_not_left_and_that_is_told(
    first: str,
) -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        await opened(pilot, papers)
        may = {name: held(world, name) for name in ("put_away", "save_paper")}
        await pressed(pilot, "enter")
        app.action_hide()
        may.pop(first).set()
        await comes_true(lambda: world.deleted if first == "save_paper" else app.session is None)
        may.popitem()[1].set()
        await comes_true(lambda: world.deleted and app.session is None)
        assert world.deleted == [Path("/home/a/plan.pdf")]
        await again(app, world)
        assert await told(pilot, "so it is not here. Save it again.")


async def test_a_paper_saved_while_its_owner_leaves_the_program_stays() -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        await opened(pilot, papers)
        may = {name: held(world, name) for name in ("save", "save_paper")}
        await pressed(pilot, "enter", "ctrl+q")
        await comes_true(lambda: app.leaving)
        may["save_paper"].set()
        await comes_true(lambda: not any(w.group == "paper" for w in app.workers if w.is_running))
        may["save"].set()
    assert len(world.papers) == 1
    assert world.deleted == []


async def test_where_a_paper_lies_that_was_saved_under_a_cover_is_told_after_it() -> None:
    world = outside()
    may = held(world, "save_paper")
    async with app_over(world).run_test() as pilot:
        await opened(pilot, papers)
        await pressed(pilot, "enter", "escape", "f9")
        may.set()
        await at_rest(pilot)
        await press(pilot, "enter")
        assert await told(pilot, "Saved: /home/a/plan.pdf")
    assert world.deleted == []


async def test_where_a_paper_lies_is_told_after_help_too() -> None:
    world = outside()
    may = held(world, "save_paper")
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, papers)
        await pressed(pilot, "enter", "escape", "f1")
        may.set()
        await at_rest(pilot)
        assert not app._notifications
        await press(pilot, "escape")
        assert await told(pilot, "Saved: /home/a/plan.pdf")
