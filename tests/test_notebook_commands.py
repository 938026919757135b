"""Taking a notebook along, and having it forgotten, as typed at a terminal."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from course.machine import Machine
from course.notebook.answers import Listed
from course.store.vault import Vault
from tests.store.said import saying
from tests.store.test_vault import OTHER, WORDS, files
from tests.terminal import Terminal
from tests.test_cli import handrail, keep_a_reason


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def at_terminal(*words: str | Path, types: list[tuple[str, str]]) -> tuple[int, str]:
    """Run a command, answer what it asks; its exit code, and all that stood on the screen."""
    argv = [sys.executable, "-m", "course", *map(str, words)]
    with Terminal(argv) as terminal:
        for question, answer in types:
            terminal.wait_for(question)
            terminal.send(f"{answer}\r".encode())
        code = terminal.exit_code()
        return code, terminal.text


def asleep(pid: int) -> bool:
    """Whether a process waits, as for a key."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].startswith("S")


def lock(home: Path, text: str = "my son") -> None:
    Vault(home, home / "state").make("sam", WORDS, saying(text, "why"))


SECRETS = [("Name", "sam"), ("Passphrase", WORDS)]


def test_an_unlocked_notebook_is_exported_carried_and_brought(home: Path, stick: Path) -> None:
    keep_a_reason(home, "My son")
    done = handrail("export", stick, "--home", home)
    assert done.returncode == 0, done.stderr
    (file,) = stick.iterdir()
    assert done.stdout.startswith(f"Saved: {file}\n")
    assert "not locked" in done.stdout
    assert "My son" in file.read_text()
    assert handrail("carry", stick, "--home", home).returncode == 0
    other = stick / "other"
    for source in (stick, file):
        assert handrail("bring", source, "--home", other).returncode == 0
    assert "My son" in handrail("plan", "--home", other).stdout


def test_whoever_takes_an_older_copy_is_told_what_could_not_be_read(
    home: Path, stick: Path
) -> None:
    keep_a_reason(home, "My son")
    there = max((home / "notebook").glob("*.toml"))
    (there.with_name("notebook-00000099.toml")).write_text("cut off here")
    shown = handrail("plan", "--home", home)
    assert "My son" in shown.stdout
    told = "Your last save could not be read. It is kept as notebook-00000099-unreadable.toml."
    assert told in shown.stderr
    for done in (
        handrail("export", stick, "--home", home),
        handrail("carry", stick, "--home", home),
        handrail("bring", home, "--home", stick / "other"),
    ):
        assert done.returncode == 0, done.stderr
        assert told in done.stdout


def test_a_locked_notebook_is_carried_with_name_and_passphrase_that_nobody_sees(
    home: Path, stick: Path
) -> None:
    lock(home)
    code, screen = at_terminal("carry", stick, "--home", home, types=SECRETS)
    assert code == 0, screen
    assert "Your notebook is in" in screen
    assert "sam" not in screen.replace(str(stick), "")
    assert WORDS not in screen
    assert [name.split("/")[0] for name in files(stick)] == ["doors", "records", "records", "state"]


def test_a_locked_plan_is_shown_to_its_owner(home: Path) -> None:
    machine = Machine(home, (), lambda: datetime(2026, 5, 1, tzinfo=UTC), Random(1))
    session = machine.open(str, str).session
    kept = machine.keep_locked("sam", WORDS)
    session.keep_with(kept.keep, kept.found)
    session.answer("my-reasons", Listed(items=(session.pen.item("My son"),)))
    assert machine.close() == ""
    code, _screen = at_terminal("plan", "--home", home, types=SECRETS)
    assert code == 0


@pytest.mark.parametrize("command", ["export", "carry"])
def test_a_wrong_passphrase_is_told_without_a_trace(home: Path, stick: Path, command: str) -> None:
    lock(home)
    asked = [("Name", "sam"), ("Passphrase", "wrong")]
    code, screen = at_terminal(command, stick, "--home", home, types=asked)
    assert code == 1
    assert "No notebook here opens with this name and passphrase." in screen
    assert list(stick.iterdir()) == []


