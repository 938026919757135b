"""Faults of disks and terminals, met by the real program: what a person sees, and what is kept."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from course.machine import Machine
from course.store.form import to_bytes
from tests.learner import Learner
from tests.shell.test_keeping import add_a_reason, kept, small_disk, window
from tests.shell.test_locked import DEAF, open_again
from tests.store.said import saying
from tests.store.test_vault import WORDS
from tests.terminal import Terminal

__all__ = ["small_disk"]  # a fixture

pytestmark = pytest.mark.slow

WITHOUT_ROOTS_RIGHTS = """
import ctypes, os, sys
for right in (1, 2):  # to write, and to read, whatever a folder says; of no use to who isn't root
    ctypes.CDLL(None).prctl(24, right, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "course", *sys.argv[1:]])
"""
"""Runs the course as somebody whom the modes of files hold for."""


def begun(terminal: Terminal) -> None:
    """Kept unlocked, with one reason on the disk."""
    Learner(terminal).start("Keep it, unlocked")
    add_a_reason(terminal, "My garden")
    terminal.wait_for("Saved")


def more(terminal: Terminal, words: str) -> None:
    """Another reason, right after the first."""
    to_the_field(terminal)
    terminal.type(words)
    terminal.press("enter")
    terminal.wait_for(words)


def to_the_field(terminal: Terminal) -> None:
    """Of the list of reasons, from its lines."""
    terminal.wait_for("→ Go on")
    terminal.settle()
    terminal.press("tab")
    terminal.settle()


def reasons(terminal: Terminal) -> None:
    """The list of reasons, with what was said before."""
    learner = Learner(terminal)
    learner.open("Quick start")
    learner.skip_to(2)
    terminal.wait_for("What do you want to stay well for?")


def left(terminal: Terminal) -> None:
    """Leave; a second key for who is asked what becomes of words that nothing keeps."""
    terminal.press("ctrl+q", "ctrl+q")
    assert terminal.exit_code() == 0


@contextlib.contextmanager
def mode(folder: Path, bits: int) -> Iterator[None]:
    folder.chmod(bits)
    try:
        yield
    finally:
        folder.chmod(0o700)


def left_anyway(terminal: Terminal) -> None:
    """Leave, asked whether to lose what could not be saved."""
    terminal.press("ctrl+q")
    terminal.wait_for("These words could not be saved", timeout=20)
    terminal.press("2", "enter")
    assert terminal.exit_code(timeout=20) == 1


def test_a_disk_that_can_only_be_read_is_read_and_says_so(small_disk: Path) -> None:
    with window(small_disk) as terminal:
        begun(terminal)
        left(terminal)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with window(small_disk) as terminal:
        reasons(terminal)
        terminal.wait_for("My garden")
        more(terminal, "My sister")
        terminal.wait_for("Not saved: the disk can only be read")
        left_anyway(terminal)
    assert "My sister" not in kept(small_disk)


def test_a_folder_that_may_not_be_changed_is_read_and_says_so(home: Path) -> None:
    with window(home) as terminal:
        begun(terminal)
        left(terminal)
    command = [sys.executable, "-c", WITHOUT_ROOTS_RIGHTS, "--home", home]
    with mode(home / "notebook", 0o500), Terminal(command) as terminal:
        reasons(terminal)
        terminal.wait_for("My garden")
        more(terminal, "My sister")
        terminal.wait_for("Not saved: this folder may not be changed")
        left_anyway(terminal)
    assert "My sister" not in kept(home)


def test_a_folder_that_may_not_be_seen_is_told_and_one_can_go_on_just_for_now(home: Path) -> None:
    with window(home) as terminal:
        begun(terminal)
        left(terminal)
    command = [sys.executable, "-c", WITHOUT_ROOTS_RIGHTS, "--home", home]
    with mode(home / "notebook", 0), Terminal(command) as terminal:
        terminal.settle()
        terminal.wait_for("could not be read")
        terminal.wait_for("Your path")
        left(terminal)
    assert "My garden" in kept(home)


def test_a_folder_that_vanishes_is_not_made_anew_unasked_and_every_word_can_be_kept(
    home: Path,
) -> None:
    with window(home) as terminal:
        begun(terminal)
        shutil.rmtree(home / "notebook")
        more(terminal, "My sister")
        terminal.wait_for("Not kept: it was locked or moved. See Settings", timeout=20)
        assert not (home / "notebook").exists()
        learner = Learner(terminal)
        if "Your path" not in terminal.text:
            learner.press("escape")
        terminal.wait_for("Your path")
        terminal.press("s", "4", "enter")
        learner.pick("Keep it, unlocked")
        terminal.wait_for("Saved")
        left(terminal)
    assert "My garden" in kept(home)
    assert "My sister" in kept(home)


def test_a_save_that_is_cut_meanwhile_loses_no_word(home: Path) -> None:
    with window(home) as terminal:
        begun(terminal)
        newest = max((home / "notebook").glob("notebook-*.toml"))
        os.truncate(newest, 40)
        more(terminal, "My sister")
        terminal.wait_gone("Not saved", timeout=20)
        left(terminal)
    with window(home) as terminal:
        reasons(terminal)
        terminal.wait_for("My garden")
        terminal.wait_for("My sister")


def test_a_terminal_that_goes_away_ends_it_and_the_last_words_are_kept(home: Path) -> None:
    with window(home) as terminal:
        begun(terminal)
        to_the_field(terminal)
        terminal.type("My sister")
        terminal.wait_for("My sister")
        with Path(os.devnull).open() as nothing:
            os.dup2(nothing.fileno(), terminal._fd)  # nobody holds the other end any more
        end = time.monotonic() + 20
        while terminal._ended() is None:
            assert time.monotonic() < end, "it goes on without a terminal"
            time.sleep(0.02)
    assert "My sister" in kept(home)


def test_a_notebook_of_a_newer_handrail_is_shown_and_left_as_it_is(home: Path) -> None:
    (home / "notebook").mkdir()
    file = home / "notebook" / "notebook-00000001.toml"
    newer = to_bytes(saying("My garden", "gone")).replace(b"format = 1 ", b"format = 99 ", 1)
    file.write_bytes(newer.split(b"\n", 1)[0].split(b"#")[0] + b"\n" + newer.split(b"\n", 1)[1])
    before = file.read_bytes()
    with window(home) as terminal:
        terminal.wait_for("written by a newer Handrail")
        terminal.wait_for("Not kept")
        add_a_reason(terminal, "My sister")
        terminal.press("tab", "escape", "p", "end")
        terminal.wait_for("My garden")
        left(terminal)
    assert [each.read_bytes() for each in (home / "notebook").glob("*.toml")] == [before]


def locked(home: Path) -> str:
    """A locked notebook and its recovery code."""
    machine = Machine(home, (), lambda: datetime.now(UTC), Random(1))
    session = machine.open(lambda _status: None, lambda _notebook: None).session
    machine.keep_locked("sam", WORDS).keep(session.notebook)
    code = machine.new_recovery_code()
    assert machine.close() == ""
    return code


def test_of_a_damaged_lock_it_is_told_and_the_recovery_code_opens_it(home: Path) -> None:
    code = locked(home)
    before = {file: file.read_bytes() for file in (home / "doors").glob("*.sealed")}
    for file, content in before.items():
        file.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
        with window(home) as terminal:
            terminal.wait_for("Open my locked notebook")
            terminal.press("4", "enter")
            open_again(terminal, "sam", WORDS)
            told = terminal.wait_for(re.compile(r"Your path|recovery\s+code\s+still\s+opens\s+it"))
            if told[0] != "Your path":
                terminal.press("tab", "enter")
                terminal.wait_for("eight words")
                terminal.settle()
                terminal.type(f"{code}\n")
                time.sleep(DEAF)
                terminal.wait_for("Your path")
                return
        file.write_bytes(content)
    pytest.fail("no door was told to be damaged")
