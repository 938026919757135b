"""The lesson screen with real keys: on every kind of prompt, in small windows, with slow saves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import pytest
from textual.pilot import Pilot

from course.content.prompts import KINDS as KIND_CLASSES
from course.content.prompts import Prompt
from course.notebook.answers import Chosen, Done, Listed, Rated, Said, Tabled
from course.notebook.notebook import Notebook
from course.notebook.units import Item, Row
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.bars import KeyBar
from course.ui.widgets.choices import Choices
from course.ui.widgets.field import Area, Field
from course.ui.widgets.panel import PromptPanel
from course.ui.widgets.prompts import VIEWS
from tests.ui.prompts import (
    AGAIN,
    ALL_SHAPES,
    ASK,
    JO,
    KINDS,
    LIST,
    MENU,
    ORDER,
    PAUSE,
    RATE,
    READING,
    ROWS,
    SAFETY,
    SEVERAL,
    SORT,
    STORY,
    SURE,
    TASK,
    WRITE,
)
from tests.ui.stage import BlankHome, StageApp, staged

SIZES = ((80, 24), (60, 20))
HOSTILE = "[/b] and [@click=app.quit]x[/]"


@asynccontextmanager
async def shown(app: StageApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The app, with its lesson on screen."""
    async with app.run_test(size=size) as pilot:
        for _ in range(200):
            if app.screen_stack and isinstance(app.screen, LessonScreen):
                break
            await pilot.pause(0.01)
        await calm(pilot)
        yield pilot


async def calm(pilot: Pilot[int]) -> None:
    """Until what was set off is done."""
    for _ in range(2):
        await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """One key after the other, as fingers do: each goes where the one before has led."""
    for key in keys:
        await pilot.press(key)
        await calm(pilot)


def book(app: StageApp) -> Notebook:
    assert app.session is not None
    return app.session.notebook