def test_without_a_terminal_no_passphrase_is_asked_for(home: Path, stick: Path) -> None:
    lock(home)
    done = handrail("export", stick, "--home", home)
    assert done.returncode == 1
    assert "can only be typed in a terminal" in done.stderr


def test_no_command_takes_a_name_or_a_passphrase() -> None:
    for command in ("export", "carry", "bring", "forget"):
        said = handrail(command, "--help").stdout.lower()
        assert "passphrase" not in said
        assert "--name" not in said


@pytest.mark.parametrize("typed", ["", "forget", "no"])
def test_nothing_goes_unless_the_word_is_typed(home: Path, typed: str) -> None:
    keep_a_reason(home, "My son")
    before = files(home)
    code, screen = at_terminal("forget", "--home", home, types=[("type FORGET", typed)])
    assert code == 1
    assert "Nothing was removed." in screen
    assert files(home) == before


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl+c", "ctrl+d"])
@pytest.mark.parametrize("command", ["forget", "export", "carry"])
def test_who_stops_at_a_question_is_told_without_a_trace(
    home: Path, stick: Path, command: str, key: str
) -> None:
    lock(home)
    before = files(home)
    argv = [command, *([] if command == "forget" else [str(stick)]), "--home", str(home)]
    with Terminal([sys.executable, "-m", "course", *argv]) as terminal:
        terminal.wait_for("type FORGET:" if command == "forget" else "Name (not shown):")
        while not asleep(terminal.pid):  # a signal in the moment before it reads waits for a key
            terminal.listen(quiet=0.01)
        terminal.send(key.encode())
        assert terminal.exit_code() == 130
        assert "Stopped. Nothing more was done." in terminal.text
        assert "Traceback" not in terminal.text
    assert files(home) == before


def test_where_nothing_lies_no_passphrase_is_asked_for(home: Path, stick: Path) -> None:
    lock(home)
    for source in (stick, stick / "pulled"):
        code, screen = at_terminal("bring", source, "--home", home, types=[])
        assert code == 1
        assert "There is no notebook in" in screen
        assert "Name" not in screen


def test_all_of_it_goes_when_the_word_is_typed(home: Path) -> None:
    keep_a_reason(home, "My son")
    lock(home)
    (home / "plan.pdf").touch()
    code, screen = at_terminal("forget", "--home", home, types=[("type FORGET", "FORGET")])
    assert code == 0, screen
    assert "All of it is gone. Papers you saved or printed, and copies you took" in screen
    assert os.listdir(home) == ["plan.pdf"]


def test_without_a_terminal_yes_is_needed(home: Path) -> None:
    keep_a_reason(home, "My son")
    assert "--yes" in handrail("forget", "--home", home).stderr
    assert files(home)
    done = handrail("forget", "--yes", "--home", home)
    assert done.returncode == 0
    assert os.listdir(home) == []
    assert handrail("forget", "--yes", "--home", home).returncode == 0


def test_one_s_own_goes_and_those_of_others_stay(home: Path) -> None:
    lock(home)
    vault = Vault(home, home / "state")
    vault.make("ana", OTHER, saying("hers"))
    asked = [*SECRETS, ("type FORGET", "FORGET")]
    code, screen = at_terminal("forget", "--mine", "--home", home, types=asked)
    assert code == 0, screen
    vault.open("ana", OTHER)
    assert len(list((home / "doors").glob("*.sealed"))) == 1


def test_a_folder_that_is_not_there_is_told(home: Path, stick: Path) -> None:
    keep_a_reason(home, "My son")
    for command in ("export", "carry"):
        done = handrail(command, stick / "nowhere", "--home", home)
        assert done.returncode == 1
        assert "no folder" in done.stderr.lower()
    assert "There is no notebook in" in handrail("bring", stick, "--home", home).stderr
