"""A locked notebook, by keys in a real terminal on a real disk."""

from __future__ import annotations

import re
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.shell.test_keeping import fill, small_disk
from tests.terminal import Terminal

__all__ = ["small_disk"]  # a fixture

HANDRAIL = [sys.executable, "-m", "course"]
BROKEN = [sys.executable, "-m", "tests.shell.broken"]
NAME, CANARY = "quokkaname", "zebrafinch"
DEAF = 0.35  # seconds after a passphrase, or as words are offered, in which keys are nobody's
OFFER = re.compile(r"^ +((?:[a-z-]+ ){3}[a-z-]+) *$", re.MULTILINE)
COVER = re.compile(r"\A\s*Press Enter to go on\s*\Z")
STEP = "What do you want to stay well for?"


def window(home: Path, size: tuple[int, int] = (80, 24)) -> Terminal:
    return Terminal([*HANDRAIL, "--home", home], size=size)


def keep_locked(terminal: Terminal, name: str = NAME) -> str:
    """From the first start to Home; the passphrase that was offered and taken."""
    terminal.wait_for("How do you want to take it?")
    terminal.press("2", "enter")
    terminal.wait_for("A name")
    terminal.settle()
    terminal.type(f"{name}\n")
    terminal.wait_for("Take these words")
    time.sleep(DEAF)
    words = terminal.wait_for(OFFER)[1]
    terminal.press("1", "enter")
    terminal.wait_for("Once more")
    terminal.type(f"{words}\n")
    terminal.wait_for("I have written it down")
    time.sleep(DEAF)
    terminal.press("enter")
    terminal.wait_for("Your path")
    terminal.wait_for("Saved")
    return words


def open_again(terminal: Terminal, name: str, words: str) -> None:
    """From the opening screen."""
    terminal.wait_for("Passphrase")
    terminal.settle()
    terminal.type(f"{name}\n")
    terminal.settle()
    terminal.type(words)
    terminal.wait_for("•" * len(words))
    terminal.type("\n")
    terminal.wait_gone("•")  # Enter was heard: from now on it is deaf for a moment
    time.sleep(DEAF)


def to_the_reasons(terminal: Terminal) -> None:
    terminal.press("home", "down", "enter")
    terminal.wait_for("A card for a hard day")
    terminal.press("enter")
    terminal.wait_for(STEP)


def add_a_reason(terminal: Terminal, words: str) -> None:
    to_the_reasons(terminal)
    terminal.press("shift+tab")
    terminal.settle()
    terminal.type(words)
    terminal.press("enter")
    terminal.wait_for(words)
    terminal.wait_for("Saved")


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.exit_code() == 0


def test_who_kept_it_locked_opens_it_with_name_and_passphrase_at_the_same_step(home: Path) -> None:
    with window(home) as terminal:
        words = keep_locked(terminal)
        add_a_reason(terminal, "My garden")
        leave(terminal)
    with window(home, (60, 20)) as terminal:
        terminal.wait_for("Open my locked notebook")
        assert NAME not in terminal.text
        terminal.press("4", "enter")
        open_again(terminal, f" {NAME.upper()} ", words)
        terminal.wait_for("You stopped at step 2 of 9")
        terminal.press("enter")
        terminal.wait_for("My garden")
        leave(terminal)


@pytest.mark.slow
def test_a_wrong_passphrase_and_an_unknown_name_look_the_same(home: Path) -> None:
    seen = []
    with window(home) as terminal:
        words = keep_locked(terminal)
        leave(terminal)
    for name, passphrase in ((NAME, "other words here now"), ("nobodyname", words)):
        with window(home) as terminal:
            terminal.wait_for("Open my locked notebook")
            terminal.press("4", "enter")
            open_again(terminal, name, passphrase)
            terminal.wait_for("No notebook here opens with this name and passphrase.")
            terminal.settle()
            seen.append(terminal.text.replace(name, ""))
    assert seen[0].split() == seen[1].split()


