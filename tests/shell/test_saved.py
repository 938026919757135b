"""*Saved* is said below only of what is saved; the room for it stays where it is."""

from __future__ import annotations

from typing import cast

import pytest
from textual.pilot import Pilot

from course.content.prompts import Column, Listing, Prompt, Rows, Write
from course.content.prose import Para, Span
from course.ui.messages import Told
from course.ui.widgets.bars import KeyBar
from tests.ui.keys import press
from tests.ui.stage import Stage, staged

LEAD = (Para((Span("What comes to you?"),)),)
WRITE = Write(id="words", lead=LEAD)
LIST = Listing(id="lines", lead=LEAD)
ROWS = Rows(id="rows", lead=LEAD, columns=(Column(id="who", title="Who", shape="text"),))


async def shown_of(prompt: Prompt, *keys: str, caught_up: bool = True) -> str:
    """What is said below after these keys, the last save having gone well."""
    app = staged(prompt)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(cast("Pilot[int]", pilot))
        app.on_told(Told("Saved"))
        await press(pilot, *keys)
        cast("Stage", app.outside).caught_up = caught_up
        app.show_status()
        return app.screen.query_one(KeyBar).status


async def test_words_in_a_field_are_not_saved_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.ui.widgets.prompts.write.REST", 60.0)
    for prompt in (WRITE, LIST, ROWS):
        assert await shown_of(prompt) == "Saved"
        assert await shown_of(prompt, "h", "i") == "     ", prompt
        assert await shown_of(prompt, "h", "backspace") == "Saved"


async def test_a_line_on_the_list_is_saved_once_the_disk_has_it() -> None:
    assert await shown_of(LIST, "h", "i", "enter", caught_up=False) == "     "
    assert await shown_of(LIST, "h", "i", "enter", caught_up=True) == "Saved"


async def test_what_is_not_saved_is_said_all_the_time() -> None:
    app = staged(LIST)
    async with app.run_test(size=(80, 24)) as pilot:
        app.on_told(Told("Not saved: the disk is full"))
        await press(pilot, "h", "i")
        assert app.screen.query_one(KeyBar).status == "Not saved: the disk is full"
