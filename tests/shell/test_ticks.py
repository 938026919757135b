"""What was ticked in a menu and not yet taken is kept when one leaves."""

from __future__ import annotations

from course.content.prompts import Choose, Option
from course.content.prose import Para, Span
from course.notebook.answers import Chosen
from tests.ui.keys import press
from tests.ui.stage import staged

WAYS = tuple(Option(id=name, words=(Span(name),)) for name in ("walk", "call", "read"))
MENU = Choose(id="ways", lead=(Para((Span("Pick what helps."),)),), options=WAYS, most=3)


async def test_ticks_are_kept_by_leaving_and_by_hiding() -> None:
    for key in ("escape", "f9", "ctrl+q"):
        app = staged(MENU)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "space", "down", "space", key)
            assert app.session is not None
            answer = app.session.answer_to("ways")
            assert isinstance(answer, Chosen)
            assert answer.ids == ("walk", "call")


async def test_who_brings_the_course_back_goes_on_ticking() -> None:
    app = staged(MENU)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "f9", "enter", "down", "space", "enter")
        assert app.session is not None
        answer = app.session.answer_to("ways")
        assert isinstance(answer, Chosen)
        assert answer.ids == ("walk", "call")
