"""What the README promises, run as it stands there."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from random import Random

import pytest

from course.store.form import to_bytes
from course.store.vault import Vault
from tests.learner import HANDRAIL, Learner
from tests.source import ROOT
from tests.store.said import saying
from tests.store.test_vault import WORDS
from tests.terminal import Terminal

README = (ROOT / "README.md").read_text("utf-8")


def ten_lines() -> str:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    return code


def start_script() -> str:
    (script,) = re.findall(r"```sh\n(#!/bin/sh\n.*?)```", README, re.DOTALL)
    return script


def test_there_are_ten() -> None:
    assert len(ten_lines().splitlines()) == 10


@pytest.mark.parametrize("door", ["passphrase", "recovery code"])
def test_ten_lines_open_a_locked_notebook_without_the_program(home: Path, door: str) -> None:
    vault = Vault(home, home.parent / "state")
    locked = vault.make("Zoë  Ünal", WORDS, saying("older words"))
    locked.folder.save(1, to_bytes(saying("my son \\u2665")))
    vault.make("ana", WORDS, saying("somebody else's"))
    code = locked.new_recovery_code(Random(1))
    name, words = ("zoë ünal", WORDS) if door == "passphrase" else ("", code)
    script = home.parent / "open.py"
    script.write_text(ten_lines())
    with Terminal([sys.executable, "-I", script], cwd=home) as terminal:
        terminal.wait_for("Name")
        terminal.send(f"{name}\r".encode())
        terminal.wait_for("Passphrase")
        terminal.send(f"{words}\r".encode())
        assert terminal.exit_code() == 0, terminal.framed()
        assert "format = 1" in terminal.text
        assert "my son" in terminal.text


@pytest.mark.parametrize(
    "command", ["export", "carry", "bring", "forget", "settings-file", "plan", "workbook"]
)
def test_each_command_for_notebooks_is_in_the_readme(command: str) -> None:
    assert f"`handrail {command}" in README


@pytest.mark.slow
def test_the_start_script_begins_anew_after_a_kill_and_its_terminal_is_clean(home: Path) -> None:
    script = home / "start"
    script.write_text(start_script().replace("/var/lib/handrail", str(home)))
    path = f"{HANDRAIL.parent}:{os.environ['PATH']}"
    with Terminal(["sh", script], env={"PATH": path}) as terminal:
        learner = Learner(terminal)
        learner.start("Just for now")
        (course,) = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
        os.kill(int(course), signal.SIGKILL)
        terminal.wait_gone("Your path")
        assert "Handrail" not in terminal.text
        terminal.press("ctrl+c", "ctrl+z")  # between two people nobody gets at a shell
        terminal.wait_for("How do you want to take it?")
