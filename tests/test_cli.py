"""The commands, as typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

import course
from course.machine import Machine
from course.notebook.answers import Listed
from course.places import lessons_folder
from tests.terminal import Terminal


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
        ["lesson", "nothing"],
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


@pytest.mark.parametrize("name", ["more-than-detox", "06-more-than-detox.md", "6"])
def test_a_lesson_is_found_by_its_name_its_file_and_its_number(home: Path, name: str) -> None:
    assert "needs a terminal" in handrail("lesson", name, "--home", home).stderr


def test_for_a_lesson_that_is_not_there_those_that_are_there_are_named(home: Path) -> None:
    done = handrail("lesson", "nothing", "--home", home)
    assert "nothing" in done.stderr
    assert "cured-or-sober" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no disk that is always full")
@pytest.mark.parametrize(
    "words", [["help-now"], ["plan", "--paper", "blank"], ["workbook", "--pdf", "-"]]
)
def test_where_the_words_do_not_fit_it_is_said_in_one_line(home: Path, words: list[str]) -> None:
    argv = [sys.executable, "-m", "course", *words, "--home", str(home)]
    with open("/dev/full", "w") as full:
        done = subprocess.run(argv, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "handrail: Not all of it could be written: the disk is full.\n"


def test_without_a_notebook_there_is_no_plan_and_no_file(home: Path) -> None:
    done = handrail("plan", "--pdf", home / "plan.pdf", "--home", home)
    assert done.returncode == 1
    assert "no notebook" in done.stderr
    assert list(home.iterdir()) == []


BROKEN = "+++\ntitle = “Mine”\n+++\n\n## One\n\nText.\n"


def test_a_broken_lesson_is_told_with_file_line_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "01-mine.md").write_text(BROKEN)
    done = handrail("check", tmp_path)
    assert done.returncode == 1
    assert "01-mine.md:2" in done.stdout
    assert "straight quotes" in done.stdout


WHOLE = '+++\ntitle = "Mine"\nsummary = "Mine."\nminutes = 5\n+++\n\n## One\n\nText for junkies.\n'


@pytest.mark.slow
def test_one_lesson_can_be_looked_at_without_those_beside_it(tmp_path: Path) -> None:
    (tmp_path / "01-mine.md").write_text(BROKEN)
    (tmp_path / "02-other.md").write_text(WHOLE)
    done = handrail("check", tmp_path / "02-other.md")
    assert done.returncode == 1
    assert "02-other.md:9" in done.stdout
    assert "01-mine.md" not in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("place", ["en", "en/01-cured-or-sober.md", "en/safety"])
def test_what_is_part_of_the_course_is_looked_at_with_its_sources(place: str) -> None:
    done = handrail("check", lessons_folder() / place)
    assert (done.returncode, done.stdout) == (0, "No mistakes found.\n")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["", "notes.txt"])
def test_where_no_lesson_lies_nobody_is_told_that_all_is_well(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text(WHOLE)
    done = handrail("check", tmp_path / name)
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no lesson" in done.stderr


@pytest.mark.slow
def test_it_is_told_when_more_may_come_after_the_first_mistakes(tmp_path: Path) -> None:
    file = tmp_path / "01-mine.md"
    more = "check again"
    file.write_text(WHOLE)
    assert more not in handrail("check", tmp_path).stdout
    file.write_text(WHOLE.replace("## One", "# One"))
    assert more in handrail("check", tmp_path).stdout.splitlines()[-1]


def test_a_sign_the_terminal_cannot_show_does_not_keep_back_the_help(home: Path) -> None:
    keep_a_reason(home, "My Žofie 😀")
    for command in ("help-now", "plan"):
        done = handrail(command, "--home", home, PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (0, "")
        assert "My ?ofie ?" in done.stdout


def test_a_file_that_is_there_is_left_as_it_is(home: Path) -> None:
    keep_a_reason(home, "My sister")
    mine = home / "mine.pdf"
    mine.write_bytes(b"mine")
    done = handrail("plan", "--pdf", mine, "--home", home)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"handrail: {mine} is already there and was left as it is.\n"
    assert mine.read_bytes() == b"mine"


def test_a_pdf_goes_to_the_next_program_alone_and_what_there_is_to_say_beside_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_a_reason(home, "so many words " * 100)
    monkeypatch.chdir(home)
    argv = [sys.executable, "-m", "course", "plan", "--paper", "wallet", "--pdf", "-"]
    done = subprocess.run([*argv, "--home", "."], capture_output=True, check=True)
    assert (done.stdout[:5], done.stdout.rstrip()[-5:]) == (b"%PDF-", b"%%EOF")
    assert b"it is too long for the cover" in done.stderr
    assert not Path("-").exists()


def test_a_terminal_is_not_filled_with_a_pdf() -> None:
    with Terminal([sys.executable, "-m", "course", "workbook", "--pdf", "-"]) as terminal:
        assert terminal.exit_code() == 2
        assert "Name a file, such as plan.pdf" in " ".join(terminal.text.split())


def test_what_did_not_fit_on_a_paper_is_told(home: Path) -> None:
    keep_a_reason(home, "so many words " * 100)
    done = handrail("plan", "--paper", "wallet", "--pdf", home / "card.pdf", "--home", home)
    assert done.returncode == 0
    assert "“My reasons”: it is too long for the cover, and was left off." in done.stdout


def keep_a_reason(home: Path, words: str) -> None:
    machine = Machine(home, (), lambda: datetime(2026, 5, 1, tzinfo=UTC), Random(1))
    session, kept = machine.open(str, str).session, machine.keep_here()
    session.keep_with(kept.keep, kept.found)
    session.answer("my-reasons", Listed(items=(session.pen.item(words),)))
    assert machine.close() == ""


def test_mistakes_can_be_had_for_other_programs(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text(BROKEN)
    done = handrail("check", tmp_path, "--json")
    assert done.returncode == 1
    first = json.loads(done.stdout)[0]
    assert (first["line"], first["level"]) == (2, "E")
    assert set(first) == {"file", "line", "what", "remedy", "level", "rule"}


def test_notes_are_told_when_asked_and_hinder_nobody() -> None:
    done = handrail("check", "--all", "--json")
    assert done.returncode == 0
    assert {problem["level"] for problem in json.loads(done.stdout)} == {"I"}


def test_each_lesson_and_safety_text_is_within_its_grades() -> None:
    rows = {row["text"]: row for row in json.loads(handrail("check", "--table", "--json").stdout)}
    assert "first-page" in rows
    for name, row in rows.items():
        masked, raw = (5.0, 6.5) if name.startswith("safety/") else (6.0, 7.0)
        assert float(row["masked"]) <= masked
        assert float(row["raw"]) <= raw


def test_the_table_is_for_people_too() -> None:
    lines = handrail("check", "--table").stdout.splitlines()
    assert lines[0].split()[:5] == ["text", "sentences", "words", "masked", "raw"]
    assert len({len(line) for line in lines if "safety" not in line}) == 1


def test_every_claim_is_told_with_its_steps() -> None:
    done = handrail("check", "--claims", "--json")
    rows = json.loads(done.stdout)
    assert [row["claim"] for row in rows] == [str(number) for number in range(1, 26)]
    assert "what-the-numbers-say#big-number" in rows[6]["steps"]
    assert done.returncode == int(any(not row["steps"] for row in rows))


def test_a_new_lesson_passes_the_check_beside_others_and_replaces_nothing(tmp_path: Path) -> None:
    head = '+++\ntitle = "Mine"\nsummary = "Mine."\nminutes = 5\n+++\n\n'
    mine = f"{head}::: again my-reasons\n\nOne more?\n\n:::\n"  # what ours have may be used
    (tmp_path / "mine.md").write_text(mine)
    done = handrail("new-lesson", "30-hard-days", "--lessons", tmp_path)
    assert done.returncode == 0, done.stderr
    file = tmp_path / "30-hard-days.md"
    text = file.read_text("utf-8")
    assert "::: task hard-days-task" in text
    checked = handrail("check", tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "No mistakes found.\n")
    again = handrail("new-lesson", "30-hard-days.md", "--lessons", tmp_path)
    assert again.returncode == 1
    assert "there already" in again.stderr
    assert file.read_text("utf-8") == text


@pytest.mark.slow
def test_a_new_lesson_goes_where_the_folder_keeps_its_language(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    done = handrail("new-lesson", "hard-days", "--lessons", tmp_path)
    assert done.stdout == f"Written: {tmp_path / 'en' / 'hard-days.md'}\n"
    assert handrail("check", tmp_path).stdout == "No mistakes found.\n"


@pytest.mark.parametrize("name", ["../mine", "My Lesson", ".hidden", "a/b"])
def test_a_new_lesson_needs_a_plain_name(name: str, tmp_path: Path) -> None:
    done = handrail("new-lesson", name, "--lessons", tmp_path)
    assert done.returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
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


@pytest.mark.parametrize("paper", ["blank", "statement"])
def test_papers_that_are_the_same_for_everyone_need_no_notebook(home: Path, paper: str) -> None:
    done = handrail("--home", home, "plan", "--paper", paper, "--html")
    assert done.returncode == 0
    assert "<h1>" in done.stdout
    refused = handrail("--home", home, "plan", "--paper", "week")
    assert refused.returncode == 1
    assert "no notebook is kept" in refused.stderr
    assert not home.exists() or list(home.iterdir()) == []
