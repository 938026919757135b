"""The running course lets nothing dump its memory; ``tests/store/test_memory`` has who reads it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_the_course_asks_for_it_before_the_first_screen(home: Path) -> None:
    with Terminal([sys.executable, "-m", "course", "--home", home]) as terminal:
        terminal.wait_for("How do you want to take it?")
        limits = Path(f"/proc/{terminal.pid}/limits").read_text()
    assert re.search(r"Max core file size +0 +0 ", limits)