def on_screen(app: StageApp) -> str:
    """The text as it is painted."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def in_one_line(text: str) -> str:
    return " ".join(text.replace("▌", " ").split())


def lesson(prompt: Prompt) -> tuple[Prompt, ...]:
    """The prompt first, and whatever it draws from behind it."""
    others = tuple(one for one in (LIST, ROWS) if one.id != prompt.id)
    return (prompt, *others)


# The walk


async def test_a_reading_turns_to_the_next_and_back(quick_pilot: None) -> None:
    app = staged(READING, SAFETY)
    async with shown(app) as pilot:
        assert "What a slip is" in on_screen(app)
        await press(pilot, "enter", "enter")
        assert "Your body has changed" in on_screen(app)
        await press(pilot, "b")
        assert "What a slip is" in on_screen(app)


async def test_voices_and_their_state_are_named(quick_pilot: None) -> None:
    app = staged(READING, SAFETY)
    async with shown(app, (80, 40)) as pilot:
        text = on_screen(app)
        for words in ("The article says", "What newer research adds", "A note from this course"):
            assert words in text
        assert "not yet reviewed by a clinician" in text
        await press(pilot, "right")
        text = on_screen(app)
        assert "Not yet reviewed by a clinician" in text
        assert "In short" in text
        assert "{emergency}" not in text
        assert "2 of 2" in text


async def test_the_last_step_leads_home_and_ends_the_lesson(quick_pilot: None) -> None:
    app = staged(READING)
    async with shown(app) as pilot:
        await press(pilot, "enter")
        assert "Finish" in on_screen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BlankHome)
        assert book(app).places["one"].finished


async def test_escape_keeps_the_place(quick_pilot: None) -> None:
    app = staged(READING, SAFETY, READING)
    async with shown(app) as pilot:
        await press(pilot, "right", "escape")
        assert isinstance(app.screen, BlankHome)
        assert book(app).places["one"].step == SAFETY.id


# All kinds


def test_every_kind_has_its_view() -> None:
    assert set(VIEWS) == set(KIND_CLASSES)


KEYS = (
    *"0123456789bnxuprq",
    *("enter", "space", "tab", "shift+tab", "backspace", "delete", "home", "end", "pageup"),
    *("pagedown", "up", "down", "left", "right", "shift+up", "shift+down", "plus", "minus"),
    *("ctrl+a", "ctrl+c", "ctrl+v", "f2", "f3", "f12", "comma"),
)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", KINDS)
async def test_every_key_on_every_kind(name: str, seed: int, quick_pilot: None) -> None:
    """Nothing breaks, the keys always go somewhere, the bar stays low; in two mixed orders."""
    app = staged(READING, *lesson(KINDS[name]), READING)
    keys = list(KEYS)
    Random(seed).shuffle(keys)
    async with shown(app, SIZES[seed]) as pilot:
        screen = app.screen
        assert isinstance(screen, LessonScreen)
        for key in keys:
            if screen is not app.screen or screen.walk.index != 1:
                await come_back(app, pilot)
                screen = app.screen
            await press(pilot, key)
            assert app._exception is None
            if isinstance(app.screen, LessonScreen):
                assert app.focused is not None, f"no focus after {key}"
                assert app.screen.query_one(KeyBar).size.height <= 2, key


async def come_back(app: StageApp, pilot: Pilot[int]) -> None:
    """To the second step, from wherever the last key led."""
    assert app.session is not None
    while len(app.screen_stack) > 1:
        app.pop_screen()
    walk = app.session.enter("one")
    app.push_screen(LessonScreen(walk.moved(-99).moved(1)))
    await pilot.pause()


READS_ONLY = ("up", "down", "tab", "shift+tab", "pageup", "pagedown", "home", "end", "f2")


@pytest.mark.parametrize("name", KINDS)
async def test_looking_around_changes_no_answer(name: str, quick_pilot: None) -> None:
    app = staged(*lesson(KINDS[name]))
    async with shown(app) as pilot:
        await press(pilot, *READS_ONLY, *READS_ONLY)
        await pilot.pause(0.8)
        assert book(app).answers == {}


@pytest.mark.parametrize("name", KINDS)
async def test_esc_leaves_for_home_from_anywhere(name: str, quick_pilot: None) -> None:
    app = staged(*lesson(KINDS[name]))
    async with shown(app) as pilot:
        await press(pilot, "tab", "escape", "escape")
        assert isinstance(app.screen, BlankHome)


# Questions


@pytest.mark.parametrize("size", SIZES, ids=("80x24", "60x20"))
@pytest.mark.parametrize("option", JO.options, ids=[option.id for option in JO.options])
async def test_a_reason_is_in_view_after_answering(option, size, quick_pilot: None) -> None:  # type: ignore[no-untyped-def]
    app = staged(JO)
    async with shown(app, size) as pilot:
        choices = app.screen.query_one(Choices)
        number = next(n for n, c in enumerate(choices.choices, 1) if c.id == option.id)
        await press(pilot, str(number), "enter")
        text = in_one_line(on_screen(app))
        assert in_one_line(option.why[0].line[0].text) in text
        assert ("You found it" if option.right else "Not quite.") in text
        assert "wrong" not in text.lower()


async def test_a_second_try_and_then_the_answer(quick_pilot: None) -> None:
    app = staged(JO)
    async with shown(app, (80, 60)) as pilot:
        for _ in range(2):
            choices = app.screen.query_one(Choices)
            at = next(n for n, c in enumerate(choices.choices, 1) if c.id == "wait")
            await press(pilot, str(at), "enter")
            first = on_screen(app)
            assert ("✓ this one" in first) == (_ == 1)
            await press(pilot, *(["enter"] if _ == 0 else []))
        answer = book(app).answers[JO.id]
        assert isinstance(answer, Chosen)
        assert (answer.tries, answer.right) == (2, False)
        assert "The other answers" in on_screen(app)


async def test_how_sure_is_asked_before_anything_is_said(quick_pilot: None) -> None:
    app = staged(SURE)
    async with shown(app) as pilot:
        choices = app.screen.query_one(Choices)
        at = next(n for n, c in enumerate(choices.choices, 1) if c.id == "wait")
        await press(pilot, str(at), "enter")
        assert "How sure are you?" in on_screen(app)
        assert book(app).answers == {}
        await press(pilot, "1", "enter")
        assert "many people think so" in on_screen(app)
        answer = book(app).answers[SURE.id]
        assert isinstance(answer, Chosen)
        assert answer.sure == "sure"


async def test_several_are_ticked_and_counted(quick_pilot: None) -> None:
    app = staged(SEVERAL)
    async with shown(app) as pilot:
        choices = app.screen.query_one(Choices)
        for number, choice in enumerate(choices.choices, 1):
            if choice.id in ("lips", "snore"):
                await press(pilot, str(number), "space")
        await press(pilot, "enter")
        assert "You found 2 of 3." in on_screen(app)


async def test_a_menu_is_taken_and_goes_on(quick_pilot: None) -> None:
    app = staged(MENU, READING)
    async with shown(app) as pilot:
        await press(pilot, "2", "enter")
        answer = book(app).answers[MENU.id]
        assert isinstance(answer, Chosen)
        assert (answer.ids, answer.right) == (("call",), None)
        assert "What a slip is" in on_screen(app)


async def test_an_order_is_placed_taken_back_and_answered(quick_pilot: None) -> None:
    app = staged(ORDER)
    async with shown(app) as pilot:
        for number, option in enumerate(ORDER.options):
            choices = app.screen.query_one(Choices)
            at = next(n for n, c in enumerate(choices.choices, 1) if c.id == option.id)
            await press(pilot, str(at), "enter")
            if number == 0:
                await press(pilot, "backspace", "enter")
        assert "All in order." in on_screen(app)


async def test_a_second_sorting_asks_only_what_was_left(quick_pilot: None) -> None:
    app = staged(SORT)
    async with shown(app) as pilot:
        await press(pilot, "enter", "enter", "enter")
        assert "2 of 3 are in their box." in on_screen(app)
        assert "Payday is a time." in on_screen(app)
        await press(pilot, "enter")
        assert "1 of 1  Payday" in on_screen(app)
        await press(pilot, "2", "enter")
        assert "All in their places." in on_screen(app)


async def test_a_story_goes_on_ends_and_starts_again(quick_pilot: None) -> None:
    app = staged(STORY)
    async with shown(app, (60, 20)) as pilot:
        await press(pilot, "2", "enter")
        assert "At the door" in on_screen(app)
        await press(pilot, "enter")
        assert "A late exit is still a win." in on_screen(app)
        assert "The story ends here." in on_screen(app)
        answer = book(app).answers[STORY.id]
        assert isinstance(answer, Chosen)
        assert [(p.id, p.box) for p in answer.picks] == [("door", "text"), ("leave", "door")]
        await press(pilot, "r")
        assert "Five o'clock" in on_screen(app)
        assert book(app).answers[STORY.id].empty


# Own words


async def test_one_then_nought_is_ten(quick_pilot: None) -> None:
    app = staged(RATE)
    async with shown(app) as pilot:
        await press(pilot, "5", "1", "0")
        assert "[10]" in on_screen(app)
        await press(pilot, "enter")
        assert "Good. Tell someone this week." in on_screen(app)
        answer = book(app).answers[RATE.id]
        assert isinstance(answer, Rated)
        assert answer.value == 10


async def test_letters_typed_during_a_slow_save_are_not_lost() -> None:
    app = staged(WRITE)
    async with shown(app) as pilot:
        await press(pilot, "tab")
        area = app.screen.query_one(Area)
        area.focus()
        await press(pilot, *"one two")
        await pilot.pause(0.8)  # it rests, and is answered
        await press(pilot, *" three")
        app.screen.news()  # the save comes back while more is being typed
        await press(pilot, *" four")
        await asyncio.sleep(0.9)
        await pilot.pause()
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert "one two three four" == area.text == answer.text


@pytest.mark.parametrize("key", ["escape", "f9", "ctrl+q"])
async def test_what_has_not_rested_is_kept_when_leaving(key: str, quick_pilot: None) -> None:
    app = staged(WRITE, LIST)
    async with shown(app) as pilot:
        app.screen.query_one(Area).focus()
        await pilot.pause()
        await press(pilot, *"mine", key)
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert answer.text == "mine"


async def test_a_full_entry_says_so(quick_pilot: None) -> None:
    app = staged(WRITE)
    async with shown(app) as pilot:
        area = app.screen.query_one(Area)
        area.load_text("a" * 1999)
        area.focus()
        await pilot.pause()
        await press(pilot, "b", "c")
        assert len(area.text) == 2000
        assert "This entry is full (2,000 characters)." in on_screen(app)


async def test_self_check_comes_after_tab(quick_pilot: None) -> None:
    app = staged(WRITE)
    async with shown(app, (80, 40)) as pilot:
        await press(pilot, "enter", *"hi", "tab")
        assert "One way to say it" in on_screen(app)
        await press(pilot, "space")
        assert "[x] It is kind" in on_screen(app)
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert answer.ticked == ("kind",)


def lines(app: StageApp) -> list[str]:
    answer = book(app).answers.get(LIST.id)
    return [item.text for item in answer.present] if isinstance(answer, Listed) else []


async def test_a_list_from_the_menu_and_own_words(quick_pilot: None) -> None:
    app = staged(LIST, READING)
    async with shown(app) as pilot:
        await press(pilot, "1", "enter", *" night", "enter")
        assert lines(app) == ["Payday night"]
        await press(pilot, "down", *"my own 7", "enter")
        assert lines(app) == ["Payday night", "my own 7"]
        await press(pilot, "enter")
        assert "What a slip is" in on_screen(app)


async def test_a_line_is_reworded_moved_hidden_taken_out_and_put_back(quick_pilot: None) -> None:
    items = (Item(id="a", text="first"), Item(id="b", text="second"))
    app = staged(LIST, notebook=Notebook(answers={LIST.id: Listed(items=items)}))
    async with shown(app) as pilot:
        await press(pilot, "1", "shift+down")
        assert lines(app) == ["second", "first"]
        await press(pilot, "p")
        assert "first  (private)" in on_screen(app)
        await press(pilot, "x")
        assert lines(app) == ["second"]
        await press(pilot, "u", "1", "enter", *"!", "enter")
        assert lines(app) == ["second!", "first"]


async def test_a_full_list_says_so(quick_pilot: None) -> None:
    items = tuple(Item(id=str(n), text=f"line {n}") for n in range(3))
    app = staged(LIST, notebook=Notebook(answers={LIST.id: Listed(items=items)}))
    async with shown(app):
        assert "This list is full (3)." in on_screen(app)


async def test_own_words_are_never_markup(quick_pilot: None) -> None:
    app = staged(LIST, AGAIN, ROWS)
    async with shown(app) as pilot:
        app.screen.query_one(Field).focus()
        await pilot.pause()
        await press(pilot, *HOSTILE, "enter", "right")
        assert HOSTILE in on_screen(app)
        await press(pilot, "right")
        assert HOSTILE in on_screen(app)
        await press(pilot, "1", "enter", "enter", "enter", "enter")
        assert HOSTILE in on_screen(app)
        assert app.is_running


def rows(app: StageApp, prompt_id: str = ROWS.id) -> list[dict[str, object]]:
    answer = book(app).answers.get(prompt_id)
    return [dict(row.cells) for row in answer.present] if isinstance(answer, Tabled) else []


async def test_a_row_is_asked_column_by_column(quick_pilot: None) -> None:
    app = staged(ROWS, READING)
    async with shown(app) as pilot:
        await press(pilot, "1", "enter", "enter", "2", "enter", "enter", "8", "enter")
        assert rows(app) == [{"when": "Payday", "first": "Walk out of the door", "sure": 8}]
        assert "Payday → Walk out of the door  (8)" in on_screen(app)


async def test_a_row_left_in_the_middle_is_kept(quick_pilot: None) -> None:
    app = staged(ROWS)
    async with shown(app) as pilot:
        await press(pilot, "1", "enter", "enter", "tab")
        app.screen.query_one(Field).focus()
        await pilot.pause()
        await press(pilot, *"sing", "escape")
        assert rows(app) == [{"when": "Payday", "first": "sing"}]
        assert "Payday → sing" in on_screen(app)


async def test_every_shape_of_column(quick_pilot: None) -> None:
    app = staged(ALL_SHAPES)
    async with shown(app) as pilot:
        await press(pilot, "enter", "enter", *"long", "tab", "enter", *"0800", "enter")
        await press(pilot, "enter", "enter", *"may", "enter", "1", "enter", "1", "0", "enter")
        await press(pilot, "8", "5", "enter", "2", "enter", *"Dee", "enter", *"Tue", "enter")
        assert rows(app, ALL_SHAPES.id) == [
            {"text": "First", "long": "long", "phone": "0800", "hours": "First", "date": "may"}
            | {"tick": True, "0-10": 10, "0-100": 85, "one-of": "Second"}
            | {"person": "Dee", "week": "Tue"}
        ]


# The others


async def test_a_pause_that_is_ended_early_counts_as_a_part(quick_pilot: None) -> None:
    app = staged(PAUSE, READING)
    async with shown(app) as pilot:
        await press(pilot, "space")
        await asyncio.sleep(1.2)
        await press(pilot, "enter")
        answer = book(app).answers[PAUSE.id]
        assert isinstance(answer, Done)
        assert answer.how == "part"


async def test_a_task_is_taken(quick_pilot: None) -> None:
    app = staged(TASK, READING)
    async with shown(app) as pilot:
        await press(pilot, "enter")
        assert Done(how="yes").how == getattr(book(app).answers[TASK.id], "how", "")


async def test_my_own_plan_asks_me_and_never_marks(quick_pilot: None) -> None:
    row = Row(id="a", cells={"when": "Payday", "first": "Call Dee", "sure": 8})
    app = staged(ASK, ROWS, notebook=Notebook(answers={ROWS.id: Tabled(rows=(row,))}))
    async with shown(app) as pilot:
        assert "Payday. What will you do first?" in on_screen(app)
        assert "Call Dee" not in on_screen(app)
        await press(pilot, "enter")
        assert "Your plan says: Call Dee" in on_screen(app)
        await press(pilot, "2", "enter")
        answer = book(app).answers[ASK.id]
        assert isinstance(answer, Done)
        assert answer.how == "part"


async def test_without_a_row_my_plan_offers_to_begin_one(quick_pilot: None) -> None:
    app = staged(ASK, ROWS)
    async with shown(app):
        assert ROWS.id == app.screen.query_one(PromptPanel).prompt.id
