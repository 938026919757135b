"""``handrail plan --pdf`` loads and reads what the plan is made of: the paper is soon there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from course.machine import Machine
from course.notebook.notebook import Notebook
from tests.paper.notebooks import filled, listed

WATCHED = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: event == "open" and opened.append(str(given[0])))
from course.__main__ import main
try:
    main()
except SystemExit as left:
    assert left.code == 0
print(json.dumps([list(sys.modules), opened]), file=sys.stderr)
"""
SCREENS = {"textual", "rich", "course.ui", "course.session", "course.plain"}
LOCKS = {"nacl", "zxcvbn", "filelock", "course.store.vault"}
HELP = {"course.plan.help", "course.plan.help_text"}
LESSONS_WHOLE = {"course.content.lesson", "course.content.reader", "course.content.voices"}


class Run(NamedTuple):
    loaded: set[str]
    lessons: Counter[str]
    """How often each file of lessons was opened, by its name."""


def plan(folder: Path, notebook: Notebook) -> Run:
    """What the whole command does for somebody who keeps this notebook."""
    machine = Machine(folder / "home", (), lambda: datetime.now(UTC), Random(1))
    machine.keep_here().keep(notebook)
    assert machine.close() == ""
    argv = ["--home", str(folder / "home"), "plan", "--pdf", str(folder / "plan.pdf")]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *argv], capture_output=True, text=True, check=True
    )
    assert (folder / "plan.pdf").read_bytes().startswith(b"%PDF")
    loaded, opened = json.loads(done.stderr)
    lessons = (file for file in map(Path, opened) if file.parent.name == "en")
    return Run(set(loaded), Counter(file.name for file in lessons if file.suffix == ".md"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return plan(tmp_path_factory.mktemp("full"), filled())


def test_it_loads_nothing_but_what_the_plan_is_made_of(full: Run) -> None:
    assert full.loaded & (SCREENS | LOCKS | HELP | LESSONS_WHOLE) == set()


def test_no_lesson_is_opened_more_often_than_to_find_its_questions_and_to_read_them(
    full: Run,
) -> None:
    assert max(full.lessons.values()) == 2


def test_what_is_plain_without_its_question_opens_no_lesson(tmp_path: Path) -> None:
    mine = Notebook(answers={"my-reasons": listed("Mia"), "my-values": listed("Honesty")})
    assert plan(tmp_path, mine).lessons == {}
