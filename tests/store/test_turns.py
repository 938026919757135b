"""Many people unlock at once on one machine: one after the other, and nobody waits for ever."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from course.store import turns
from course.store.sealed import derive
from course.store.turns import turn

SITE = b"a site word here"
UNLOCK = """
import sys, time
from course.store.sealed import derive
sys.stdin.readline()
derive("sam", "maple river candle otter", b"a site word here")
print(time.monotonic(), flush=True)
"""


def test_a_program_waits_while_another_one_unlocks() -> None:
    with turn():
        other = subprocess.Popen(
            [sys.executable, "-c", UNLOCK], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert other.stdin is not None
        other.stdin.write("go\n")
        other.stdin.close()
        time.sleep(1.5)
        assert other.poll() is None
        over = time.monotonic()
    assert other.stdout is not None
    assert float(other.stdout.read()) > over
    assert other.wait(10) == 0


def test_in_one_program_too_only_one_is_worked_on_at_a_time() -> None:
    inside, most = 0, 0

    def unlock() -> None:
        nonlocal inside, most
        with turn():
            inside += 1
            most = max(most, inside)
            time.sleep(0.02)
            inside -= 1

    threads = [threading.Thread(target=unlock) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (inside, most) == (0, 1)


def test_who_waited_long_enough_goes_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    with turn():
        assert derive("sam", "maple river", SITE).key


def test_it_writes_nothing_and_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path(turns.__file__).stat()
    known = derive("sam", "maple river", SITE)
    assert Path(turns.__file__).stat() == before
    monkeypatch.setattr(turns, "__file__", "/nowhere/turns.py")
    assert derive("sam", "maple river", SITE) == known
