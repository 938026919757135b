"""Nobody there, by the real clock: a warning that counts down, then a locked notebook."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

from tests.shell.test_locked import (
    NAME,
    add_a_reason,
    keep_locked,
    leave,
    open_again,
    window,
)
from tests.terminal import Terminal

PATIENCE = 12
LEFT = re.compile(r"In (\d+) seconds? this\s+page\s+is\s+hidden")


@pytest.mark.slow
def test_who_goes_away_is_warned_and_then_locked_out_of_nothing_but_the_screen(home: Path) -> None:
    with window(home) as terminal:
        words = keep_locked(terminal)
        leave(terminal)
    impatient = [sys.executable, "-m", "tests.shell.impatient", home, str(PATIENCE)]
    with Terminal(impatient) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        open_again(terminal, NAME, words)
        terminal.wait_for("Your path")
        add_a_reason(terminal, "My garden")
        terminal.press("tab")
        terminal.type("My sis")  # not even on the list yet
        touched = time.monotonic()
        terminal.wait_for("My sis")
        left = int(terminal.wait_for(LEFT)[1])
        assert 1 <= left <= PATIENCE / 2
        terminal.wait_for(re.compile(rf"In ({'|'.join(map(str, range(left)))}) seconds? this"))
        terminal.wait_gone(LEFT)
        assert PATIENCE <= time.monotonic() - touched < 2 * PATIENCE
        terminal.wait_gone("garden")
        terminal.settle()
        assert terminal.text.split() == ["Press", "Enter", "to", "go", "on"]
        terminal.press("enter")
        open_again(terminal, NAME, words)
        terminal.wait_for("My garden")
        terminal.wait_for("My sis")
