"""A lesson file on screen, shown again when it is saved."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from course.authors import new_lesson
from course.errors import HandrailError
from course.places import lessons_folder
from course.preview import Preview
from course.ui.preview import PreviewApp
from course.ui.screens.lesson import LessonScreen
from tests.ui.outside import seen
from tests.ui.waiting import until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    new_lesson("mine", tmp_path)
    return tmp_path / "mine.md"


def preview(file: Path) -> Preview:
    return Preview(file, lambda: datetime(2026, 5, 1, 12, tzinfo=UTC), Random(1))


def saved(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    stamp = file.stat().st_mtime_ns + 10**9
    os.utime(file, ns=(stamp, stamp))


async def test_a_saved_file_is_shown_again_at_the_same_step(file: Path) -> None:
    app = PreviewApp(preview(file))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.press("enter")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.step_id == "more"
        saved(file, "## A little more {#more}", "## Much more {#more}")
        await until(pilot, lambda: "Much more" in seen(app))
        assert app.screen.walk.step_id == "more"


async def test_a_file_with_a_mistake_leaves_the_last_one_on_screen(file: Path) -> None:
    app = PreviewApp(preview(file))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        saved(file, "::: course\n", "::: nothing\n")
        await until(pilot, lambda: bool(app._notifications))
        assert "nothing is called" in next(iter(app._notifications)).message
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.step_id == "main-thing"


async def test_that_it_is_not_as_in_the_file_is_seen_until_it_is_mended(file: Path) -> None:
    app = PreviewApp(preview(file))
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        saved(file, "::: course\n", "::: corse\n")
        await until(pilot, lambda: "Not as in the file" in seen(app))
        said = next(iter(app._notifications)).message
        assert re.search(r"Line \d+: nothing is called “corse”. Did you mean “course”", said)
        saved(file, "::: corse\n", "::: course\n")
        await until(pilot, lambda: "Not as in the file" not in seen(app))
        assert not app._notifications


def test_only_the_file_is_there_and_nothing_is_kept(file: Path) -> None:
    shown = preview(file)
    assert [head.id for head in shown.heads] == ["mine"]
    assert not shown.kept
    assert not shown.saved_again()


def test_one_of_ours_can_be_shown_too() -> None:
    shown = preview(lessons_folder() / "en" / "01-cured-or-sober.md")
    assert shown.head.id == "cured-or-sober"
    assert shown.course.lesson("cured-or-sober").steps


def test_what_is_no_lesson_cannot_be_shown(tmp_path: Path) -> None:
    with pytest.raises(HandrailError, match="there is no file nothing"):
        _ = preview(tmp_path / "nothing.md").head
    (tmp_path / "notes.txt").touch()
    with pytest.raises(HandrailError, match="not a lesson"):
        _ = preview(tmp_path / "notes.txt").head
