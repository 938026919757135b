"""How what was said is kept, seen in a real terminal on a real disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.learner import Learner, begin_reason
from tests.terminal import Terminal

HANDRAIL = [sys.executable, "-m", "course"]


def window(home: Path, *words: str | Path) -> Terminal:
    return Terminal([*HANDRAIL, "--home", home, *words])


def add_a_reason(terminal: Terminal, words: str) -> None:
    begin_reason(Learner(terminal))
    terminal.type(words)
    terminal.press("enter")
    terminal.wait_for(words)


def kept(home: Path) -> str:
    return max((home / "notebook").glob("notebook-*[0-9].toml")).read_text()


def test_just_for_now_writes_nothing_and_settings_can_keep_it_all_later(home: Path) -> None:
    with window(home) as terminal:
        Learner(terminal).start("Just for now")
        add_a_reason(terminal, "My garden")
        assert list(home.iterdir()) == []
        terminal.press("tab", "escape")
        terminal.wait_for("Your path")
        terminal.press("s")
        terminal.wait_for("just for now")
        terminal.press("4", "enter")
        terminal.wait_for("as it is now")
        terminal.press("3", "enter")
        terminal.wait_for("kept, unlocked")
        terminal.wait_for("Saved")
        terminal.press("ctrl+q")
        terminal.exit_code()
    assert "My garden" in kept(home)


def test_who_stops_keeping_has_everything_still_in_memory_and_nothing_new_on_the_disk(
    home: Path,
) -> None:
    with window(home) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        add_a_reason(terminal, "My garden")
        terminal.wait_for("Saved")
        terminal.press("tab", "escape")
        terminal.wait_for("Your path")
        terminal.press("s", "4", "enter")
        terminal.wait_for("as it is now")
        terminal.press("1", "enter")
        terminal.wait_for("Nothing more is written on this machine")
        terminal.press("escape")
        terminal.wait_for("Your path")
        terminal.press("p")
        terminal.wait_for("My garden")
        terminal.press("ctrl+q")
        terminal.wait_for("Before you go")
        terminal.press("enter")
        terminal.exit_code()
    assert "My garden" in kept(home)


def test_saved_stands_below_only_while_it_is_true_of_every_word_on_the_screen(home: Path) -> None:
    with window(home) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        begin_reason(Learner(terminal))
        terminal.type("My gard")
        terminal.wait_for("My gard")
        terminal.settle()
        assert "Saved" not in terminal.text
        terminal.press(*["backspace"] * len("My gard"))
        terminal.wait_for("Saved")
        terminal.type("My sister\n")
        terminal.wait_for("My sister")
        terminal.wait_for("Saved")
        assert "My sister" in kept(home)


@pytest.mark.slow
def test_two_windows_on_one_notebook_lose_neithers_words(home: Path) -> None:
    with window(home) as one:
        Learner(one).start("Keep it, unlocked")
        with window(home) as other:
            other.wait_for("Your path")
            add_a_reason(other, "My garden")
            other.wait_for("Saved")
            one.press("home", "down", "enter", "enter")
            one.wait_for("My garden")  # came over with the place that was saved
            one.press("escape")
            one.wait_for("Your path")
            one.press("home")
            one.press("down", "enter")
            one.wait_for("My garden")
            one.press("tab")
            one.settle()
            one.type("My sister")
            one.press("enter")
            one.wait_for("My sister")
            one.wait_for("Saved")
            other.press("ctrl+q")
            other.exit_code()
        one.press("ctrl+q")
        one.exit_code()
    assert "My garden" in kept(home)
    assert "My sister" in kept(home)


def test_an_answer_that_is_erased_in_the_plan_is_in_no_file_any_more(home: Path) -> None:
    with window(home) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        add_a_reason(terminal, "My garden")
        add = ("My sister", "My brother")
        for words in add:
            terminal.wait_for("▌ → Go on")
            terminal.press("tab")
            terminal.settle()
            terminal.type(words)
            terminal.press("enter")
            terminal.wait_for("Saved")
        terminal.press("escape")
        terminal.wait_for("Your path")
        terminal.press("p")
        terminal.wait_for("My plan")
        while "▌ My reasons" not in terminal.text:
            learner.press("down")
        terminal.press("enter")
        terminal.wait_for("1 of 3")
        terminal.press("tab", "tab", "enter")  # by what nothing was written in
        terminal.wait_for("F8 Erase")
        terminal.press("f8")
        terminal.wait_for("Erase this answer?")
        terminal.wait_for("printed, and copies you took along, stay")
        terminal.press("2", "enter")
        terminal.wait_for("Saved")
        terminal.wait_gone("My garden")
        terminal.press("escape")
        assert learner.leave() == 0
    files = list((home / "notebook").glob("*.toml"))
    assert len(files) <= 2  # leaving a lesson's step may add one
    assert not [file for file in files if "My garden" in file.read_text()]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB, as a stick that is full would be."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_told_in_the_bar_and_the_words_stay_until_there_is_room(
    small_disk: Path,
) -> None:
    with window(small_disk) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        filler = small_disk / "filler"
        fill(filler)
        add_a_reason(terminal, "My garden")
        terminal.wait_for("Not saved: the disk is full")
        terminal.wait_for("My garden")
        filler.unlink()
        terminal.wait_gone("Not saved")
        terminal.wait_for("Saved")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert "My garden" in kept(small_disk)


def test_leaving_says_when_the_last_words_could_not_be_kept(small_disk: Path) -> None:
    with window(small_disk) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        fill(small_disk / "filler")
        add_a_reason(terminal, "My garden")
        terminal.wait_for("Not saved: the disk is full")
        terminal.press("ctrl+q")
        terminal.wait_for("These words could not be saved")
        assert "garden" not in terminal.text
        terminal.press("2", "enter")
        assert terminal.exit_code() == 1
        assert b"Not saved: the disk is full" in terminal.raw.rpartition(b"\x1b[?1049l")[2]
        assert b"garden" not in terminal.raw.rpartition(b"\x1b[?1049l")[2]


def test_who_leaves_with_unsaved_words_is_asked_and_stays_unless_told_otherwise(
    small_disk: Path,
) -> None:
    with window(small_disk) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        filler = small_disk / "filler"
        fill(filler)
        add_a_reason(terminal, "My garden")
        terminal.wait_for("Not saved: the disk is full")
        terminal.press("ctrl+q")
        terminal.wait_for("These words could not be saved")
        terminal.press("2")
        terminal.wait_for("▌ 2 Leave anyway")
        terminal.press("ctrl+q")  # no second question over the first
        terminal.wait_for("▌ 1 Stay")  # so it is asked anew
        terminal.press("enter")
        terminal.wait_for("My garden")
        filler.unlink()
        terminal.wait_for("Saved")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert "My garden" in kept(small_disk)


def test_a_signal_leaves_without_asking(small_disk: Path) -> None:
    with window(small_disk) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        fill(small_disk / "filler")
        add_a_reason(terminal, "My garden")
        terminal.wait_for("Not saved: the disk is full")
        terminal.press("ctrl+q")
        terminal.wait_for("These words could not be saved")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 1
        assert b"Not saved: the disk is full" in terminal.raw.rpartition(b"\x1b[?1049l")[2]


def fill(file: Path) -> None:
    with file.open("wb", buffering=0) as opened:
        try:
            while True:
                opened.write(bytes(4096))
        except OSError:
            return


def test_a_damaged_notebook_is_told_and_left_as_it_is(home: Path) -> None:
    folder = home / "notebook"
    folder.mkdir()
    damaged = folder / "notebook-00000001.toml"
    damaged.write_bytes(b"format = 1\nanswers = [")
    with window(home) as terminal:
        terminal.wait_for("No copy of your notebook could be read")
        terminal.wait_for("Not kept")
        terminal.wait_for("Your path")
        terminal.press("ctrl+q")
        terminal.exit_code()
    assert damaged.read_bytes() == b"format = 1\nanswers = ["


def test_before_it_goes_on_with_an_older_copy_it_asks(home: Path) -> None:
    with window(home) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        add_a_reason(terminal, "My garden")
        terminal.wait_for("Saved")
        terminal.press("ctrl+q")
        terminal.exit_code()
    newest = max((home / "notebook").glob("notebook-*.toml"))
    newest.write_bytes(newest.read_bytes()[:40])
    with window(home) as terminal:
        terminal.wait_for("This is an older copy")
        terminal.wait_for("The last thing in it is from")
        terminal.press("2", "enter")
        assert terminal.exit_code() == 0
    aside = newest.with_name(f"{newest.stem}-unreadable.toml")
    left = sorted((home / "notebook").iterdir())
    assert aside in left
    assert not newest.exists()
    with window(home) as terminal:  # as long as nothing was saved after it
        terminal.wait_for("This is an older copy")
        terminal.press("enter")
        terminal.wait_for("Your path")
        terminal.wait_for("Your last save could not be read")
        terminal.settle()
        terminal.press("home", "enter")
        terminal.wait_for("Saved")
        terminal.press("ctrl+q")
        terminal.exit_code()
    with window(home) as terminal:
        terminal.wait_for("Your path")
        terminal.settle()
        assert "older copy" not in terminal.text
    assert aside.read_bytes()


def test_a_lesson_that_cannot_be_read_says_so_and_the_others_work(
    home: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "20-broken.md").write_text("+++\ntitle = “Mine”\n+++\n")
    (own / "21-bad-body.md").write_text(
        '+++\ntitle = "Bad"\nsummary = "x"\nminutes = 1\nreviewed_by = ""\n+++\n\n::: nonsense\n'
    )
    with window(home, "--lessons", own) as terminal:
        Learner(terminal).start("Just for now")
        terminal.press("end")
        terminal.wait_for("cannot be read")
        terminal.press("enter")
        terminal.wait_for("That lesson cannot be read")
        terminal.press("f9")
        terminal.wait_gone("Handrail")
        assert terminal.text.split() == ["Press", "Enter", "to", "go", "on"]
        terminal.press("enter")
        terminal.wait_for("Your path")
        terminal.press("home", "enter")
        terminal.wait_for("1 of 6")
