"""However the course ends: what was said is kept, and nothing private is left to be seen."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.learner import Learner, begin_reason
from tests.terminal import Terminal, key_bytes

HANDRAIL = [sys.executable, "-m", "course"]
BROKEN = [sys.executable, "-m", "tests.shell.broken"]
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"


def test_a_signal_saves_covers_the_screen_and_leaves_the_terminal_as_it_was(home: Path) -> None:
    for step, name in enumerate(("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"), start=1):
        with Terminal([*HANDRAIL, "--home", home]) as terminal:
            learner = Learner(terminal)
            if step == 1:
                learner.start("Keep it, unlocked")
            else:
                terminal.wait_for(f"You stopped at step {step} ")
            learner.open("Quick start")
            assert learner.step[0] == step, name
            learner.skip_to(step + 1)
            terminal.signal(getattr(signal, name))
            assert terminal.exit_code() == 0, name
            assert LEFT_ALTERNATE_SCREEN in terminal.raw, name
            assert "Quick start" not in terminal.text, name
    with Terminal([*HANDRAIL, "--home", home]) as again:
        again.wait_for("You stopped at step 5 ")


@pytest.mark.parametrize("where", ["handler", "worker", "mount", "drawing"])
def test_a_crash_keeps_what_was_typed_and_shows_a_short_page_without_a_word_of_it(
    home: Path, where: str
) -> None:
    with Terminal([*BROKEN, home, where]) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        begin_reason(learner)
        terminal.type("My gard")
        terminal.wait_for("My gard")
        terminal.press("f8")
        assert terminal.exit_code() == 1
        assert "Something in Handrail broke" in terminal.text
        assert "handrail help-now" in terminal.text
        assert b"CANARY" not in terminal.raw
        assert b"Traceback" not in terminal.raw
        assert b"gard" not in terminal.raw.rpartition(LEFT_ALTERNATE_SCREEN)[2]
    assert b"My gard" in newest(home)
    assert b"quick-start" in newest(home)


def test_a_terminal_that_is_closed_ends_the_program_and_keeps_what_was_typed(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        begin_reason(learner)
        terminal.type("My gard")
        terminal.wait_for("My gard")
        terminal.press("shift+tab")
        terminal.send(key_bytes("down") * 100)  # much to paint, and nobody to see it
        terminal.hang_up()
        terminal.exit_code()
    assert b"My gard" in newest(home)


def test_leaving_keeps_the_last_word_and_ends_with_zero(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        learner.open("Quick start")
        assert learner.leave() == 0
    assert b"quick-start" in newest(home)


def newest(home: Path) -> bytes:
    return max((home / "notebook").glob("notebook-*.toml")).read_bytes()


def test_odd_bytes_and_the_keys_of_other_programs_do_nothing(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        terminal.wait_for("How do you want to take it?")
        terminal.send(b"\xe9\xff\xc3")
        Learner(terminal).start("Keep it, unlocked")
        terminal.press("ctrl+p")  # no palette, which could take a picture
        terminal.settle()
        assert "Search for commands" not in terminal.text
        terminal.press("ctrl+c", "ctrl+c", "ctrl+q")
        assert terminal.exit_code() == 0
        for what in (b"52", b"0;", b"2;"):  # the terminal's clipboard, and its title
            assert b"\x1b]" + what not in terminal.raw


def test_textuals_own_switches_in_the_environment_do_nothing(home: Path, tmp_path: Path) -> None:
    log = tmp_path / "keys.log"
    env = {"TEXTUAL_LOG": str(log), "TEXTUAL_PRESS": "ctrl+q", "TEXTUAL_DEBUG": "1"}
    with Terminal([*HANDRAIL, "--home", home], env=env) as terminal:
        Learner(terminal).start("Keep it, unlocked")
    assert not log.exists()


def test_hide_covers_everything_and_brings_it_back(home: Path) -> None:
    with Terminal([*HANDRAIL, "--home", home]) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        for key in ("f9", "ctrl+l"):
            terminal.press(key)
            terminal.wait_gone("Handrail")
            assert terminal.text.split() == ["Press", "Enter", "to", "go", "on"], key
            terminal.press("enter")
            terminal.wait_for("Your path")
