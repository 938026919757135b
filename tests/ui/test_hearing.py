"""Keys that come in one go, as from somebody quick, or at the end of a slow line."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key
from textual.pilot import Pilot

from course.notebook.answers import Listed
from course.notebook.notebook import Notebook
from course.ui.app import CourseApp
from course.ui.screens.edit import EditScreen
from course.ui.screens.erase import EraseScreen
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.idle import IdleScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.lock import LockScreen
from course.ui.screens.older import OlderScreen
from course.ui.screens.plan import PlanScreen
from course.ui.screens.recovery import RecoveryScreen
from course.ui.screens.ways import WaysScreen
from course.ui.shell import Cover
from course.ui.widgets.menu import Menu
from tests.ui.keys import offered, opened, press
from tests.ui.outside import TestOutside, app_over, seen
from tests.ui.prompts import LIST
from tests.ui.scenes import heads
from tests.ui.stage import staged
from tests.ui.test_locking import Clock, locked
from tests.ui.test_older import older
from tests.ui.test_start import fresh
from tests.ui.waiting import until

pytestmark = pytest.mark.usefixtures("quick_pilot")


def outside() -> TestOutside:
    world = TestOutside(Notebook())
    world.heads = heads()
    return world


async def at_once(pilot: Pilot[int], *keys: str) -> None:
    """All of them are there before the first is looked at."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await pilot.pause()


def screens(app: CourseApp) -> list[str]:
    return [type(screen).__name__ for screen in app.screen_stack[1:]]


async def test_a_second_enter_is_for_the_page_that_the_first_led_to() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, lambda app: app.push_screen(WaysScreen()))
        await at_once(pilot, "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert screens(app) == ["HomeScreen", "LessonScreen"]


async def test_enter_again_and_again_keeps_the_words_that_were_not_to_be_erased() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, lambda app: app.push_screen(EditScreen("Mine", ("my-reasons",))))
        erased = list[bool]()
        app.push_screen(EraseScreen("Erase it?", ("a", "b"), partial(erased.append, True)))
        await at_once(pilot, "2", "enter", "enter", "escape")
        assert erased == [True]
        assert screens(app) == ["HomeScreen"]


async def test_a_country_is_chosen_once_however_often_enter_is_pressed() -> None:
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot, "c")
        await at_once(pilot, *["enter"] * 4)
        await until(pilot, lambda: "LessonScreen" in screens(app))
        assert screens(app) == ["HomeScreen", "LessonScreen"]


async def test_a_recovery_code_is_saved_once_however_slow_the_disk_is() -> None:
    world, held = outside(), Event()
    saves = world.save_text

    def slowly(stem: str, text: str, folder: Path) -> Path:
        assert held.wait(20)
        return saves(stem, text, folder)

    world.save_text, world._door = slowly, ("sam", "")  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        await opened(pilot, lambda app: app.push_screen(RecoveryScreen()))
        await at_once(pilot, "2", "enter", "enter")
        held.set()
        await press(pilot)
        assert len(world.texts) == 1


async def test_a_double_click_opens_nothing_twice() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_ways)
        menu = app.screen.query_one(Menu)
        menu.pick(), menu.pick()
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert screens(app) == ["HomeScreen", "LessonScreen"]


async def test_who_types_on_while_it_is_asked_whether_anybody_is_there_is_still_there() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, lambda app: app.push_screen(IdleScreen(25.0, guest=False)))
        await at_once(pilot, *"hello")
        assert screens(app) == ["HomeScreen"]


async def test_what_is_typed_right_after_enter_stands_in_the_field_of_the_next_page() -> None:
    async with app_over(fresh()).run_test() as pilot:
        app = await offered(pilot, "2", "enter")
        await at_once(pilot, "3", "enter", *"four words")
        assert isinstance(app.screen, LockScreen)
        assert "Your own passphrase" in seen(app)
        assert "•" * len("four words") in seen(app)


