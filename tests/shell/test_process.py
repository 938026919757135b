"""No other process of the same user may read this one's memory, and nothing dumps it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

PROGRAM = """
import os, sys
from course.process import keep_to_itself
secret = "QUOKKA" * 3
if sys.argv[1] == "kept":
    keep_to_itself()
import resource
print(os.getpid(), resource.getrlimit(resource.RLIMIT_CORE), flush=True)
sys.stdin.read()
"""
READER = "import sys; open(f'/proc/{sys.argv[1]}/mem', 'rb')"
NOBODY = 65534


def as_nobody() -> dict[str, int]:
    """Root may read everything, so the test asks as somebody else."""
    return {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
@pytest.mark.parametrize(("way", "read"), [("kept", False), ("open", True)])
def test_another_process_of_the_same_user_cannot_read_it(way: str, read: bool) -> None:
    source = Path(__file__).parents[2] / "course" / "process.py"
    program = PROGRAM.replace("from course.process import keep_to_itself", source.read_text())
    program = program.replace("from __future__ import annotations", "")
    with subprocess.Popen(
        ["/usr/bin/python3", "-I", "-c", program, way],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
        **as_nobody(),  # type: ignore[call-overload]
    ) as running:
        pid, limits = running.stdout.readline().split(" ", 1)
        asked = subprocess.run(
            ["/usr/bin/python3", "-I", "-c", READER, pid],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            **as_nobody(),
        )
        running.stdin.close()
    assert (asked.returncode == 0) is read
    if not read:
        assert "PermissionError" in asked.stderr
        assert limits.strip() == "(0, 0)"


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_the_course_asks_for_it_before_the_first_screen(home: Path) -> None:
    with Terminal([sys.executable, "-m", "course", "--home", home]) as terminal:
        terminal.wait_for("How do you want to take it?")
        limits = Path(f"/proc/{terminal.pid}/limits").read_text()
    assert re.search(r"Max core file size +0 +0 ", limits)
