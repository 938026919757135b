"""The reader names everything at once, and no file can hurt it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content import heads, settings
from course.content.heads import read_head
from course.content.lesson import Lesson, Reading
from course.content.prose import plain
from course.content.reader import read_lesson
from course.errors import Unreadable

HEAD = '+++\ntitle = "A lesson"\nsummary = "It is short."\nminutes = 5\n+++\n\n'
BAD = Path(__file__).parent.parent / "course" / "bad"


def written(folder: Path, text: str) -> Lesson:
    file = folder / "01-a-lesson.md"
    file.write_text(text, "utf-8", newline="")
    return read_lesson(read_head(file, "en"), lambda name: None)


def read_or_refused(folder: Path, text: str) -> int:
    """How many problems a text has; anything else than being read or refused is raised."""
    try:
        written(folder, text)
    except Unreadable as problem:
        return len(problem.problems)
    return 0


def test_all_mistakes_are_said_together_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        '+++\ntitle = “A lesson”\nsummary: "It"\nminutes = 5\n+++\n\n'
        "Words.\n\n::: chose a\n\n:::\n\n::: task\n\nDo it.\n\n:::\n"
    )
    with pytest.raises(Unreadable) as raised:
        written(tmp_path, text)
    assert [problem.line for problem in raised.value.problems] == [2, 3, 7, 9, 13]


def test_a_kind_that_is_nearly_right_is_guessed(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="Did you mean “scenario”"):
        written(tmp_path, HEAD + "::: senario friday\n\n:::\n")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    text = "\ufeff" + (HEAD + "## One {#one}\n\nWords.\n").replace("\n", "\r\n")
    step = written(tmp_path, text).steps[0]
    assert isinstance(step, Reading)
    assert (step.id, step.line) == ("one", 7)


def test_a_heading_without_an_id_is_named_after_its_words(tmp_path: Path) -> None:
    assert written(tmp_path, HEAD + "## Être là, today\n\nWords.\n").steps[0].id == "etre-la-today"


def test_nothing_a_terminal_obeys_comes_through(tmp_path: Path) -> None:
    words = "Red \x1b[31m and \x9b2J and \u202eback and &#27;]52; and [a](x\x1b)"
    step = written(tmp_path, HEAD + f"## One {{#one}}\n\n{words}\n").steps[0]
    assert isinstance(step, Reading)
    text = plain(step.passages[0].prose)
    assert not set(text) & {"\x1b", "\x9b", "\u202e"}


def test_settings_are_clean_too(tmp_path: Path) -> None:
    text = HEAD.replace("A lesson", "A\\u001b[31m lesson") + "## One\n\nWords.\n"
    assert written(tmp_path, text).head.title == "A[31m lesson"


def test_a_reading_may_follow_voices_and_prose_in_any_order(tmp_path: Path) -> None:
    text = HEAD + "## One\n\nA.\n\n::: course\n\nB.\n\n:::\n\nC.\n"
    step = written(tmp_path, text).steps[0]
    assert isinstance(step, Reading)
    assert [passage.voice for passage in step.passages] == ["", "course", ""]


def test_a_name_of_16000_parts_is_never_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str) -> dict[str, object]:
        raise AssertionError("it was parsed")

    monkeypatch.setattr(settings.tomllib, "loads", parse)
    monkeypatch.setattr(heads.tomllib, "loads", parse)
    head = read_head(BAD / "dotted-key-of-16000-parts.md", "en")
    assert head.broken
    with pytest.raises(Unreadable):
        read_lesson(head, lambda name: None)


def test_a_long_word_is_not_taken_for_a_name_with_dots() -> None:
    started = time.thread_time()
    assert not settings.too_deep("a" * 60_000)
    assert time.thread_time() - started < 2


@given(st.text(st.sampled_from("#:[](){}<>*_-`|!x1a. \n\"'=+"), max_size=400))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    assert read_or_refused(folder, HEAD + text) <= 200


@pytest.mark.parametrize(
    "shape", ["[", "*a ", "::: x\n", ":::\n", "## a\n", "- a\n", ">", "  - a\n"]
)
def test_a_hostile_file_is_dealt_with_soon(shape: str, tmp_path: Path) -> None:
    started = time.thread_time()
    text = HEAD + shape * (60_000 // len(shape))
    assert read_or_refused(tmp_path, text) <= 200
    assert time.thread_time() - started < 5  # minutes, if anything were quadratic


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("course.content.course", "textual rich"),
        ("course.content.heads", "textual rich pydantic markdown_it difflib"),
    ],
)
def test_importing_stays_light(module: str, unwanted: str) -> None:
    code = f"import sys, {module}; print([m for m in {unwanted.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
