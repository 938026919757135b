"""Waiting for something that work behind the screen brings about."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.pilot import Pilot


async def until(pilot: Pilot[int], holds: Callable[[], bool], seconds: float = 10) -> None:
    """Look every few milliseconds whether it holds by now."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.01)
    await pilot.pause()
