"""The wheel alone is enough: built, installed where there is no checkout, and used."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import course
from tests.learner import Learner, quick_start, save_card
from tests.terminal import Terminal

CHECKOUT = Path(__file__).parents[1]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("uv") is None, reason="needs uv"),
]


@pytest.fixture
def installed(tmp_path: Path, testers_own: dict[str, str]) -> Path:
    """The commands of an environment that holds nothing but the wheel and what it needs."""
    environment = tmp_path / "environment"

    def uv(*arguments: str | Path) -> None:
        subprocess.run(["uv", *arguments], check=True, env=testers_own, cwd=tmp_path)

    uv("build", "--out-dir", tmp_path / "built", CHECKOUT)
    (wheel,) = (tmp_path / "built").glob("handrail-*.whl")
    _holds_what_it_needs(wheel)
    uv("venv", "--python", sys.executable, environment)
    uv("pip", "install", "--python", environment, "--compile-bytecode", wheel)
    return environment / "bin"


def test_the_first_minutes_work_from_the_wheel(installed: Path, home: Path, tmp_path: Path) -> None:
    where: list[str | Path] = [installed / "python", "-c", "import course; print(course.__file__)"]
    assert Path(_said(where, tmp_path)).is_relative_to(installed.parent)
    assert (
        _said([installed / "handrail", "--version"], tmp_path) == f"handrail {course.__version__}"
    )
    with Terminal([installed / "handrail", "--home", home], cwd=tmp_path) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        quick_start(learner)
        terminal.wait_for(re.compile("● +Quick start +done"))
        card = save_card(learner)
        assert learner.leave() == 0
    assert (home / card).read_bytes().startswith(b"%PDF-")
    assert _said([installed / "handrail", "check"], tmp_path) == "No mistakes found."


def _holds_what_it_needs(wheel: Path) -> None:
    """The lessons, the styles and the paper templates: all there is in the checkout."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    for kind in (".tcss", ".typ"):
        needed = list((CHECKOUT / "course").rglob(f"*{kind}"))
        assert needed
        assert [file for file in needed if str(file.relative_to(CHECKOUT)) not in inside] == []
    lessons = [file for file in (CHECKOUT / "lessons").rglob("*") if file.is_file()]
    assert [file for file in lessons if f"course/{file.relative_to(CHECKOUT)}" not in inside] == []


def _said(argv: Sequence[str | Path], folder: Path) -> str:
    """What a command prints."""
    run = subprocess.run(argv, check=True, capture_output=True, text=True, cwd=folder)
    return run.stdout.strip()