def test_hiding_covers_at_once_locks_and_leads_back_to_the_same_step(home: Path) -> None:
    with window(home) as terminal:
        words = keep_locked(terminal)
        to_the_reasons(terminal)
        terminal.settle()
        terminal.send(b"\x1b[20~")
        terminal.wait_for(COVER, timeout=5)  # long before all is closed
        terminal.press("enter")
        open_again(terminal, NAME, words)
        terminal.wait_for(STEP)


def test_help_is_there_before_and_while_it_is_opened(home: Path) -> None:
    with window(home) as terminal:
        words = keep_locked(terminal)
        terminal.press("f9")
        terminal.press("enter")
        terminal.wait_for("Passphrase")
        terminal.press("f1")
        terminal.wait_for("Someone will not wake up")
        terminal.press("escape")
        terminal.wait_for("Passphrase")
        open_again(terminal, NAME, words[:-1])
        terminal.wait_for("No notebook here opens")
        terminal.type(words)
        terminal.wait_for("•" * len(words))
        terminal.press("enter", "f1")
        terminal.wait_for("Someone will not wake up")
        time.sleep(DEAF)
        terminal.press("escape")
        terminal.wait_for("Your path")


@pytest.mark.slow
def test_the_recovery_code_opens_it_and_a_new_passphrase_voids_the_old(home: Path) -> None:
    with window(home) as terminal:
        keep_locked(terminal)
        terminal.press("s")
        terminal.wait_for("kept, locked")
        terminal.press("6", "enter")
        terminal.wait_for("I have written it down")
        rows = [row.strip() for row in terminal.rows]
        code = " ".join(row for row in rows if re.fullmatch(r"[a-z-]+( [a-z-]+){3}", row))
        assert len(code.split()) == 8
        time.sleep(DEAF)
        terminal.press("enter")
        terminal.wait_for("kept, locked")
        leave(terminal)
    with window(home) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        terminal.wait_for("Use my recovery code")
        terminal.press("tab", "tab", "enter")
        terminal.wait_for("eight words")
        terminal.settle()
        terminal.type(f"{code.upper()}\n")
        terminal.wait_for("Your path")
        time.sleep(DEAF)
        terminal.press("s")
        terminal.wait_for("kept, locked")
        terminal.press("5", "enter")
        terminal.wait_for("A name")
        terminal.settle()
        terminal.type("another\n")
        terminal.wait_for("Take these words")
        time.sleep(DEAF)
        fresh = terminal.wait_for(OFFER)[1]
        terminal.press("1", "enter")
        terminal.wait_for("Once more")
        terminal.type(f"{fresh}\n")
        terminal.wait_for("the new passphrase alone")
        time.sleep(DEAF)
        leave(terminal)
    with window(home) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        open_again(terminal, "another", fresh)
        terminal.wait_for("Your path")


@pytest.mark.slow
def test_minds_are_changed_later_without_a_loss(home: Path) -> None:
    with window(home) as terminal:
        terminal.wait_for("How do you want to take it?")
        terminal.press("1", "enter")
        terminal.wait_for("Your path")
        add_for_now(terminal, "My garden")
        for way, said in (("3", "kept, unlocked"), ("1", "just for now"), ("3", "kept, unlocked")):
            terminal.press("s", "4", "enter")
            terminal.wait_for("as it is now")
            terminal.press(way, "enter")
            terminal.wait_for(said)
            terminal.press("escape")
            terminal.wait_for("Your path")
        terminal.wait_for("Saved")
        words = lock_it(terminal, "sam")
        leave(terminal)
    assert not list(home.glob("notebook/notebook-*"))
    with window(home) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        open_again(terminal, "sam", words)
        terminal.wait_for("Your path")
        terminal.press("p")
        terminal.wait_for("My garden")


def lock_it(terminal: Terminal, name: str = NAME) -> str:
    """From Home: what was kept unlocked is locked; the passphrase that was taken."""
    terminal.press("s", "4", "enter")
    terminal.wait_for("as it is now")
    terminal.press("2", "enter")
    terminal.wait_for("A name")
    terminal.settle()
    terminal.type(f"{name}\n")
    terminal.wait_for("Take these words")
    time.sleep(DEAF)
    words = terminal.wait_for(OFFER)[1]
    terminal.press("1", "enter")
    terminal.wait_for("Once more")
    terminal.type(f"{words}\n")
    terminal.wait_for("I have written it down")
    time.sleep(DEAF)
    terminal.press("enter")
    terminal.wait_for("Saved")
    return words


