"""A course reads each thing when it is first asked for, and keeps it."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course.content import reader
from course.content.check import check
from course.content.course import Course
from course.content.heads import Head
from course.content.lesson import Lesson
from course.content.voices import FindSafety
from course.errors import Missing, Unreadable

WHOLE = Path(__file__).parent.parent / "course"
HEAD = '+++\ntitle = "Mine"\nsummary = "It is short."\nminutes = 5\n+++\n\n'
TASK = "::: task my-task\n\nDo it.\n\n:::\n"


@pytest.fixture
def course() -> Course:
    return Course([WHOLE], "en")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a lesson of somebody's own."""
    (tmp_path / "01-mine.md").write_text(HEAD + TASK, "utf-8")
    (tmp_path / "README.md").write_text("Not a lesson.", "utf-8")
    return tmp_path


def test_a_lesson_is_read_once_from_many_threads(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    read_lesson = reader.read_lesson

    def counted(head: Head, safety: FindSafety) -> Lesson:
        read.append(head.id)
        return read_lesson(head, safety)

    monkeypatch.setattr(reader, "read_lesson", counted)
    with ThreadPoolExecutor(8) as pool:
        lessons = list(pool.map(course.lesson, ["every-kind"] * 16))
    assert read == ["every-kind"]
    assert len({id(lesson) for lesson in lessons}) == 1


def test_the_lesson_of_a_prompt_is_found_without_reading_lessons(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "read_lesson", None)
    assert course.lesson_of("when-then") == "every-kind"
    assert course.lesson_of("nothing") is None


def test_a_prompt_is_the_one_that_was_asked_first(course: Course) -> None:
    prompt = course.prompt("my-triggers")
    assert prompt is not None
    assert prompt.kind == "list"
    assert course.prompt("nothing") is None


def test_what_is_not_there_is_missing(course: Course) -> None:
    with pytest.raises(Missing):
        course.lesson("nothing")
    with pytest.raises(Missing):
        course.safety("nothing")


def test_help_lines_are_those_of_one_country(course: Course) -> None:
    assert [line.id for line in course.help_lines("US")] == ["us-emergency", "us-988"]
    assert course.help_lines("FR") == ()
    assert course.help_lines("US")[1].checked == "2026-01-13"


def test_an_empty_folder_is_an_empty_course(tmp_path: Path) -> None:
    course = Course([tmp_path], "en")
    assert (course.heads, course.outline.sections, course.sources) == ((), (), {})
    assert course.help_lines("US") == ()


def test_lessons_of_ones_own_stand_beside_ours(own: Path) -> None:
    course = Course([WHOLE, own], "en")
    assert [head.id for head in course.heads] == ["every-kind", "mine"]
    assert course.lesson_of("my-task") == "mine"
    assert check(course) == []


def test_lessons_of_ones_own_may_lie_under_a_language(own: Path) -> None:
    (own / "en").mkdir()
    (own / "01-mine.md").rename(own / "en" / "01-mine.md")
    assert [head.id for head in Course([WHOLE, own], "en").heads] == ["every-kind", "mine"]


def test_a_lesson_that_takes_the_name_of_ours_is_named(own: Path) -> None:
    (own / "01-mine.md").rename(own / "01-every-kind.md")
    (problem,) = check(Course([WHOLE, own], "en"))
    assert "the name of every-kind.md" in problem.what


def test_a_folder_can_add_a_safety_text_and_not_replace_ours(own: Path) -> None:
    (own / "safety").mkdir()
    for name in ("tolerance", "storms"):
        text = '+++\ntitle = "Mine"\nsources = []\nreviewed_by = ""\n+++\n\nTake care.\n'
        (own / "safety" / f"{name}.md").write_text(text, "utf-8")
    course = Course([WHOLE, own], "en")
    assert course.safety("tolerance").title == "Your body can take less now"
    assert course.safety("storms").title == "Mine"


def test_a_broken_lesson_leaves_the_others_alone(own: Path) -> None:
    (own / "02-broken.md").write_text(HEAD + "::: chose a\n\n:::\n", "utf-8")
    course = Course([WHOLE, own], "en")
    with pytest.raises(Unreadable):
        course.lesson("broken")
    assert course.lesson("mine").steps
    assert course.prompt("my-task") is not None


def test_a_prompt_is_read_without_the_rest_of_its_lesson(own: Path) -> None:
    bad = "::: chose a\n\n:::\n"
    (own / "02-mixed.md").write_text(HEAD + bad + TASK.replace("my-task", "good"), "utf-8")
    (own / "03-bad.md").write_text(HEAD + TASK.replace("task my-task", "rate bad"), "utf-8")
    course = Course([WHOLE, own], "en")
    good = course.prompt("good")
    assert good is not None
    assert good.kind == "task"
    assert course.prompt("bad") is None
    with pytest.raises(Unreadable):
        course.lesson("mixed")
    assert course.prompt("my-task") == course.lesson("mine").steps[0] == course.prompt("my-task")


def test_one_mistake_in_a_lesson_is_not_a_mistake_of_those_that_name_it(tmp_path: Path) -> None:
    shutil.copytree(WHOLE, tmp_path, ignore=shutil.ignore_patterns("bad"), dirs_exist_ok=True)
    file = tmp_path / "every-kind.md"
    file.write_text(file.read_text("utf-8").replace("- [x] A trigger", "- [ ] A trigger"), "utf-8")
    (problem,) = check(Course([tmp_path], "en"))
    assert problem.what == "no right answer"
