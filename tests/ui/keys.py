"""Pressing keys the way a person does: one by one, each seen before the next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.pilot import Pilot

from course.ui.app import CourseApp
from course.ui.widgets.tiles import Tiles


async def pressed(pilot: Pilot[int], *keys: str) -> CourseApp:
    """The keys one by one, without waiting for work in the background."""
    app = pilot.app
    assert isinstance(app, CourseApp)
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    return app


async def ready(pilot: Pilot[int]) -> None:
    """Until the session is open, and the screen knows it."""
    async with asyncio.timeout(20):
        while getattr(pilot.app, "session", None) is None:
            await asyncio.sleep(0.005)
    await at_rest(pilot)


async def at_rest(pilot: Pilot[int]) -> None:
    """Until all work behind the screen is done, also what a screen starts when it comes."""
    await pilot.pause()
    async with asyncio.timeout(60):
        while not all(worker.is_finished for worker in pilot.app.workers):
            await asyncio.sleep(0.001)
            await pilot.pause()
    await pilot.pause()  # what the last of it brought is painted


async def press(pilot: Pilot[int], *keys: str) -> CourseApp:
    """The keys, with the session open before and all work done after them."""
    await ready(pilot)
    app = await pressed(pilot, *keys)
    await at_rest(pilot)
    return app


async def offered(pilot: Pilot[int], *keys: str) -> CourseApp:
    """By these keys and a name to the passphrase that is offered, and may be taken by now."""
    app = await press(pilot, *keys, *"sam", "enter")
    app._deaf_until = 0.0
    return app


async def opened(pilot: Pilot[int], go: Callable[[CourseApp], None]) -> CourseApp:
    """The app on the screen that ``go`` opens."""
    app = await press(pilot)
    go(app)
    await at_rest(pilot)
    return app


def words(app: CourseApp) -> str:
    """All text of the tiles, also what is scrolled out of view."""
    return " ".join(str(app.screen.query_one(Tiles).render()).replace("▌", " ").split())


async def told(pilot: Pilot[int], sentence: str) -> bool:
    """Whether the app says this sooner or later, in a note of its own."""
    for _ in range(500):
        if any(sentence in note.message for note in pilot.app._notifications):
            return True
        await asyncio.sleep(0.02)
    return False
