"""The lesson screen with real keys: on every kind of prompt, in small windows, with slow saves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from random import Random

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from course.content.prompts import KINDS as KIND_CLASSES
from course.content.prompts import Column, Prompt, Rows, Shape, Sort
from course.notebook.answers import Chosen, Done, Listed, Rated, Said, Tabled
from course.notebook.notebook import Notebook
from course.notebook.units import Cell, Item, Row
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.bars import KeyBar
from course.ui.widgets.choices import Choices
from course.ui.widgets.clock import Clock
from course.ui.widgets.field import Area, Field
from course.ui.widgets.panel import PromptPanel
from course.ui.widgets.prompts import VIEWS
from course.ui.widgets.prompts.cells.form import CellForm
from course.ui.widgets.prompts.write import WriteView
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
from tests.ui.waiting import until

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


def said(app: StageApp) -> str:
    """What the notebook holds of what is written."""
    answer = book(app).answers.get(WRITE.id)
    return answer.text if isinstance(answer, Said) else ""


def on_screen(app: StageApp) -> str:
    """The text as it is painted."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def in_one_line(text: str) -> str:
    return " ".join(text.replace("▌", " ").split())


def number_of(app: StageApp, name: str) -> str:
    """The digit that moves to the option of that name."""
    choices = app.screen.query_one(Choices).choices
    return str(next(n for n, choice in enumerate(choices, 1) if choice.id == name))


def in_its_turn(app: StageApp, prompt: Sort) -> Iterator[str]:
    """The thing that is to be sorted now, until all were."""
    for _ in prompt.items:
        yield next(item.id for item in prompt.items if f" of 3  {item.text}" in on_screen(app))


def offered(app: StageApp) -> list[str]:
    """What stands in the menu of the form that is open."""
    choices = app.screen.query_one(CellForm).query_one(Choices).choices
    return [choice.words.plain for choice in choices if not choice.plain]


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


