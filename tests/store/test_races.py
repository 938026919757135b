"""Several windows at once, and windows that die at any moment."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.store.folder import KEPT, Folder
from course.store.notebooks import open_notebook

pytestmark = pytest.mark.slow


def window(place: Path, name: str, saves: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", str(place), name, str(saves)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_of_eight_windows_with_forty_saves_each_none_loses_one(tmp_path: Path) -> None:
    windows = [window(tmp_path / "notebook", f"w{number}", 40) for number in range(8)]
    said = [line for each in windows for line in each.communicate(timeout=240)[0].split()]
    opened = open_notebook(Folder(tmp_path / "notebook"))
    assert len(said) == 320
    assert set(said) == set(opened.notebook.answers)
    assert (opened.version, opened.notices) == (320, ())


def test_forty_kills_at_any_moment_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    place, dice, said = tmp_path / "notebook", random.Random(7), set()
    for round_ in range(40):
        each = window(place, f"r{round_}", 10_000)
        said.add(each.stdout.readline().strip())
        time.sleep(dice.uniform(0, 0.03))
        each.kill()
        said |= set(each.communicate()[0].split("\n")[:-1])
        opened = open_notebook(Folder(place))
        assert said - {""} <= set(opened.notebook.answers)
        assert not opened.notices
    assert sum(name.startswith("notebook") for name in os.listdir(place)) <= KEPT + 1
