"""Killed at any moment while somebody answers: what the screen called saved is there.

By hand, before a release: HANDRAIL_KILLS=500 uv run pytest -m slow tests/shell/test_kills.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from tests.learner import Learner
from tests.shell.lives import ASKS, ROUNDS, Life, Tally, Way
from tests.shell.test_locked import DEAF, NAME, keep_locked, leave, window
from tests.terminal import Terminal

KILLS = int(os.environ.get("HANDRAIL_KILLS", "60"))
LOCKED = KILLS * 2 // 5
"""So many of them on a locked notebook, which takes longer to open."""


def unlocked(home: Path) -> Way:
    """A home with an unlocked notebook, which opens of itself."""
    with window(home) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        learner.leave()
    return Way(("lesson", "many-words"), lambda terminal: None)


def locked(home: Path) -> Way:
    """A home with a locked notebook."""
    with window(home) as terminal:
        words = keep_locked(terminal)
        leave(terminal)

    def come_in(terminal: Terminal) -> None:
        terminal.wait_for("Open my locked notebook")
        terminal.send(b"4\r")
        terminal.wait_for("Passphrase")
        terminal.type(f"{NAME}\n")
        terminal.wait_for(NAME)
        terminal.settle()
        terminal.type(f"{words}\n")
        terminal.wait_for("Your path", timeout=20)
        terminal.listen(quiet=DEAF, limit=DEAF)

    return Way((), come_in)


def lives(folder: Path, made: Callable[[Path], Way], tally: Tally) -> Iterator[Life]:
    """One after the other; lists and fields to write in by turns."""
    home, dice = folder / "made", Random(KILLS)
    home.mkdir()
    way = made(home)
    for number, asks in enumerate(cycle(ASKS)):
        life = Life(folder / str(number), asks, way, dice, tally)
        life.begin(home)
        yield life


@pytest.mark.slow
@pytest.mark.parametrize(
    ("made", "kills"), [(unlocked, KILLS - LOCKED), (locked, LOCKED)], ids=["unlocked", "locked"]
)
def test_no_word_that_was_shown_as_saved_is_lost_to_a_kill(
    tmp_path: Path,
    made: Callable[[Path], Way],
    kills: int,
    record_property: Callable[[str, object], None],
) -> None:
    tally = Tally()
    for life in lives(tmp_path, made, tally):
        for _ in range(min(ROUNDS, kills - tally.kills)):
            life.be_killed()
        life.end()
        if tally.kills >= kills:
            break
    record_property(f"{made.__name__} notebook", str(tally))
    assert tally.saved >= kills / 2
