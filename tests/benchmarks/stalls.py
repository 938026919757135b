"""How long does the screen stand still? Told by a clock inside the running course.

    python -m tests.benchmarks.stalls FILE --home HOME ...

runs the course with a task on its event loop that wants to be woken every millisecond. Work behind
the screen is noted with its begin and end; into FILE goes, for each, the longest time in which the
loop did not come round meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from course.store.vault import Vault
from tests.benchmarks.store import SECRETS, SIZE
from tests.learner import Learner, begin_reason
from tests.store.said import saying
from tests.terminal import Terminal

REST = "rest"


def measured(home: Path, report: Path) -> dict[str, float]:
    """Milliseconds of the longest stall while unlocking, while saving, and at rest."""
    command = [sys.executable, "-m", "tests.benchmarks.stalls", report, "--home", home]
    with Terminal(command) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        terminal.wait_for("Passphrase")
        terminal.type(f"{SECRETS[0]}\n")
        terminal.settle()
        terminal.type(f"{SECRETS[1]}\n")
        terminal.wait_for("Your path")
        terminal.listen(quiet=0.5)
        begin_reason(Learner(terminal))
        for word in ("garden", "sister", "guitar"):
            terminal.type(f"My {word}\n")
            terminal.wait_for(f"My {word}")
            terminal.wait_for("Saved")
            terminal.press("tab")
        terminal.press("tab")
        terminal.listen(quiet=0.5, limit=1.5)
        terminal.press("ctrl+q")
        terminal.exit_code()
    found: dict[str, float] = json.loads(report.read_text())
    return found


class Stalls:
    """The same as figures for the table: a run for each, and its own rest to compare with."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._last = folder, {REST: 0.0}
        Vault(folder / "made", folder / "made" / "state").make(*SECRETS, saying("x" * SIZE))

    def unlocking(self) -> float:
        return self._run()["unlock"]

    def saving(self) -> float:
        return self._run()["save"]

    def at_rest(self) -> float:
        return self._last[REST]

    def _run(self) -> dict[str, float]:
        with TemporaryDirectory(dir=self._folder) as folder:
            home = Path(folder) / "home"
            shutil.copytree(self._folder / "made", home)
            self._last = measured(home, Path(folder) / "stalls.json")
        return self._last


class Clock:
    """Notes when the loop came round, and when what was done beside it."""

    def __init__(self) -> None:
        self.ticks: list[float] = []
        self.spans: list[tuple[str, float, float]] = []

    async def tick(self) -> None:
        while True:
            self.ticks.append(time.perf_counter())
            await asyncio.sleep(0.001)

    def noting(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def noted(*given: Any, **named: Any) -> Any:
            begin = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                self.spans.append((name, begin, time.perf_counter()))

        return noted

    def stalls(self) -> dict[str, float]:
        end = self.ticks[-1]
        spans = [*self.spans, (REST, end - 0.5, end - 0.3)]
        return {
            name: max(self._longest(begin, end) for each, begin, end in spans if each == name)
            for name in {each for each, _begin, _end in spans}
        }

    def _longest(self, begin: float, end: float) -> float:
        """In milliseconds, as much of a stall as lies between these two."""
        pairs = zip(self.ticks, self.ticks[1:], strict=False)
        return 1000 * max((min(b, end) - max(a, begin) for a, b in pairs), default=0.0)


def _run(report: Path) -> None:
    from course.__main__ import main, scrub_environment

    scrub_environment()
    from course.store.desk import Desk
    from course.store.keeper import Keeper
    from course.ui.app import CourseApp

    clock, running = Clock(), []

    def on_ready(_app: CourseApp) -> None:
        running.append(asyncio.get_running_loop().create_task(clock.tick()))

    CourseApp.on_ready = on_ready  # type: ignore[attr-defined]
    Desk.unlock = clock.noting("unlock", Desk.unlock)  # type: ignore[method-assign]
    Keeper._save = clock.noting("save", Keeper._save)  # type: ignore[method-assign]
    try:
        main()
    finally:
        report.write_text(json.dumps(clock.stalls()))


if __name__ == "__main__":
    _run(Path(sys.argv.pop(1)))
