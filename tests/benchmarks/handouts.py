"""Whether the screen answers keys while many papers are made: the longest wait of its loop."""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any

from textual.pilot import Pilot

from course.machine import Machine
from course.plan.papers import PAPERS
from course.ui.app import CourseApp
from course.ui.making import Order
from course.ui.screens.papers import PapersScreen
from tests.paper.notebooks import filled
from tests.ui.keys import opened

COUNT = 30
ALLOWED = 20.0
"""Milliseconds in which nobody notices a wait."""
TICK = 0.001


def longest_stall(folder: Path) -> float:
    """Milliseconds the screen could not have answered, at most, while 30 papers were made."""
    sys.setswitchinterval(0.0005)  # as ``python -m course`` sets it
    home = Path(mkdtemp(dir=folder))
    machine = Machine(home, (), lambda: datetime.now(UTC), Random(1))
    machine.keep_here().keep(filled())
    assert machine.close() == ""
    gc.collect()
    return asyncio.run(_longest_stall(Machine(home, (), lambda: datetime.now(UTC), Random(1))))


async def _longest_stall(machine: Machine) -> float:
    async with CourseApp(machine).run_test() as pilot:
        papers = await _papers(pilot)
        kinds = tuple(islice(cycle(PAPERS), COUNT))
        order = Order(papers.session, kinds, "pdf", "a4")
        async with _waits() as waits:
            work = partial(papers._save, papers.course_app, order, machine.papers_folder)
            await papers.app.run_worker(work, thread=True, group="paper").wait()
        assert len(list(machine.papers_folder.glob("*.pdf"))) == COUNT
    return max(waits) * 1000


async def _papers(pilot: Pilot[Any]) -> PapersScreen:
    app = await opened(pilot, CourseApp.open_papers)
    await app.workers.wait_for_complete()
    assert isinstance(app.screen, PapersScreen)
    return app.screen


@asynccontextmanager
async def _waits() -> AsyncIterator[list[float]]:
    """How much later than asked for the loop came back, each time."""
    waits: list[float] = []

    async def tick() -> None:
        while True:
            asked = time.perf_counter()
            await asyncio.sleep(TICK)
            waits.append(time.perf_counter() - asked - TICK)

    ticking = asyncio.create_task(tick())
    yield waits
    ticking.cancel()
