"""Handrail with a key (F8) under which something breaks: run by the tests in a real terminal."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from course.__main__ import scrub_environment

scrub_environment()

from textual.binding import Binding  # noqa: E402 - as in the program: the environment first
from textual.widgets import Static  # noqa: E402

from course.machine import Machine  # noqa: E402
from course.ui.app import CourseApp  # noqa: E402
from course.ui.shell import forgive_the_terminal  # noqa: E402


class BrokenApp(CourseApp):
    """Breaks where the command line asks for it: in a handler, a worker, a mount, or drawing."""

    BINDINGS = [Binding("f8", "break", priority=True)]

    def action_break(self) -> None:
        canary = "CANARY in a local variable"
        if sys.argv[2] == "worker":
            self.run_worker(lambda: self._fail(canary), thread=True)
        elif sys.argv[2] == "mount":
            self.screen.mount(Unmountable(canary))
        elif sys.argv[2] == "drawing":
            self.screen.mount(Undrawable(canary))
        else:
            self._fail(canary)

    def _fail(self, secret: str) -> None:
        raise RuntimeError(f"CANARY in a message: {secret}")


class Unmountable(Static):
    """Breaks when it is mounted."""

    def on_mount(self) -> None:
        canary = "CANARY in a local variable"
        raise RuntimeError(f"CANARY in a mount: {canary}")


class Undrawable(Static):
    """Breaks while it is drawn."""

    def render(self) -> str:
        raise ValueError("CANARY while drawing")


if __name__ == "__main__":
    forgive_the_terminal()
    machine = Machine(Path(sys.argv[1]), (), lambda: datetime.now(UTC), Random(1))
    app = BrokenApp(machine)
    app.run()
    sys.exit(app.return_code)
