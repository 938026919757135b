"""However the course ends: what was said is kept, and nothing private is left to be seen."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

HANDRAIL = [sys.executable, "-m", "course"]
BROKEN = [sys.executable, "-m", "tests.shell.broken"]
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"


def keep_and_go_home(terminal: Terminal) -> None:
    terminal.wait_for("How do you want to take it?")
    terminal.press("3", "enter")
    terminal.wait_for("Your path")
    terminal.wait_for("Saved")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_saves_covers_the_screen_and_leaves_the_terminal_as_it_was(
    home: Path, name: str
) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        keep_and_go_home(terminal)
        terminal.press("down", "enter")
        terminal.wait_for("A card for a hard day")
        terminal.signal(getattr(signal, name))
        assert terminal.exit_code() == 0
        assert LEFT_ALTERNATE_SCREEN in terminal.raw
        assert "hard day" not in terminal.text
    with Terminal([*HANDRAIL, "--home", home]) as again:
        again.wait_for("You stopped at step 1")


@pytest.mark.parametrize("where", ["handler", "worker", "drawing"])
def test_a_crash_shows_a_short_page_without_a_word_of_what_was_in_memory(
    home: Path, where: str
) -> None:
    with Terminal([*BROKEN, home, where]) as terminal:
        keep_and_go_home(terminal)
        terminal.press("f8")
        assert terminal.exit_code() == 1
        assert "Something in Handrail broke" in terminal.text
        assert "handrail help-now" in terminal.text
        assert b"CANARY" not in terminal.raw
        assert b"Traceback" not in terminal.raw


def test_what_was_said_before_a_crash_is_there_after_it(home: Path) -> None:
    with Terminal([*BROKEN, home, "handler"]) as terminal:
        keep_and_go_home(terminal)
        terminal.press("down", "enter")
        terminal.wait_for("A card for a hard day")
        terminal.press("f8")
        terminal.exit_code()
    with Terminal([*HANDRAIL, "--home", home]) as again:
        again.wait_for("You stopped at step 1")


@pytest.mark.parametrize("where", ["handler", "worker", "drawing"])
def test_what_was_being_typed_when_it_crashed_is_there_after_it(home: Path, where: str) -> None:
    with Terminal([*BROKEN, home, where]) as terminal:
        keep_and_go_home(terminal)
        add_half_a_reason(terminal)
        terminal.press("f8")
        assert terminal.exit_code() == 1
    assert b"My gard" in newest(home)


def add_half_a_reason(terminal: Terminal) -> None:
    terminal.press("home", "down", "enter")
    terminal.wait_for("A card for a hard day")
    terminal.press("enter")
    terminal.wait_for("What do you want to stay well for?")
    terminal.press("shift+tab")
    terminal.settle()
    terminal.type("My gard")
    terminal.wait_for("My gard")


def test_leaving_keeps_the_last_word_and_ends_with_zero(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        keep_and_go_home(terminal)
        terminal.press("down", "enter")
        terminal.wait_for("A card for a hard day")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert b"quick-start" in newest(home)


def newest(home: Path) -> bytes:
    return max((home / "notebook").glob("notebook-*.toml")).read_bytes()


def test_a_byte_that_is_not_utf8_harms_nothing(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        terminal.wait_for("How do you want to take it?")
        terminal.send(b"\xe9\xff\xc3")
        terminal.press("3", "enter")
        terminal.wait_for("Your path")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0


def test_nothing_is_sent_to_the_terminals_clipboard_or_title(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        keep_and_go_home(terminal)
        terminal.press("ctrl+c", "ctrl+c", "ctrl+q")
        terminal.exit_code()
        assert b"\x1b]52" not in terminal.raw
        assert b"\x1b]0;" not in terminal.raw
        assert b"\x1b]2;" not in terminal.raw


def test_textuals_own_switches_in_the_environment_do_nothing(home: Path, tmp_path: Path) -> None:
    log = tmp_path / "keys.log"
    env = {"TEXTUAL_LOG": str(log), "TEXTUAL_PRESS": "ctrl+q", "TEXTUAL_DEBUG": "1"}
    with Terminal([*HANDRAIL, "--home", home], env=env) as terminal:
        keep_and_go_home(terminal)
    assert not log.exists()


def test_there_is_no_command_palette_that_could_take_a_picture(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        keep_and_go_home(terminal)
        terminal.press("ctrl+p")
        terminal.settle()
        assert "Search for commands" not in terminal.text


@pytest.mark.parametrize("key", ["f9", "ctrl+l"])
def test_hide_covers_everything_and_brings_it_back(home: Path, key: str) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        keep_and_go_home(terminal)
        terminal.press(key)
        terminal.wait_gone("Handrail")
        assert terminal.text.split() == ["Press", "Enter", "to", "go", "on"]
        terminal.press("enter")
        terminal.wait_for("Your path")
