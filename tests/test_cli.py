"""The commands, as typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import course


def handrail(*words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course", *map(str, words)],
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_the_version_is_told() -> None:
    assert handrail("--version").stdout.strip() == f"handrail {course.__version__}"


@pytest.mark.parametrize(
    "words",
    [
        ["bogus"],
        ["--bogus"],
        ["plan", "--pdf"],
        ["plan", "--text", "--markdown"],
        ["plan", "--paper", "poster"],
        ["workbook"],
        ["workbook", "--pdf", "book.pdf", "--region", "XX"],
        ["lesson"],
        ["--lessons", "no-such-folder"],
        ["check", "--lessons", "no-such-folder"],
    ],
)
def test_bad_arguments_get_one_clear_line_and_exit_code_2(words: list[str]) -> None:
    done = handrail(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("handrail: ")
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_help_now_needs_no_data_and_says_the_steps(home: Path) -> None:
    done = handrail("help-now", "--home", home)
    assert done.returncode == 0
    assert "naloxone" in done.stdout.lower()
    assert "911" in done.stdout
    assert "999" in done.stdout
    assert list(home.iterdir()) == []


def test_help_now_guesses_the_country_from_the_locale(home: Path) -> None:
    assert "999" in handrail("help-now", "--home", home, LC_ALL="en_GB.UTF-8").stdout
    assert "000" in handrail("help-now", "--home", home, LC_ALL="en_AU.UTF-8").stdout


def test_help_now_works_when_the_notebook_is_damaged(home: Path) -> None:
    folder = home / "notebook"
    folder.mkdir()
    (folder / "notebook-00000001.toml").write_bytes(b"\xff\x00 not a notebook")
    done = handrail("help-now", "--home", home)
    assert done.returncode == 0
    assert "naloxone" in done.stdout.lower()


def test_the_course_says_that_it_needs_a_terminal(home: Path) -> None:
    done = handrail("--home", home)
    assert done.returncode == 1
    assert "needs a terminal" in done.stderr
    assert list(home.iterdir()) == []


def test_a_lesson_that_is_not_there_is_told_by_name(home: Path) -> None:
    done = handrail("lesson", "nothing", "--home", home)
    assert done.returncode == 1
    assert "nothing" in done.stderr


def test_without_a_notebook_there_is_no_plan_and_no_file(home: Path) -> None:
    done = handrail("plan", "--pdf", home / "plan.pdf", "--home", home)
    assert done.returncode == 1
    assert "no notebook" in done.stderr
    assert list(home.iterdir()) == []


def test_our_lessons_pass_the_check() -> None:
    done = handrail("check")
    assert (done.returncode, done.stdout) == (0, "No mistakes found.\n")


def test_a_broken_lesson_is_told_with_file_line_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "01-mine.md").write_text("+++\ntitle = “Mine”\n+++\n\n## One\n\nText.\n")
    done = handrail("check", tmp_path)
    assert done.returncode == 1
    assert "01-mine.md:2" in done.stdout
    assert "straight quotes" in done.stdout


def test_a_workbook_is_made_without_a_notebook_and_overwrites_nothing(home: Path) -> None:
    file = home / "book.pdf"
    words = ("workbook", "--pdf", file, "--home", home, "--sheet", "us-letter", "--region", "UK")
    done = handrail(*words)
    assert done.stdout == f"Saved: {file}\n"
    assert done.returncode == 0
    assert list(home.iterdir()) == [file]
    first = file.read_bytes()
    assert first.startswith(b"%PDF")
    again = handrail(*words)
    assert again.returncode == 1
    assert "already there" in again.stderr
    assert file.read_bytes() == first
