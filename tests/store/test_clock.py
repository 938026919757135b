"""Clocks of shared machines are often far off: nothing hangs on them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from course.machine import Machine
from course.notebook.answers import Said
from course.session.session import Session
from tests.store.said import said
from tests.store.test_vault import WORDS

YEARS = (2026, 2099, 1970, 2027)
"""What the clock says from one sitting to the next."""


def sitting(home: Path, year: int, locked: bool) -> tuple[Machine, Session]:
    machine = Machine(home, (), lambda: datetime(year, 5, 1, tzinfo=UTC), Random(year))
    opened = machine.open(lambda _status: None, lambda _notebook: None)
    if not locked:
        kept = machine.keep_here()
    elif machine.locked_here:
        return machine, machine.unlock("sam", WORDS).session
    else:
        kept = machine.keep_locked("sam", WORDS)
    opened.session.keep_with(kept.keep, kept.found)
    return machine, opened.session


@pytest.mark.parametrize("locked", [False, True])
def test_a_clock_that_goes_far_ahead_and_back_loses_no_word(home: Path, locked: bool) -> None:
    for number, year in enumerate(YEARS):
        machine, session = sitting(home, year, locked)
        session.answer("last", Said(text=f"in {year}"))
        session.answer(f"prompt-{number}", Said(text=f"in {year}"))
        assert machine.close() == ""
        for age, file in enumerate(sorted(path for path in home.rglob("*") if path.is_file())):
            os.utime(file, (age, 4_000_000_000 - age))  # and those of the files say nothing
    notebook = sitting(home, 2026, locked)[1].notebook
    assert said(notebook, "last") == f"in {YEARS[-1]}"
    assert [said(notebook, f"prompt-{number}") for number, _ in enumerate(YEARS)] == [
        f"in {year}" for year in YEARS
    ]