async def test_a_second_enter_takes_no_passphrase_that_nobody_has_seen() -> None:
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot)
        Clock(app)  # stands still: the two are pressed in one moment
        await at_once(pilot, "2", "enter", *"sam", "enter", "enter")
        assert "Take these words" in seen(app)
        app._deaf_until = 0.0
        await at_once(pilot, "enter")
        assert "Once more" in seen(app)


@pytest.mark.parametrize("key", ["f9", "ctrl+l", "f1"])
async def test_a_key_that_hides_or_helps_is_heard_right_behind_a_passphrase(key: str) -> None:
    async with app_over(locked()).run_test() as pilot:
        app = await press(pilot, "4", "enter", *"sam", "enter", *"other words")
        await at_once(pilot, "enter", key)
        assert isinstance(app.screen, HelpNowScreen if key == "f1" else Cover)


async def test_what_ends_behind_the_screen_while_the_program_closes_draws_no_more() -> None:
    app, drawn = app_over(outside()), list[str]()
    async with app.run_test() as pilot:
        await press(pilot)
        await asyncio.to_thread(app.call_from_thread, drawn.append, "open")
    await asyncio.to_thread(app.call_from_thread, drawn.append, "closed")
    assert drawn == ["open"]


@pytest.mark.parametrize("key", ["ctrl+q", "f9", "escape"])
async def test_letters_before_a_key_that_leaves_or_hides_are_kept(key: str) -> None:
    app = staged(LIST)
    async with app.run_test() as pilot:
        await press(pilot, "tab")
        await at_once(pilot, *"Rest", key)
        assert app.session is not None
        answer = app.session.answer_to(LIST.id)
        assert isinstance(answer, Listed)
        assert [item.text for item in answer.items] == ["Rest"]


@pytest.mark.parametrize("help_key", ["f1", "question_mark"])
async def test_keys_after_the_one_for_help_are_heard_in_help(help_key: str) -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await press(pilot)
        await at_once(pilot, help_key, "o")
        assert isinstance(app.screen, HelpNowScreen)
        assert app.screen.page == "overdose"
        await at_once(pilot, "escape", "escape", help_key)
        assert isinstance(app.screen, HelpNowScreen)
        assert app.screen.page == ""


async def test_a_key_from_before_a_question_does_not_answer_it() -> None:
    world = older(outside())
    async with app_over(world).run_test() as pilot:
        app = pilot.app
        assert isinstance(app, CourseApp)
        before = Key("p", "p")
        await until(pilot, lambda: isinstance(app.screen, OlderScreen))
        app.post_message(before)
        await pilot.pause()
        assert screens(app) == ["HomeScreen", "OlderScreen"]
        await at_once(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))


async def test_a_key_that_is_never_done_does_not_silence_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("course.ui.hearing._LONGEST", 0.05)
    app = app_over(outside())
    async with app.run_test() as pilot:
        await press(pilot)
        waits = asyncio.Event()

        async def stuck() -> None:
            await waits.wait()

        app.screen.call_later(stuck)
        app.post_message(Key("p", "p"))
        await asyncio.sleep(0.1)
        app.post_message(Key("f1", None))
        for _ in range(100):
            await asyncio.sleep(0.02)
            if isinstance(app.screen, HelpNowScreen):
                break
        waits.set()
        assert isinstance(app.screen, HelpNowScreen)


async def test_a_page_that_is_gone_hears_no_news() -> None:
    app = app_over(outside())
    async with app.run_test() as pilot:
        screen = (await press(pilot)).screen
    assert isinstance(screen, HomeScreen)
    screen.hear_news()  # as a worker still may, while the program ends
    assert not screen.query("Page")


async def test_a_lesson_that_is_gone_is_not_measured() -> None:
    app = staged(LIST)
    async with app.run_test() as pilot:
        screen = (await press(pilot)).screen
    assert isinstance(screen, LessonScreen)
    screen._look_down()  # as the last frame still may, while the lesson is left
    screen._scrolled()
    assert not screen.query("#column")
