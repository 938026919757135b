"""Home: what is done, begun and new, where to go on, and what stays true on every screen."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from threading import Event

import pytest

from course.content.course import Course
from course.notebook.answers import Listed, Said
from course.notebook.notebook import Notebook
from course.plan import laid
from course.ui.app import CourseApp
from course.ui.screens.base import Column
from course.ui.screens.edit import EditScreen
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.shell import Cover
from course.ui.widgets.field import Area, Field
from course.ui.widgets.menu import Menu
from tests.ui.filled import notebook
from tests.ui.keys import opened, press, pressed, told
from tests.ui.outside import TestOutside, app_over, seen
from tests.ui.scenes import heads, with_progress
from tests.ui.waiting import until

pytestmark = pytest.mark.usefixtures("quick_pilot")


def outside(book: Notebook | None = None) -> TestOutside:
    world = TestOutside(book)
    world.heads = heads()
    return world


def here(app: CourseApp) -> str:
    thing = app.screen.query_one(Menu).here
    return thing.id if thing else ""


def row(app: CourseApp, title: str) -> str:
    """The line of the path on which a lesson stands."""
    rows = [line for line in seen(app).splitlines() if re.search(rf"[○◐●–] .*{title}", line)]
    assert len(rows) == 1, seen(app)
    return " ".join(rows[0].split())


# The path


async def test_a_slow_look_at_the_plan_does_not_overtake_a_later_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, held, ended, look = Event(), Event(), Event(), laid.laid_out
    shows = HomeScreen._look_through

    def first_slowly(course: Course, book: Notebook, *, region: str) -> tuple[laid.Laid, ...]:
        if not book.answers:
            begun.set()
            assert held.wait(20)
        return look(course, book, region=region)

    def looks_through(home: HomeScreen) -> None:
        shows(home)
        if held.is_set():
            ended.set()

    monkeypatch.setattr(laid, "laid_out", first_slowly)
    monkeypatch.setattr(HomeScreen, "_look_through", looks_through)
    async with app_over(outside()).run_test() as pilot:
        await until(pilot, begun.is_set)
        app = pilot.app
        assert isinstance(app, CourseApp)
        assert app.session is not None
        app.session.notebook = notebook("UK")
        app.screen.news()  # type: ignore[attr-defined]
        await until(pilot, lambda: "Your plan:" in seen(app))
        held.set()
        await asyncio.to_thread(ended.wait, 20)
        await pilot.pause()
        assert "empty so far" not in seen(app)


async def test_new_begun_and_done_are_told_by_shape_and_words() -> None:
    async with app_over(outside(with_progress())).run_test() as pilot:
        app = await press(pilot)
        assert row(app, heads()[0].title).startswith("●")
        assert row(app, heads()[0].title).endswith("done")
        assert row(app, heads()[2].title).startswith("▌ ◐")
        assert row(app, heads()[2].title).endswith("3 of 14")
        assert row(app, heads()[3].title).startswith("○")
        assert "You stopped at step 3 of 14." in " ".join(seen(app).split())


async def test_the_highlight_is_on_the_lesson_to_go_on_with() -> None:
    async with app_over(outside()).run_test() as pilot:
        assert here(await press(pilot)) == heads()[0].id
    async with app_over(outside(with_progress())).run_test() as pilot:
        assert here(await press(pilot)) == heads()[2].id


async def test_coming_back_shows_how_far_one_came_and_another_start_too() -> None:
    world = outside()
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter", "right", "right", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "3 of" in row(app, heads()[0].title)
    async with app_over(outside(world.keeps[-1])).run_test() as pilot:
        app = await press(pilot)
        assert "3 of" in row(app, heads()[0].title)
        await press(pilot, "enter")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 2


async def test_a_lesson_that_cannot_be_read_says_so_and_the_others_work() -> None:
    world = outside()
    world.heads = (*heads()[:-1], replace(heads()[-1], broken="line 3: there is no title"))
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "end")
        assert "cannot be read" in row(app, heads()[-1].title)
        assert "The others work." in " ".join(seen(app).replace("▌", " ").split())
        await press(pilot, "home", "enter")
        assert isinstance(app.screen, LessonScreen)


async def test_a_body_that_cannot_be_read_is_told_when_it_is_opened() -> None:
    world = outside()
    world.heads = (*heads(), replace(heads()[-1], id="gone", number=4, title="Gone"))
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "end", "enter")
        assert isinstance(app.screen, HomeScreen)
        assert await told(pilot, "That lesson cannot be read on this machine.")


# Help and Hide, everywhere


def _lesson(app: CourseApp) -> None:
    app.open_lesson(heads()[0].id)


def _field(app: CourseApp) -> None:
    app.push_screen(EditScreen("My reasons", ("my-reasons",)))


PLACES: dict[str, Callable[[CourseApp], None]] = {
    "home": lambda app: None,
    "lesson": _lesson,
    "list": _field,
    "plan": CourseApp.open_plan,
    "papers": CourseApp.open_papers,
    "settings": CourseApp.open_settings,
}


@pytest.mark.parametrize("place", PLACES)
async def test_help_opens_from_everywhere_and_never_twice(place: str) -> None:
    async with app_over(outside(notebook())).run_test() as pilot:
        app = await opened(pilot, PLACES[place])
        before, focused = app.screen, app.focused
        for key in ("f1", "question_mark"):
            await press(pilot, key, "f1", "question_mark", "f1")
            assert isinstance(app.screen, HelpNowScreen), key
            await press(pilot, "escape")
            assert (app.screen, app.focused) == (before, focused), key


@pytest.mark.parametrize("place", [*PLACES, "help"])
async def test_hide_covers_everything_and_comes_back_to_the_same_place(place: str) -> None:
    async with app_over(outside(notebook())).run_test() as pilot:
        app = await opened(pilot, PLACES.get(place, CourseApp.action_help_now))
        before, focused = app.screen, app.focused
        for key, back in product(("f9", "ctrl+l"), ("f9", "ctrl+l", "enter", "space")):
            await press(pilot, key)
            assert isinstance(app.screen, Cover), (key, back)
            assert " ".join(seen(app).split()) == "Press Enter to go on", (key, back)
            await press(pilot, "f1", "question_mark", "escape", "left", "x")
            assert isinstance(app.screen, Cover), (key, back)
            await press(pilot, back)
            assert (app.screen, app.focused) == (before, focused), (key, back)


async def test_a_question_mark_is_typed_where_one_types_and_hiding_keeps_what_was_typed() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, _field)
        await press(pilot, "tab", *"why me?")
        field = app.screen.query_one(Field)
        assert field.has_focus
        assert field.value == "why me?"
        await press(pilot, "f9")
        assert "why me" not in seen(app)
        await press(pilot, "enter")
        assert "why me?" in seen(app)


async def test_hiding_in_the_middle_of_a_text_keeps_focus_text_and_cursor() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(
            pilot, lambda app: app.push_screen(EditScreen("If I slip", ("slip-sentence",)))
        )
        area = app.screen.query_one(Area)
        area.focus()
        await press(pilot, *"one?", "left", "ctrl+l", "enter", "x")
        assert app.focused is area
        assert area.text == "onex?"


# Odd windows and odd words


def typed(app: CourseApp) -> str:
    assert app.session is not None
    answer = app.session.answer_to("slip-sentence")
    return answer.text if isinstance(answer, Said) else ""


@pytest.mark.parametrize("size", [(30, 8), (20, 5), (1, 1)])
async def test_a_tiny_terminal_harms_nothing(size: tuple[int, int]) -> None:
    async with app_over(outside(notebook())).run_test(size=size) as pilot:
        for place in (*PLACES, "help"):
            app = await opened(pilot, PLACES.get(place, CourseApp.action_help_now))
            await press(pilot, "down", "down", "up", "pagedown", "tab", "f1", "escape")
            assert app._exception is None, place
            assert app.focused is not None, place
            app.go_home()


@pytest.mark.parametrize("place", PLACES)
async def test_in_a_tiny_terminal_help_is_named_and_there_is_room_to_read(place: str) -> None:
    async with app_over(outside(notebook())).run_test(size=(20, 8)) as pilot:
        app = await opened(pilot, PLACES[place])
        assert "F1 Help now" in seen(app).splitlines()[0]
        assert app.screen.query_one(Column).region.height >= 5


@pytest.mark.parametrize("place", ["home", "settings", "plan", "papers"])
async def test_tab_leads_nowhere_where_a_list_is_all_there_is(place: str) -> None:
    async with app_over(outside(notebook())).run_test() as pilot:
        app = await opened(pilot, PLACES[place])
        focused = app.focused
        for key in ("tab", "shift+tab"):
            await press(pilot, key)
            assert app.focused is focused


async def test_what_is_said_twice_stands_there_once() -> None:
    async with app_over(outside()).run_test(notifications=True) as pilot:
        app = await press(pilot)
        for sentence in ("That cannot be read.", "That cannot be read."):
            app.tell(sentence)
            await pilot.pause()
        assert [note.message for note in app._notifications] == ["That cannot be read."]


async def test_resizing_while_one_writes_loses_nothing() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(
            pilot, lambda app: app.push_screen(EditScreen("If I slip", ("slip-sentence",)))
        )
        app.screen.query_one(Area).focus()
        for number, size in enumerate([(30, 8), (20, 5), (200, 60), (1, 1), (80, 24)]):
            await pilot.resize_terminal(*size)
            await press(pilot, str(number))
        await press(pilot, "escape")
        assert typed(app) == "01234"


async def test_two_thousand_characters_and_control_characters_do_no_harm() -> None:
    async with app_over(outside()).run_test(size=(60, 20)) as pilot:
        app = await opened(pilot, _field)
        await press(pilot, "tab")
        field = app.screen.query_one(Field)
        field.insert_text_at_cursor("a\x1b[31mb\x07\x00\u202e" + "long " * 500)
        await pressed(pilot, "enter")
        assert app.session is not None
        answer = app.session.answer_to("my-reasons")
        assert isinstance(answer, Listed)
        text = answer.present[0].text
        assert len(text) <= 2000
        assert not any(ord(char) < 32 or ord(char) == 0x202E for char in text)
        assert app.screen.focused is not None
        assert "\x1b" not in seen(app)
        await press(pilot, "escape", "p", "escape", "f1")
        assert app._exception is None
