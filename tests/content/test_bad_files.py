"""One broken file per mistake: each is named once, on its line, in words for a counsellor."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from course.content.check import check
from course.content.course import Course
from course.errors import Problem

WHOLE = Path(__file__).parent.parent / "course"
BAD = WHOLE / "bad"
EXPECTED = tomllib.loads((BAD / "expected.toml").read_text("utf-8"))


def problems_of(file: Path, folder: Path) -> list[Problem]:
    """What the check says to a whole course in which this one file was added or replaced."""
    shutil.copytree(WHOLE, folder, ignore=shutil.ignore_patterns("bad"), dirs_exist_ok=True)
    name, _, kind = file.name.partition(".")
    place = {"md": f"{name}.md", "safety.md": f"safety/{name}.md"}.get(kind, kind)
    shutil.copy(file, folder / place)
    return check(Course([folder], "en"))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_mistake_is_said_once_and_on_its_line(name: str, tmp_path: Path) -> None:
    problems = problems_of(BAD / name, tmp_path)
    assert [EXPECTED[name]["line"]] == [problem.line for problem in problems], problems
    assert EXPECTED[name]["says"] in problems[0].what
    assert problems[0].remedy
    assert EXPECTED[name].get("rule", problems[0].rule) == problems[0].rule


def test_every_broken_file_is_expected() -> None:
    assert set(EXPECTED) == {file.name for file in BAD.iterdir()} - {"expected.toml"}


def test_every_rule_has_a_file_that_breaks_it() -> None:
    rules = {expected.get("rule", "") for expected in EXPECTED.values()}
    assert rules >= {"H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11", "H12"}
    assert sum(rule != "" for rule in (e.get("rule", "") for e in EXPECTED.values())) >= 30