@pytest.mark.parametrize("seed", [pytest.param(0, marks=pytest.mark.slow), 1])
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
async def test_looking_around_changes_no_answer(
    name: str, quick_pilot: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.ui.widgets.prompts.write.REST", 0.05)
    app = staged(*lesson(KINDS[name]))
    async with shown(app) as pilot:
        await press(pilot, *READS_ONLY, *READS_ONLY)
        await pilot.pause(0.1)
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
        assert "2 of 3 are in their boxes." in on_screen(app)
        assert "Payday is a time." in on_screen(app)
        await press(pilot, "enter")
        assert "1 of 1  Payday" in on_screen(app)
        await press(pilot, "2", "enter")
        assert "All in their places." in on_screen(app)


async def test_one_thing_is_in_its_box_and_two_are_in_theirs(quick_pilot: None) -> None:
    app = staged(SORT)
    async with shown(app) as pilot:
        for item in in_its_turn(app, SORT):
            await press(pilot, "2" if item == "shame" else "1", "enter")
        assert "1 of 3 is in its box." in on_screen(app)


async def test_one_step_is_in_its_place(quick_pilot: None) -> None:
    app = staged(ORDER)
    async with shown(app) as pilot:
        for name in ("shake", "naloxone", "breathe", "call"):
            await press(pilot, number_of(app, name), "enter")
        assert "1 of 4 is in its place." in on_screen(app)


async def test_every_reason_in_a_sorting_stands_beside_the_bar(quick_pilot: None) -> None:
    app = staged(SORT)
    async with shown(app, (80, 40)) as pilot:
        await press(pilot, "1", "enter", "1", "enter", "1", "enter", "right")
        for item in SORT.items:
            (line,) = [
                row for row in on_screen(app).splitlines() if item.why[0].line[0].text in row
            ]
            assert line.strip().startswith("▌")


TRIED = {
    "several": (SEVERAL, ("space", "enter")),
    "sort": (SORT, ("1", "enter", "1", "enter", "1", "enter")),
    "order": (ORDER, ("1", "enter") * 4),
}


@pytest.mark.parametrize("again", [False, True], ids=["at once", "in the second try"])
@pytest.mark.parametrize("name", TRIED)
async def test_who_wants_no_second_try_sees_every_reason_before_it_goes_on(
    name: str, again: bool, quick_pilot: None
) -> None:
    prompt, keys = TRIED[name]
    app = staged(prompt, READING)
    async with shown(app, (80, 60)) as pilot:
        await press(pilot, *keys, *(["enter"] if again else []))
        assert "→ Show the answer" in on_screen(app)
        await press(pilot, "right")
        for one in getattr(prompt, "items", None) or getattr(prompt, "options", ()):
            assert one.why[0].line[0].text in in_one_line(on_screen(app))
        await press(pilot, "enter")
        assert "What a slip is" in on_screen(app)


async def test_reasons_below_the_window_are_turned_to_before_it_goes_on(quick_pilot: None) -> None:
    app, read = staged(JO, READING), ""
    async with shown(app, (60, 20)) as pilot:
        await press(pilot, number_of(app, "change"), "enter")
        screen = app.screen
        assert isinstance(screen, LessonScreen)
        for _ in range(9):
            if screen.walk.index == 0:
                read += on_screen(app)
                await press(pilot, "enter")
        assert screen.walk.index == 1
    for option in JO.options:
        assert option.why[0].line[0].text.split()[-1] in read
    assert "Enter More" in read


async def test_the_lower_edge_of_a_panel_alone_is_not_worth_a_key(quick_pilot: None) -> None:
    async with shown(app := staged(JO, READING), (80, 40)) as pilot:
        await press(pilot, number_of(app, "change"), "enter")
        edge = max(y for y, row in enumerate(on_screen(app).splitlines()) if "▀▀▀" in row)
    for height, key in ((edge + 1, "Enter Go on"), (edge, "Enter More")):
        async with shown(app := staged(JO, READING), (80, height)) as pilot:
            await press(pilot, number_of(app, "change"), "enter")
            assert key in on_screen(app)


async def test_nor_is_it_below_a_page_that_only_tells(quick_pilot: None) -> None:
    panel = replace(SAFETY, passages=SAFETY.passages[:1])
    async with shown(app := staged(panel, READING), (80, 40)):
        edge = max(y for y, row in enumerate(on_screen(app).splitlines()) if "▀▀▀" in row)
    for height, key in ((edge + 1, "Enter Go on"), (edge, "Enter More")):
        async with shown(app := staged(panel, READING), (80, height)):
            assert key in on_screen(app)


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


async def test_letters_typed_during_a_slow_save_are_not_lost(
    quick_pilot: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.ui.widgets.prompts.write.REST", 0.1)
    app = staged(WRITE)
    async with shown(app) as pilot:
        await press(pilot, "tab")
        area = app.screen.query_one(Area)
        area.focus()
        await press(pilot, *"one two")
        await until(pilot, lambda: said(app) == "one two")  # it rests, and is answered
        await press(pilot, *" three")
        app.screen.news()  # the save comes back while more is being typed
        await press(pilot, *" four")
        await until(pilot, lambda: said(app) == "one two three four")
        assert area.text == "one two three four"


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


async def test_who_only_presses_enter_is_led_past_an_empty_field(quick_pilot: None) -> None:
    app = staged(WRITE.model_copy(update={"menu": ()}), READING)
    async with shown(app) as pilot:
        assert isinstance(app.focused, Area)
        assert "Enter Next" in on_screen(app)
        await press(pilot, "enter", "enter")
        assert READING.title in on_screen(app)
        await press(pilot, "left", *"a", "enter", *"b")
        assert "Enter New line" in on_screen(app)
        await press(pilot, "tab")
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert answer.text == "a\nb"


async def test_what_was_written_before_is_gone_on_with_at_its_end(quick_pilot: None) -> None:
    before = Notebook(answers={WRITE.id: Said(text="One.\nTwo.")})
    app = staged(WRITE, READING, notebook=before)
    async with shown(app) as pilot:
        await press(pilot, *" Three.", "tab", "shift+tab", *" Four.", "tab")
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert answer.text == "One.\nTwo. Three. Four."


async def test_who_only_presses_enter_is_led_past_what_was_picked(quick_pilot: None) -> None:
    app = staged(WRITE, READING)
    async with shown(app) as pilot:
        await press(pilot, "enter", "enter", "enter")
        assert isinstance(app.focused, Area)
        assert "Enter Next" in on_screen(app)
        await press(pilot, "up")
        assert "Enter New line" in on_screen(app)
        await press(pilot, "down", "enter")
        assert not isinstance(app.focused, Area)
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert answer.text == app.screen.query_one(Area).text == "Dear me, this is a hard day, and "
        await press(pilot, "enter")
        assert READING.title in on_screen(app)


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


async def test_a_starter_that_trails_off_is_gone_on_with(quick_pilot: None) -> None:
    app = staged(WRITE)
    async with shown(app) as pilot:
        await press(pilot, "2", "enter", *"we met")
        assert app.screen.query_one(Area).text == "Remember when you we met"


async def whole_in_view(pilot: Pilot[int], widget: Widget) -> bool:
    column = pilot.app.screen.query_one("#column")
    for _ in range(50):
        if column.scrollable_content_region.contains_region(widget.region):
            return True
        await pilot.pause(0.01)
    return False


async def test_all_that_stands_below_what_was_written_is_seen_at_once(quick_pilot: None) -> None:
    app = staged(WRITE)
    async with shown(app, (60, 20)) as pilot:
        await press(pilot, "tab", *"hi", "enter", *"ho", "tab")
        assert await whole_in_view(pilot, app.screen.query(Choices).last())


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


async def test_who_types_while_the_menu_has_the_keys_writes(quick_pilot: None) -> None:
    app = staged(LIST)
    async with shown(app) as pilot:
        await press(pilot, "down", *"but I try", "enter")
        assert lines(app) == ["but I try"]
        await press(pilot, *"Then more", "enter")
        assert lines(app) == ["but I try", "Then more"]


async def test_a_letter_that_the_keys_name_is_a_key(quick_pilot: None) -> None:
    items = (Item(id="a", text="first"),)
    app = staged(LIST, notebook=Notebook(answers={LIST.id: Listed(items=items)}))
    async with shown(app) as pilot:
        await press(pilot, "1", "x", "u")
        assert lines(app) == ["first"]


@pytest.mark.parametrize("name", ["rows", "write"])
async def test_who_types_beside_a_field_of_any_kind_writes_in_it(
    name: str, quick_pilot: None
) -> None:
    app = staged(*lesson(KINDS[name]))
    async with shown(app) as pilot:
        await press(pilot, *"be kind")
        assert isinstance(app.focused, Field | Area)
        assert "be kind" in on_screen(app)


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


async def test_after_a_line_the_keys_say_how_to_write_another(quick_pilot: None) -> None:
    app = staged(LIST)
    async with shown(app) as pilot:
        await press(pilot, "1", "enter", "enter")
        assert "Tab Write your own" in on_screen(app)
        await press(pilot, "tab", *"mine", "enter")
        assert lines(app) == ["Payday", "mine"]


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


async def test_a_column_speaks_by_its_title_and_the_hint_tells_only_the_form(
    quick_pilot: None,
) -> None:
    column = Column(id="when", title="When I can go", shape="hours")
    app = staged(Rows(id="places", columns=(column,)))
    async with shown(app):
        assert "When I can go" in on_screen(app)
        assert "Like: after 6, or weekdays 9 to 5" in on_screen(app)
        assert "call" not in on_screen(app)


def asked_for(shape: Shape) -> Rows:
    """A first column, then one of this shape."""
    menu = tuple(ROWS.columns[1].menu) if shape in ("text", "one-of", "hours") else ()
    asked = Column(id="asked", title="Asked", shape=shape, menu=menu)
    return Rows(id="asked", least=1, columns=(ROWS.columns[0], asked))


FIRST = {"when": "Payday"}
TO_SECOND = ("1", "enter", "enter")


async def test_enter_alone_says_of_nothing_that_it_is_done(quick_pilot: None) -> None:
    app = staged(asked_for("tick"))
    async with shown(app) as pilot:
        await press(pilot, *TO_SECOND, "enter")
        assert rows(app, "asked") == [{**FIRST, "asked": False}]
        assert "○ Asked: not yet" in on_screen(app)


async def test_what_was_chosen_stays_chosen_when_a_row_is_gone_through(quick_pilot: None) -> None:
    app = staged(asked_for("one-of"))
    async with shown(app) as pilot:
        await press(pilot, *TO_SECOND, "2", "enter", "up", "up", "enter", "enter", "enter")
        assert "+ Add another" in on_screen(app)
        assert rows(app, "asked") == [{**FIRST, "asked": "Walk out of the door"}]


EMPTY = {
    "text": ("right",),
    "one-of": ("down", "down", "enter"),
    "phone": ("enter",),
    "date": ("right",),
    "long": ("tab", "enter"),
    "0-10": ("enter",),
    "0-100": ("right",),
}


@pytest.mark.parametrize("shape", EMPTY)
async def test_any_later_cell_can_be_left_empty_and_says_so(
    shape: Shape, quick_pilot: None
) -> None:
    app = staged(asked_for(shape))
    async with shown(app) as pilot:
        await press(pilot, *TO_SECOND)
        assert "→ Leave empty" in on_screen(app)
        await press(pilot, *EMPTY[shape])
        assert rows(app, "asked") == [FIRST]
        assert "+ Add another" in on_screen(app)


async def test_a_further_row_can_be_gone_on_without(quick_pilot: None) -> None:
    app = staged(ROWS, READING)
    async with shown(app) as pilot:
        await press(pilot, *TO_SECOND, "right", "right", "enter")
        assert "→ Go on without" in on_screen(app)
        await press(pilot, "tab", "enter", "enter")
        assert rows(app) == [FIRST]
        assert "What a slip is" in on_screen(app)


@pytest.mark.parametrize(
    ("keys", "kept", "seen"),
    [
        (("4", "enter"), "2026-05-29", "29 May 2026"),
        (("tab", *"31 may", "enter"), "2026-05-31", "31 May 2026"),
        (("tab", *"after Easter", "enter"), "after Easter", "after Easter"),
    ],
    ids=["offered", "typed", "no day"],
)
async def test_a_day_is_picked_or_typed_as_people_say_it(
    keys: tuple[str, ...], kept: str, seen: str, quick_pilot: None
) -> None:
    app = staged(asked_for("date"))
    async with shown(app) as pilot:
        await press(pilot, *TO_SECOND)
        assert "In four weeks  29 May 2026" in on_screen(app)
        await press(pilot, *keys)
        assert rows(app, "asked") == [{**FIRST, "asked": kept}]
        assert seen in on_screen(app)


@pytest.mark.parametrize("old", ["2026-05-31", "2026/5/3", "1 May", "soon"])
async def test_looking_at_a_day_kept_before_changes_nothing(old: str, quick_pilot: None) -> None:
    answer = Tabled(rows=(Row(id="a", cells={**FIRST, "asked": old}),))
    app = staged(asked_for("date"), notebook=Notebook(answers={"asked": answer}))
    async with shown(app) as pilot:
        await press(pilot, "1", "up", "up", "enter", "enter", "escape")
        assert book(app).answers["asked"] == answer


async def test_what_is_on_the_list_is_not_offered_again(quick_pilot: None) -> None:
    app = staged(LIST, ROWS)
    async with shown(app) as pilot:
        await press(pilot, "1", "enter", "enter", "right")
        assert offered(app) == ["Payday", "I am alone at night"]
        await press(pilot, "2", "enter", "enter", "1", "enter", "enter", "8", "enter", "enter")
        assert offered(app) == ["Payday"]
        await press(pilot, "enter", "enter")
        assert offered(app) == ["Call a name on my list", "Walk out of the door"]


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
        await press(pilot, "enter", "enter", "4", "enter", "1", "enter", "1", "0", "enter")
        await press(pilot, "8", "5", "enter", "2", "enter", *"Dee", "enter", *"Tue", "enter")
        assert rows(app, ALL_SHAPES.id) == [
            {"text": "First", "long": "long", "phone": "0800", "hours": "First"}
            | {"date": "2026-05-29", "tick": True, "0-10": 10, "0-100": 85, "one-of": "Second"}
            | {"person": "Dee", "week": "Tue"}
        ]


async def test_of_every_cell_the_way_on_is_in_view(quick_pilot: None) -> None:
    app, shapes = staged(ALL_SHAPES), []
    async with shown(app, (60, 20)) as pilot:
        await press(pilot, "1", "enter", "enter")
        while forms := app.screen.query(CellForm):
            form = forms.last()
            shapes.append(form.asked.column.shape)
            assert await whole_in_view(pilot, form), shapes[-1]
            await press(pilot, *(("tab",) if form.enter == "new_line" else ()))
            await press(pilot, "right" if form.enter == "pick" else "enter")
    assert shapes == [column.shape for column in ALL_SHAPES.columns[1:]]


# The others


async def test_a_pause_that_is_ended_early_counts_as_a_part(quick_pilot: None) -> None:
    app = staged(PAUSE, READING)
    async with shown(app) as pilot:
        await press(pilot, "space")
        clock = app.screen.query_one(Clock)
        await until(pilot, lambda: clock.begun)
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


def asking(*cells: dict[str, Cell]) -> StageApp:
    """A question from one's own plan, which holds these rows."""
    held = tuple(Row(id=str(number), cells=each) for number, each in enumerate(cells))
    return staged(ASK, READING, ROWS, notebook=Notebook(answers={ROWS.id: Tabled(rows=held)}))


async def test_a_row_without_an_answer_is_asked_and_can_be_given_one(quick_pilot: None) -> None:
    app = asking({"when": "Payday", "sure": 8})
    async with shown(app) as pilot:
        assert "Payday. What will you do first?" in on_screen(app)
        await press(pilot, "enter")
        assert "Your plan says: Nothing yet. You can add it now." in on_screen(app)
        await press(pilot, "enter", "2", "enter", "enter", "enter")
        assert rows(app) == [{"when": "Payday", "first": "Walk out of the door", "sure": 8}]
        await press(pilot, "down", "enter")
        assert "What a slip is" in on_screen(app)


async def test_a_part_of_the_plan_that_is_begun_is_not_called_empty(quick_pilot: None) -> None:
    app = asking({"first": "Call Dee"})
    async with shown(app):
        assert "There is nothing" not in on_screen(app)
        assert "This part of your plan is not complete yet." in on_screen(app)


async def test_without_a_row_my_plan_offers_to_begin_one(quick_pilot: None) -> None:
    app = staged(ASK, ROWS)
    async with shown(app):
        assert ROWS.id == app.screen.query_one(PromptPanel).prompt.id


# The footer, and what goes wrong


@pytest.mark.parametrize("name", KINDS)
async def test_right_is_named_wherever_it_leads_on(name: str, quick_pilot: None) -> None:
    app = staged(*lesson(KINDS[name]), READING)
    async with shown(app) as pilot:
        for key in ("down", "1", "enter", "enter", "space", "enter", "up", "enter", "enter"):
            await press(pilot, key)
            screen = app.screen
            if not isinstance(screen, LessonScreen) or screen.walk.index:
                break
            right = screen.active_bindings["right"].binding
            on_the_page = any(words in on_screen(app) for words in ("Enter Go on", "→ Go on"))
            assert right.show or on_the_page or isinstance(app.focused, Field | Area), key


@pytest.mark.parametrize("name", KINDS)
async def test_what_was_typed_can_be_asked_for_without_a_screen(
    name: str, quick_pilot: None
) -> None:
    app = staged(*lesson(KINDS[name]))
    async with shown(app) as pilot:
        assert app.session is not None
        panel = PromptPanel(KINDS[name], app.session)
        panel.settle()
        await app.screen.mount(panel)
        await pilot.pause()
        with app.batch_update():  # as the screens do: a field that is gone is never drawn
            await panel.view.remove_children()
            panel.settle()
            await panel.remove()
            panel.settle()
        assert book(app).answers == {}


async def test_words_outlive_the_field_they_were_typed_in(quick_pilot: None) -> None:
    app = staged(WRITE)
    async with shown(app) as pilot:
        app.screen.query_one(Area).load_text("still here")
        with app.batch_update():  # as the screens do: a field that is gone is never drawn
            await app.screen.query_one(PromptPanel).view.remove_children()
        app.settle()
        await pilot.pause()
        answer = book(app).answers[WRITE.id]
        assert isinstance(answer, Said)
        assert answer.text == "still here"


async def test_a_crash_while_a_question_is_shown_is_told_as_what_it_was(
    monkeypatch: pytest.MonkeyPatch, quick_pilot: None
) -> None:
    def broken(_view: WriteView) -> ComposeResult:
        raise ZeroDivisionError
        yield

    monkeypatch.setattr(WriteView, "compose", broken)
    app = staged(WRITE)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            await until(pilot, lambda: app._exception is not None)
