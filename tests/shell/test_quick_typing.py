"""Who types ahead of the screen, or pastes, or sits at the end of a slow line, loses no letter."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from tests.learner import Learner
from tests.terminal import Terminal

HANDRAIL = [sys.executable, "-m", "course"]


def at_step(terminal: Terminal, step: int, words: str) -> None:
    learner = Learner(terminal)
    learner.start("Keep it, unlocked")
    learner.open("Quick start")
    learner.skip_to(step)
    terminal.wait_for(words)


def kept(home: Path) -> dict[str, object]:
    newest = max((home / "notebook").glob("notebook-*[0-9].toml"))
    return tomllib.loads(newest.read_text())["answers"]


def test_cells_typed_in_one_burst_each_land_in_their_own_column(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        at_step(terminal, 3, "Name or nickname")
        terminal.press("shift+tab")
        terminal.type("Ana\n555 0101\n")
        terminal.wait_for("What they can do")
        terminal.press("ctrl+q")
        terminal.exit_code()
    (row,) = kept(home)["my-people"]["rows"]
    assert row["cells"] == {"name": "Ana", "phone": "555 0101"}


def test_keys_pressed_as_the_first_page_appears_are_heard_one_by_one(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home, "lesson", "1"]) as terminal:
        terminal.wait_for("1 of")
        terminal.type("\n\nb\n")
        terminal.wait_for("3 of")
        terminal.settle()
        assert "3 of" in terminal.text


def test_lines_typed_in_one_burst_stay_lines_of_their_own(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        at_step(terminal, 2, "What do you want to stay well for?")
        terminal.press("shift+tab")
        terminal.type("My garden\nMy sister")
        terminal.wait_for("My garden")
        terminal.settle()
        terminal.press("ctrl+q")
        terminal.exit_code()
    items = kept(home)["my-reasons"]["items"]
    assert [item["text"] for item in items] == ["My garden", "My sister"]


def test_what_is_typed_at_once_on_a_menu_is_written_letter_by_letter(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        at_step(terminal, 2, "What do you want to stay well for?")
        terminal.type("my brother\nmy sister")
        terminal.wait_for("my sister")
        terminal.press("ctrl+q")
        terminal.exit_code()
    items = kept(home)["my-reasons"]["items"]
    assert [item["text"] for item in items] == ["my brother", "my sister"]
