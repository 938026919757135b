"""The plan on the screen: one's own words and the course's, and changing them where they stand."""

from pathlib import Path

import pytest

from course.content.course import Course
from course.notebook.answers import Chosen, Listed, Pick
from course.notebook.notebook import Notebook
from course.ui.app import CourseApp
from course.ui.screens.edit import EditScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.plan import PlanScreen
from course.ui.widgets.bars import KeyBar
from course.ui.widgets.tiles import Tiles
from tests.paper.notebooks import FILLED
from tests.ui.filled import HOSTILE, notebook
from tests.ui.keys import opened, press, told, words
from tests.ui.outside import TestOutside, app_over, our_course, seen
from tests.ui.waiting import until

pytestmark = pytest.mark.usefixtures("quick_pilot")


def plan(app: CourseApp) -> None:
    app.open_plan()


async def test_own_words_and_suggestions_stand_side_by_side_and_are_told_apart() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, plan)
        said = words(app)
        assert "5 of 26 parts have your words." in seen(app)
    assert "My reasons read this first • To be there for Lily" in said
    assert "Suggested by the course · asked in lesson 8, “Know your triggers”" in said
    assert "Suggested by the course · asked in lesson 1, “Cured or sober?”" in said


async def test_what_belongs_to_a_line_stands_below_it_and_says_what_it_means() -> None:
    answers = {name: FILLED[name] for name in ("my-triggers", "safer-place", "my-changes")}
    async with app_over(TestOutside(Notebook(answers=answers))).run_test() as pilot:
        said = words(await opened(pilot, plan))
    assert (
        "• Kev, from the old place Person · How likely I would use: 75 of 100 · Stay away" in said
    )
    assert "[x] Block the numbers that lead me back By when: 20 November 2026" in said
    assert "[ ] Jo holds my spare key By when: 25 November 2026" in said
    assert "By when 1 December 2026" in said


async def test_every_section_is_there_even_when_nothing_was_written() -> None:
    async with app_over(TestOutside()).run_test() as pilot:
        app = await opened(pilot, plan)
        said = words(app)
        assert "0 of 26 parts" in seen(app)
    for section in our_course().outline.sections:
        assert section.title in said


async def test_without_its_outline_the_plan_says_so_and_shows_ones_own_words(
    tmp_path: Path,
) -> None:
    bare = TestOutside(notebook(), course=Course([tmp_path], "en"))
    async with app_over(bare).run_test() as pilot:
        app = await opened(pilot, plan)
        assert "The outline of the plan cannot be read." in seen(app)
        assert "To be there for Lily" in words(app)


async def test_what_no_section_asks_for_is_there_too() -> None:
    book = Notebook(answers={"long-gone": Listed(items=notebook().answers["my-reasons"].items)})
    async with app_over(TestOutside(book)).run_test() as pilot:
        assert "Other things I wrote" in words(await opened(pilot, plan))


async def test_what_a_lesson_still_asks_can_be_changed_there_under_its_question() -> None:
    book = Notebook(answers={"goal-now": Chosen(picks=(Pick(id="stop", words="To stop"),))})
    async with app_over(TestOutside(book)).run_test() as pilot:
        app = await opened(pilot, plan)
        assert "What do you want for the next few weeks?" in words(app)
        assert "People come here with different goals" not in words(app)
        await press(pilot, "end", "enter")
        assert isinstance(app.screen, EditScreen)
        assert "To stop using opioids" in seen(app)


async def test_own_words_are_never_read_as_markup() -> None:
    async with app_over(TestOutside(notebook(words=HOSTILE))).run_test() as pilot:
        assert words(await opened(pilot, plan)).count(HOSTILE) >= 8


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_highlight_goes_through_all_sections_and_stays_in_view(
    size: tuple[int, int],
) -> None:
    async with app_over(TestOutside(notebook())).run_test(size=size) as pilot:
        app = await opened(pilot, plan)
        found = []
        for _ in range(60):
            found.append(app.screen.query_one(Tiles).tile_id)
            assert "▌" in seen(app)
            await press(pilot, "down")
    ids = [section.id for section in our_course().outline.sections]
    assert list(dict.fromkeys(found)) == ids


async def test_changing_a_section_changes_the_notebook_and_what_is_shown() -> None:
    outside = TestOutside(notebook())
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, plan)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, EditScreen)
        assert "My reasons  1 of 3" in seen(app)
        await app.screen.action_on()
        await pilot.pause()
        assert "To be there for Lily" in seen(app)
        await press(pilot, "tab", *"To sing", "enter", "escape")
        assert isinstance(app.screen, PlanScreen)
        assert app.screen.query_one(Tiles).tile_id == "why"
        assert "• To sleep • To sing" in words(app)
    answer = outside.keeps[-1].answers["my-reasons"]
    assert isinstance(answer, Listed)
    assert [item.text for item in answer.present][-1] == "To sing"


async def test_a_section_with_several_prompts_asks_them_one_after_the_other() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, plan)
        screen = EditScreen("If I slip", ("slip-sentence", "slip-call"))
        app.push_screen(screen)
        await pilot.pause()
        assert "If I slip  1 of 2" in seen(app)
        await screen.action_on()
        await pilot.pause()
        assert "If I slip  2 of 2" in seen(app)
        await screen.action_back()
        await pilot.pause()
        assert "If I slip  1 of 2" in seen(app)
        await screen.action_back()
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)


async def test_right_goes_to_the_next_question_and_the_bar_names_every_way_on_and_out() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, plan)
        await press(pilot, "down", "enter")
        bar = _bar(app)
        assert "Tab Next" in bar
        assert "Esc Plan" in bar
        assert "→ Next question" in bar
        await press(pilot, "right")
        assert "My reasons  2 of 3" in seen(app)
        await press(pilot, "right")
        assert "My reasons  3 of 3" in seen(app)
        assert "→ Next question" not in _bar(app)
        await press(pilot, "right")
        assert isinstance(app.screen, EditScreen)


def _bar(app: CourseApp) -> str:
    return " ".join(str(app.screen.query_one(KeyBar).render()).split())


async def test_the_line_that_is_written_is_seen_in_the_smallest_window() -> None:
    async with app_over(TestOutside(notebook())).run_test(size=(40, 15)) as pilot:
        app = await opened(pilot, plan)
        app.push_screen(EditScreen("If I slip", ("slip-sentence",)))
        await press(pilot)
        assert "If you ever slip" in seen(app)  # the question is read first
        for line in ("one", "two", "three", "four"):
            await press(pilot, "enter", *line)
            await until(pilot, lambda line=line: line in seen(app))  # type: ignore[misc]


async def test_a_section_no_lesson_asks_for_yet_says_when_it_will() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, plan)
        app.screen.query_one(Tiles).highlighted = _place_of("learned")
        await press(pilot, "enter")
        assert isinstance(app.screen, PlanScreen)
        assert await told(pilot, "Not yet: a later part of the course asks for yours.")


def _place_of(section_id: str) -> int:
    return [section.id for section in our_course().outline.sections].index(section_id)


async def test_p_goes_to_papers_and_escape_comes_back() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, plan)
        await press(pilot, "p")
        assert isinstance(app.screen, PapersScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, PlanScreen)
        await press(pilot, "b")
        assert not isinstance(app.screen, PlanScreen)
