"""Erasing on screen: one answer, one line, one day, for good."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest

from course.content.prompts import Prompt
from course.notebook.answers import Listed, Said
from course.notebook.erasing import without_answer
from course.notebook.notebook import Entry, Notebook
from course.notebook.review import REVIEW, TASK
from course.notebook.units import Item
from course.ui.app import CourseApp
from course.ui.screens.edit import EditScreen
from course.ui.screens.erase import EraseScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.plan import PlanScreen
from course.ui.screens.taken_out import TakenOutScreen
from course.ui.widgets.tiles import Tiles
from tests.ui.filled import notebook
from tests.ui.keys import opened, press, words
from tests.ui.outside import NOW, TestOutside, app_over, seen
from tests.ui.prompts import KINDS
from tests.ui.scenes import EDITED, heads
from tests.ui.stage import staged

pytestmark = pytest.mark.usefixtures("quick_pilot")
CANARY = "zebrafinch"


def outside(book: Notebook) -> TestOutside:
    world = TestOutside(book)
    world.heads = heads()
    return world


def edit(app: CourseApp, name: str) -> None:
    app.push_screen(EditScreen("My section", (name,)))


@pytest.mark.parametrize("name", EDITED)
async def test_a_whole_answer_goes_for_good_and_no_field_brings_it_back(name: str) -> None:
    world = outside(notebook(words=CANARY))
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, partial(edit, name=name))
        await press(pilot, "f8")
        assert isinstance(app.screen, EraseScreen)
        assert CANARY in seen(app)
        await press(pilot, "2", "enter")
        await asyncio.sleep(1.0 if name == "slip-sentence" else 0)  # longer than a text rests
        assert isinstance(app.screen, EditScreen)
        assert CANARY not in seen(app)
        assert "F8 Erase" not in seen(app)
        assert app.focused is not None
        await press(pilot, "escape")
    assert world.erased
    for kept in (world.erased[-1], world.keeps[-1]):
        assert CANARY not in kept.answers[name].model_dump_json()
        assert kept.answers[name].empty


async def test_it_is_asked_first_and_what_is_said_no_to_stays() -> None:
    world = outside(notebook(words=CANARY))
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, partial(edit, name="my-reasons"))
        for key in ("enter", "escape"):
            await press(pilot, "f8", key)
            assert CANARY in seen(app)
    assert not world.erased


async def test_where_nothing_was_said_there_is_nothing_to_erase() -> None:
    async with app_over(outside(Notebook())).run_test() as pilot:
        app = await opened(pilot, partial(edit, name="my-reasons"))
        assert "F8" not in seen(app)
        await press(pilot, "f8")
        assert isinstance(app.screen, EditScreen)


async def test_in_the_plan_it_is_a_suggestion_again() -> None:
    async with app_over(outside(notebook(words=CANARY))).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_plan)
        reasons = "My reasons read this first • "
        assert reasons + CANARY in words(app)
        while app.screen.query_one(Tiles).tile_id != "why":
            await press(pilot, "down")
        await press(pilot, "enter", "tab", "tab", "enter")
        await press(pilot, "f8", "2", "enter", "escape")
        assert isinstance(app.screen, PlanScreen)
        assert reasons + CANARY not in words(app)
        assert "4 of 26 parts have your words" in seen(app)


def days() -> Notebook:
    """A task that was looked back on, a question from before, a day of a kind to come."""
    fields: dict[str, dict[str, bool | int | str]] = {
        TASK: {"prompt": "see-one", "how": "part"},
        REVIEW: {"prompt": "what-is-it", "right": True},
        "slip": {"note": CANARY},
    }
    book = Notebook()
    for number, (kind, said) in enumerate(fields.items()):
        book = book.noted(Entry(id=f"e{number}", kind=kind, at=NOW, fields=said))
    return book


async def test_a_dated_entry_goes_for_good() -> None:
    world = outside(days())
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "s", "6", "enter")
        assert isinstance(app.screen, TakenOutScreen)
        assert "Since last time: one small thing" in seen(app)
        assert "22 November 2026" in seen(app)
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, EraseScreen)
        assert CANARY in seen(app)
        await press(pilot, "2", "enter")
        assert CANARY not in seen(app)
    left = world.erased[-1]
    assert CANARY not in left.model_dump_json()
    assert [entry.gone for entry in left.entries] == [False, False, True]


async def test_an_answer_that_no_lesson_asks_for_any_more_can_go_too() -> None:
    items = (Item(id="1", text=CANARY),)
    world = outside(Notebook().answered("long-gone", Listed(items=items)))
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "s", "6", "enter")
        assert "asked no more" in seen(app)
        await press(pilot, "enter", "2", "enter")
        assert "There is nothing here" in seen(app)
    assert world.erased[-1].answers["long-gone"].empty


@pytest.mark.parametrize("prompt", KINDS.values(), ids=KINDS)
async def test_a_step_whose_answer_was_erased_asks_as_if_for_the_first_time(
    prompt: Prompt,
) -> None:
    book = Notebook().answered(prompt.id, Said(text=CANARY))
    async with staged(prompt, notebook=without_answer(book, prompt.id, "me")).run_test() as pilot:
        app = await press(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert CANARY not in seen(app)