def add_for_now(terminal: Terminal, words: str) -> None:
    to_the_reasons(terminal)
    terminal.press("shift+tab")
    terminal.settle()
    terminal.type(words)
    terminal.press("enter")
    terminal.wait_for(words)
    terminal.press("tab", "escape")
    terminal.wait_for("Your path")


@pytest.mark.slow
def test_words_a_full_disk_did_not_take_wait_behind_the_lock(small_disk: Path) -> None:
    filler = small_disk / "filler"
    with window(small_disk) as terminal:
        words = keep_locked(terminal)
        to_the_reasons(terminal)
        fill(filler)
        terminal.press("shift+tab")
        terminal.settle()
        terminal.type(CANARY + "\n")
        terminal.wait_for(CANARY)
        terminal.wait_for("Not saved: the disk is full")
        terminal.press("f9")
        terminal.wait_gone(CANARY)  # the same is said before it is hidden
        terminal.wait_for("Not saved: the disk is full")
        assert CANARY not in terminal.text
        terminal.press("ctrl+q")
        terminal.wait_for("These words could not be saved")
        terminal.press("enter")
        terminal.wait_for("Press Enter to go on")
        terminal.press("enter")
        open_again(terminal, NAME, words)
        terminal.wait_for(re.compile("still here"))
        terminal.wait_for(CANARY)
        filler.unlink()
        terminal.wait_for("Saved")
        leave(terminal)
    with window(small_disk) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        open_again(terminal, NAME, words)
        terminal.wait_for("You stopped at step 2 of 9")
        terminal.press("enter")
        terminal.wait_for(CANARY)
        leave(terminal)


@pytest.mark.slow
def test_what_was_locked_in_one_window_can_be_gone_on_with_in_the_other(home: Path) -> None:
    with window(home) as one:
        one.wait_for("How do you want to take it?")
        one.press("3", "enter")
        one.wait_for("Saved")
        with window(home) as other:
            other.wait_for("Your plan")
            other.settle()
            words = lock_it(other)
            add_for_now(one, CANARY)
            one.wait_for("Not kept: it was locked or moved. See Settings")
            one.wait_for("Your notebook was locked, moved or removed")
            assert not list(home.glob("notebook*"))
            one.press("s", "4", "enter")
            one.wait_for("Open my locked notebook")
            one.press("4", "enter")
            open_again(one, NAME, words)
            one.wait_for("Your path")
            one.wait_for("Saved")
            leave(one)
            leave(other)
    with window(home) as terminal:
        terminal.wait_for("Open my locked notebook")
        terminal.press("4", "enter")
        open_again(terminal, NAME, words)
        terminal.wait_for("Your path")
        terminal.press("p")
        terminal.wait_for(CANARY)


@pytest.mark.parametrize("end", ["leave", "SIGTERM", "handler"])
def test_however_it_ends_no_byte_of_name_or_words_stays_on_the_disk(
    home: Path, tmp_path: Path, end: str
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    env = {"TMPDIR": str(temporary), "HOME": str(home)}
    crash = end == "handler"
    command = [*BROKEN, home, end] if crash else [*HANDRAIL, "--home", home]
    with Terminal(command, env=env) as terminal:
        words = keep_locked(terminal)
        add_a_reason(terminal, CANARY)
        ways = {"leave": "ctrl+q", "handler": "f8"}
        if end in ways:
            terminal.press(ways[end])
        else:
            terminal.signal(getattr(signal, end))
        terminal.exit_code()
        assert not _found(terminal.text.encode(), words)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".sealed" for file in files)
    assert not [file for file in files if _found(file.read_bytes() + bytes(file), words)]


def _found(data: bytes, words: str) -> bool:
    return any(each.encode() in data.lower() for each in (NAME, CANARY, words))
