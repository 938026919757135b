"""Waiting for something that work behind the screen brings about."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual._context import active_app
from textual.pilot import Pilot


async def one_turn(*_: Any, **__: Any) -> None:
    """Until the app's own tasks have had their turn, and the last key is heard."""
    await asyncio.sleep(0)
    while getattr(active_app.get(None), "at_work", False):
        await asyncio.sleep(0)


async def until(pilot: Pilot[int], holds: Callable[[], object], seconds: float = 20) -> None:
    """Until it holds, and is painted."""
    await comes_true(holds, seconds)
    await pilot.pause()


async def comes_true(holds: Callable[[], object], seconds: float = 20) -> None:
    """Look every few milliseconds whether it holds by now. A screen may be gone by then."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.01)
