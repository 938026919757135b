"""Handrail on a machine that locks after seconds: python -m tests.shell.impatient HOME SECONDS."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from course.__main__ import scrub_environment

scrub_environment()

from course.machine import Machine  # noqa: E402 - as in the program: the environment first
from course.ui.app import CourseApp  # noqa: E402

if __name__ == "__main__":
    machine = Machine(Path(sys.argv[1]), (), lambda: datetime.now(UTC), Random(1))
    minutes = float(sys.argv[2]) / 60
    machine.settings = replace(machine.settings, lock_minutes=minutes)  # type: ignore[arg-type]
    CourseApp(machine).run()
