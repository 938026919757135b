"""What a key costs: a page turned is one frame, and neither it nor a letter moves anything."""

from __future__ import annotations

import asyncio

import pytest
from rich.style import Style
from textual.geometry import Region
from textual.pilot import Pilot

from course.content.lesson import Passage, Reading
from course.ui.themes import LIGHT
from course.ui.widgets.book import Book
from course.ui.widgets.field import Field
from tests.ui.keys import press
from tests.ui.outside import seen
from tests.ui.prompts import LIST, said
from tests.ui.stage import StageApp, staged

pytestmark = pytest.mark.usefixtures("quick_pilot")


def page(name: str) -> Reading:
    return Reading(id=name, title=name, passages=(Passage(prose=said(f"This is {name}.")),))


ONE, TWO, THREE = page("one"), page("two"), page("three")


class Counted:
    """How often the screen was painted and laid out since."""

    def __init__(self, app: StageApp) -> None:
        self.frames = self.layouts = 0
        app.post_display_hook = self._painted  # type: ignore[method-assign]
        app.screen.screen_layout_refresh_signal.subscribe(app, self._laid_out, immediate=True)

    def _painted(self) -> None:
        self.frames += 1

    def _laid_out(self, _screen: object) -> None:
        self.layouts += 1


async def calm(pilot: Pilot[int]) -> None:
    """Until what comes after a frame has been done, too."""
    await pilot.pause(0.1)


async def test_a_page_turned_is_one_frame_and_moves_nothing() -> None:
    app = staged(ONE, TWO, THREE)
    async with app.run_test() as pilot:
        await press(pilot)
        await calm(pilot)
        for key, words in (("right", "two."), ("right", "three."), ("left", "two.")):
            counted = Counted(app)
            await pilot.press(key)
            await calm(pilot)
            assert f"This is {words}" in seen(app)
            assert (counted.frames, counted.layouts) == (1, 0)


async def test_a_typed_letter_moves_nothing() -> None:
    app = staged(LIST)
    async with app.run_test() as pilot:
        await press(pilot)
        field = app.screen.query_one(Field)
        field.focus()
        await calm(pilot)
        counted = Counted(app)
        await pilot.press(*"letters")
        await pilot.pause()
        assert field.value == "letters"
        assert counted.layouts == 0


async def test_a_long_entry_scrolls_within_its_field() -> None:
    app = staged(LIST)
    async with app.run_test() as pilot:
        await press(pilot)
        field = app.screen.query_one(Field)
        field.focus()
        await pilot.press(*("begin" + "-" * 72 + "end"))
        await pilot.pause()
        assert "---end" in seen(app)
        assert "begin" not in seen(app)
        await press(pilot, "home")
        assert "begin---" in seen(app)


async def test_a_page_is_painted_once_however_often_it_is_turned_to() -> None:
    app = staged(ONE, TWO)
    async with app.run_test() as pilot:
        await press(pilot, "right")
        book, all_of_it = app.screen.query_one(Book), Region(0, 0, 72, 5)
        before = book.render_lines(all_of_it)
        await press(pilot, "left", "right")
        after = book.render_lines(all_of_it)
        assert "This is two." in before[4].text
        assert [id(row) for row in before] == [id(row) for row in after]


async def test_pages_made_ready_follow_the_colours_and_the_width() -> None:
    app = staged(ONE, TWO)
    async with app.run_test() as pilot:
        await press(pilot)
        await calm(pilot)
        app.wear(LIGHT.name)
        await calm(pilot)
        await press(pilot, "right")
        book = app.screen.query_one(Book)
        for row in book.render_lines(book.size.region):
            assert {background(style) for _text, style, _control in row} == {LIGHT.background}
        await pilot.resize_terminal(60, 20)
        async with asyncio.timeout(5):
            while book.size.width == 72:
                await pilot.pause(0.01)
        await press(pilot, "left")
        widths = {row.cell_length for row in book.render_lines(book.size.region)}
        assert widths == {book.size.width} == {56}


def background(style: Style | None) -> str:
    assert style is not None
    assert style.bgcolor is not None
    return style.bgcolor.name
