"""Several windows at once, and windows that die at any moment.

``HANDRAIL_KILLS=500`` kills more often than the default.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.store.folder import KEPT
from course.store.notebooks import open_notebook
from tests.store.writer import folder_in

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("form", ["unlocked", "locked"])]

KILLS = int(os.environ.get("HANDRAIL_KILLS", "60"))


def window(home: Path, form: str, name: str, saves: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", str(home), form, name, str(saves)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_of_eight_windows_with_forty_saves_each_none_loses_one(tmp_path: Path, form: str) -> None:
    begun = open_notebook(folder_in(tmp_path, form)).version
    windows = [window(tmp_path, form, f"w{number}", 40) for number in range(8)]
    said = [line for each in windows for line in each.communicate(timeout=240)[0].split()]
    opened = open_notebook(folder_in(tmp_path, form))
    assert len(said) == 320
    assert set(said) == set(opened.notebook.answers)
    assert (opened.version - begun, opened.notices) == (320, ())


def test_kills_at_any_moment_lose_nothing_that_was_acknowledged(tmp_path: Path, form: str) -> None:
    folder, dice, said = folder_in(tmp_path, form), random.Random(7), set()
    for round_ in range(KILLS):
        each = window(tmp_path, form, f"r{round_}", 10_000)
        said.add(each.stdout.readline().strip())
        time.sleep(dice.uniform(0, 0.03))
        each.kill()
        said |= set(each.communicate()[0].split("\n")[:-1])
        opened = open_notebook(folder)
        assert said - {""} <= set(opened.notebook.answers)
        assert not opened.notices
    files = filter(folder._coat.names.ours, os.listdir(folder.path))
    assert len(list(files)) <= KEPT + 1
