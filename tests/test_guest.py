"""Just for now, for a whole evening: not one file is written and not one socket opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit import watched
from tests.journey import Answering
from tests.learner import HANDRAIL
from tests.terminal import Terminal

CODE = "4711"


@pytest.mark.slow
def test_an_evening_just_for_now_leaves_nothing_behind(tmp_path: Path) -> None:
    places = {name: str(tmp_path / name) for name in ("HOME", "TMPDIR", "work")}
    for place in places.values():
        Path(place).mkdir()
    work = places.pop("work")
    for kind in ("DATA", "CACHE", "CONFIG", "STATE"):
        places[f"XDG_{kind}_HOME"] = str(tmp_path / "HOME" / kind.lower())
    with watched([HANDRAIL], env=places, cwd=work) as (terminal, watch):
        learner = Answering(terminal)
        learner.start("Just for now")
        learner.take("Quick start")
        learner.take("Cured or sober?")
        assert learner.planned
        set_a_code(terminal)
        hide_and_come_back(terminal)
        look_at_everything(terminal, learner.planned[0])
        assert learner.leave() == 0
    assert watch.events == []
    assert [path for path in tmp_path.rglob("*") if not path.is_dir()] == []


def set_a_code(terminal: Terminal) -> None:
    terminal.press("s")
    terminal.wait_for("just for now")
    terminal.press("5", "enter")
    for asked in ("They hide your page", "The same again"):
        terminal.wait_for(asked)
        terminal.settle()
        terminal.type(f"{CODE}\n")
    terminal.wait_for("just for now")
    terminal.press("escape")
    terminal.wait_for("Your path")


def hide_and_come_back(terminal: Terminal) -> None:
    terminal.press("f9")
    terminal.wait_for("Your code")
    terminal.type("1111")
    terminal.wait_for("That was another code.")
    terminal.type(CODE)
    terminal.wait_for("Your path")


def look_at_everything(terminal: Terminal, words: str) -> None:
    """The plan, papers that are not saved, help with its steps, and the lines taken out."""
    terminal.press("p")
    terminal.wait_for(words)
    terminal.press("escape")
    terminal.wait_for("Your path")
    terminal.press("r")
    terminal.wait_for("Form PDF")
    terminal.press("v")
    terminal.wait_for(words)
    terminal.press("escape", "escape")
    terminal.wait_for("Your path")
    terminal.press("f1")
    terminal.wait_for("Someone will not wake up")
    terminal.press("o")
    terminal.settle()
    terminal.press("escape", "escape")
    terminal.wait_for("Your path")
