"""What a special word means is one key away, and the way back leads to the same place."""

from __future__ import annotations

import pytest

from course.ui.app import CourseApp
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.words import WordsScreen
from tests.ui.keys import press
from tests.ui.outside import TestOutside, app_over, our_course, seen
from tests.ui.scenes import heads

pytestmark = pytest.mark.usefixtures("quick_pilot")


def course_at(lesson_id: str) -> CourseApp:
    outside = TestOutside()
    outside.heads = heads()
    app = app_over(outside)
    app._lesson_id = lesson_id
    return app


@pytest.mark.parametrize("back", ["escape", "w", "left"])
async def test_w_tells_what_the_words_of_the_lesson_mean_and_leads_back(back: str) -> None:
    async with course_at("cured-or-sober").run_test() as pilot:
        app = await press(pilot, "right", "w")
        assert isinstance(app.screen, WordsScreen)
        glossary = our_course().glossary
        assert " ".join(glossary["recovery"].split()) in " ".join(seen(app).split())
        await press(pilot, back)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.walk.index == 1


async def test_a_long_list_of_words_says_how_to_see_the_rest() -> None:
    async with course_at("cured-or-sober").run_test(size=(60, 12)) as pilot:
        app = await press(pilot, "w")
        assert "Enter More" in seen(app)
        for _page in range(4):
            await press(pilot, "enter")
        assert "not using opioids" in seen(app)
        assert "Enter More" not in seen(app)
        await press(pilot, "up")
        assert "Enter More" in seen(app)


async def test_only_words_that_the_lesson_uses_are_told() -> None:
    async with course_at("cured-or-sober").run_test() as pilot:
        app = await press(pilot, "w")
        assert "naltrexone" not in seen(app)
