"""Help now: what stands there whatever is broken, and what is added when it is not."""

from threading import Event
from typing import Any

import pytest
from textual.widgets._toast import Toast

from course.emergency import CRISIS, EMERGENCY, STEPS
from course.errors import Missing
from course.notebook.notebook import Notebook
from course.plan.help import my_help
from course.plan.help_text import help_text
from course.ui.outside import Opened
from course.ui.screens.help_now import HelpNowScreen
from course.ui.widgets.tiles import Tiles
from tests.ui.filled import HOSTILE, notebook
from tests.ui.keys import press, pressed, words
from tests.ui.outside import TestOutside, app_over, our_course, seen
from tests.ui.waiting import until

pytestmark = pytest.mark.usefixtures("quick_pilot")

FIRST = "Someone will not wake up, or their breathing is slow?"


class BrokenCourse:
    """Nothing of it can be read."""

    language = "en"

    def __getattr__(self, name: str) -> Any:
        raise Missing(name)


class SlowOutside(TestOutside):
    """A disk that takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = Event()

    def open(self, told: Any, merged: Any) -> Opened:
        self.gate.wait(10)
        return super().open(told, merged)


def rows(text: str) -> set[str]:
    """The rows without bars, edges and scrollbar."""
    return {row.strip(" ▌▁▂▃▄▅▆▇█▀") for row in text.splitlines()}


async def test_it_opens_before_there_is_a_session_and_keeps_the_country_for_it() -> None:
    outside = SlowOutside()
    app = app_over(outside)
    async with app.run_test() as pilot:
        await pressed(pilot, "f1")
        assert app.session is None
        assert FIRST in words(app)
        await pressed(pilot, "enter")
        assert "Give one breath every 5 seconds." in words(app)
        await pressed(pilot, "escape", "c", "3", "enter")
        assert "Call 999." in words(app)
        outside.gate.set()
        await press(pilot)
        assert "Samaritans" in words(app)
    assert outside.keeps[-1].settings.region == "UK"


@pytest.mark.parametrize("region", ["", *EMERGENCY, "WORLD", "XX"])
@pytest.mark.parametrize("broken", [False, True])
async def test_it_stands_in_every_region_even_with_lessons_that_cannot_be_read(
    region: str, broken: bool
) -> None:
    book = Notebook().chose("me", region=region)
    outside = TestOutside(book, course=BrokenCourse() if broken else None)
    async with app_over(outside).run_test() as pilot:
        said = words(await press(pilot, "f1"))
    assert FIRST in said
    assert f"Call {EMERGENCY.get(region, '911 (US, Canada), 112')}" in said
    assert f"Call {CRISIS.get(region, '911 (US, Canada), 112')}" in said
    assert "Numbers can change. If one fails, try the next" in said
    assert "This course cannot call anyone for you." in said
    assert ("The list of help lines cannot be read on this machine." in said) is broken


async def test_no_line_of_the_country_is_left_out_and_each_says_how_sure_it_is() -> None:
    course = our_course()
    async with app_over(TestOutside(notebook("US"), course=course)).run_test() as pilot:
        said = words(await press(pilot, "f1"))
    for line in course.help_lines("US"):
        assert line.name in said
        assert line.contact in said
    assert "Not confirmed. Last seen: 13 January 2026" in said


async def test_what_the_learner_said_stands_there() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        said = words(await press(pilot, "f1"))
    for own in ("Dee 555 0134", "My sponsor Sam", "I get paid", "Call Dee", "To be there for Lily"):
        assert own in said
    assert "My naloxone: In the kitchen, top drawer" in said


async def test_an_empty_notebook_leaves_no_empty_titles() -> None:
    async with app_over(TestOutside()).run_test() as pilot:
        said = words(await press(pilot, "f1"))
    for title in ("My people", "My reasons", "When this comes", "My naloxone"):
        assert title not in said


async def test_own_words_are_never_read_as_markup() -> None:
    async with app_over(TestOutside(notebook(words=HOSTILE))).run_test() as pilot:
        app = await press(pilot, "f1")
        assert words(app).count(HOSTILE) == 7


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("book", [Notebook(), notebook()])
async def test_overdose_comes_first_with_the_focus_and_whole(
    size: tuple[int, int], book: Notebook
) -> None:
    async with app_over(TestOutside(book)).run_test(size=size) as pilot:
        app = await press(pilot, "f1")
        tiles = app.screen.query_one(Tiles)
        assert app.focused is tiles
        assert tiles.tile_id == "overdose"
        top = seen(app).splitlines()
    assert "Someone will not wake up" in top[2]
    assert any("opens the six steps" in row for row in top[:9])


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_one_key_opens_the_six_steps_and_one_closes_them(key: str) -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await press(pilot, "f1", key)
        said = words(app)
        assert all(step.rpartition(". ")[2] in said for step in STEPS)
        assert "Not yet reviewed by a clinician." in said
        await press(pilot, "b")
        assert FIRST in words(app)
        await press(pilot, "left")
        assert not isinstance(app.screen, HelpNowScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_down_alone_brings_every_line_into_view_and_up_goes_back(
    size: tuple[int, int],
) -> None:
    async with app_over(TestOutside(notebook())).run_test(size=size) as pilot:
        app = await press(pilot, "f1")
        everything = rows(str(app.screen.query_one(Tiles).render()))
        found: set[str] = set()
        for _ in range(25):
            found |= rows(seen(app))
            await press(pilot, "down")
        assert everything <= found
        await press(pilot, *["up"] * 25)
        assert "Someone will not wake up" in seen(app).splitlines()[2]


async def test_no_note_lies_over_the_steps_and_it_can_be_read_after_them() -> None:
    note = "The others work."
    async with app_over(TestOutside()).run_test(notifications=True) as pilot:
        app = await press(pilot)
        app.tell(note)
        await until(pilot, lambda: note in seen(app))
        await press(pilot, "f1", "o")
        await until(pilot, lambda: bool(app.screen.query(Toast)))
        assert note not in seen(app)
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: note in seen(app))


async def test_f1_does_not_stack() -> None:
    async with app_over(TestOutside()).run_test() as pilot:
        app = await press(pilot, "f1", "f1", "question_mark")
        assert sum(isinstance(screen, HelpNowScreen) for screen in app.screen_stack) == 1


async def test_another_country_changes_the_numbers_and_is_kept() -> None:
    outside = TestOutside(notebook("US"))
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot, "f1", "c", "5", "enter")
        assert "Call 13 11 14. Lifeline." in words(app)
        assert "Call 000." in words(app)
    assert outside.keeps[-1].settings.region == "AU"


def test_the_text_says_the_same_in_72_columns() -> None:
    course, book = our_course(), notebook()
    text = help_text("US", course.help_lines("US"), my_help(course, book))
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 72
    for said in (FIRST, "6. Side and stay.", "Call 988.", "Dee: 555 0134", "1-800-972-0590"):
        assert said in text


def test_the_text_needs_nothing_at_all() -> None:
    text = help_text("")
    assert FIRST in text
    assert "The list of help lines cannot be read on this machine." in text
    assert "Call 911 (US, Canada), 112 (Europe), 999 (UK, Ireland)." in text
    assert max(map(len, text.splitlines())) <= 72
