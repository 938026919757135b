"""The small course of the tests holds one of each kind, and reads."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from course.content.check import check
from course.content.course import Course
from course.content.kinds import BUILDERS
from course.content.lesson import Lesson, Passage, Reading
from course.content.prompts import (
    KINDS,
    AskMyPlan,
    Choose,
    Listing,
    Order,
    Pause,
    Prompt,
    Rate,
    Rows,
    Scenario,
    Shape,
    Sort,
    Write,
)
from course.content.prose import Items, Para, Span, plain
from course.content.voices import VOICES

WHOLE = Path(__file__).parent.parent / "course"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return Course([WHOLE], "en").lesson("every-kind")


def asked(lesson: Lesson, prompt_id: str) -> Prompt:
    return next(prompt for prompt in lesson.prompts if prompt.id == prompt_id)


def test_it_has_no_problem() -> None:
    assert check(Course([WHOLE], "en")) == []


def test_every_kind_is_in_it(lesson: Lesson) -> None:
    assert set(KINDS) == {type(prompt) for prompt in lesson.prompts}


def test_every_kind_has_its_builder() -> None:
    assert {kind.kind for kind in KINDS} == set(BUILDERS)


def test_every_shape_of_column_is_in_it(lesson: Lesson) -> None:
    rows = [prompt for prompt in lesson.prompts if isinstance(prompt, Rows)]
    assert set(get_args(Shape)) == {column.shape for one in rows for column in one.columns}


def test_every_voice_is_in_it(lesson: Lesson) -> None:
    readings = [step for step in lesson.steps if isinstance(step, Reading)]
    assert {"", *VOICES} == {passage.voice for one in readings for passage in one.passages}


def test_the_order_of_the_file_is_the_order_of_the_course(lesson: Lesson) -> None:
    lines = [step.line for step in lesson.steps]
    assert sorted(lines) == lines


def test_lines_are_true_to_the_file(lesson: Lesson) -> None:
    lines = (WHOLE / "every-kind.md").read_text("utf-8").split("\n")
    for prompt in lesson.prompts:
        assert lines[prompt.line - 1].startswith(f"::: {prompt.kind} {prompt.id}")


def test_bold_and_italic_words_become_spans(lesson: Lesson) -> None:
    first = lesson.steps[0]
    assert isinstance(first, Reading)
    opening = first.passages[0].prose[0]
    assert isinstance(opening, Para)
    assert opening.line[1] == Span("trigger", "strong")
    assert Span("wish to use", "em") in opening.line


def test_lists_in_prose_keep_their_numbers(lesson: Lesson) -> None:
    first = lesson.steps[0]
    assert isinstance(first, Reading)
    lists = [block for block in first.passages[0].prose if isinstance(block, Items)]
    assert [one.numbered for one in lists] == [False, True]


def test_a_link_is_shown_with_its_address(lesson: Lesson) -> None:
    first = lesson.steps[0]
    assert isinstance(first, Reading)
    assert "the study (https://example.org/study)" in plain(first.passages[2].prose)


def test_a_safety_text_after_a_prompt_is_a_step_of_its_own(lesson: Lesson) -> None:
    step = next(step for step in lesson.steps if step.id == "safety-tolerance")
    assert isinstance(step, Reading)
    assert step.title == "Your body can take less now"
    assert isinstance(step.passages[0], Passage)
    assert "{emergency}" in plain(step.passages[0].prose)


def test_a_question_knows_what_is_right_and_why(lesson: Lesson) -> None:
    question = asked(lesson, "what-is-it")
    assert isinstance(question, Choose)
    assert [option.right for option in question.options] == [True, False, False]
    assert question.marked
    assert question.sure
    assert plain(question.options[1].why).startswith("Close.")


def test_a_menu_is_never_marked(lesson: Lesson) -> None:
    menu = asked(lesson, "what-helps")
    assert isinstance(menu, Choose)
    assert not menu.marked
    assert menu.most == 2
    assert menu.several


def test_an_order_is_read_as_it_is_written(lesson: Lesson) -> None:
    chain = asked(lesson, "chain")
    assert isinstance(chain, Order)
    assert [option.id for option in chain.options] == ["trigger", "thought", "craving"]
    assert all(option.why for option in chain.options)


def test_a_thing_to_sort_knows_its_box(lesson: Lesson) -> None:
    sort = asked(lesson, "inside-or-out")
    assert isinstance(sort, Sort)
    assert {item.id: item.box for item in sort.items}["payday"] == "outside"


def test_a_turn_is_named_after_its_target_or_by_itself(lesson: Lesson) -> None:
    story = asked(lesson, "friday")
    assert isinstance(story, Scenario)
    assert [turn.id for turn in story.parts[0].turns] == ["home", "door"]
    assert [(turn.id, turn.to) for turn in story.parts[1].turns] == [
        ("leave", "home"),
        ("round", "home"),
    ]
    assert story.part("home").turns == ()


def test_a_scale_has_its_ends(lesson: Lesson) -> None:
    short, long = asked(lesson, "how-sure"), asked(lesson, "how-well")
    assert isinstance(short, Rate)
    assert isinstance(long, Rate)
    assert [end.text for end in short.ends] == ["Not sure at all", "Very sure"]
    assert (short.high, long.high) == (10, 100)


def test_writing_has_starters_a_model_and_a_check(lesson: Lesson) -> None:
    write = asked(lesson, "to-myself")
    assert isinstance(write, Write)
    assert len(write.menu) == len(write.check) == 2
    assert plain(write.model).startswith("This wish is a wave.")


def test_a_column_has_its_shape_its_source_and_its_menu(lesson: Lesson) -> None:
    rows = asked(lesson, "when-then")
    assert isinstance(rows, Rows)
    when, first, sure = rows.columns
    assert (when.source, when.title) == ("my-triggers", "When")
    assert [option.id for option in first.menu] == ["call", "walk"]
    assert sure.shape == "0-10"


def test_a_list_says_how_many_lines_it_wants(lesson: Lesson) -> None:
    found = asked(lesson, "my-triggers")
    assert isinstance(found, Listing)
    assert (found.least, found.most) == (1, 8)


def test_a_pause_says_how_long(lesson: Lesson) -> None:
    pause = asked(lesson, "breathe")
    assert isinstance(pause, Pause)
    assert pause.seconds == 60


def test_a_question_about_the_plan_keeps_its_blanks(lesson: Lesson) -> None:
    question = asked(lesson, "my-first-step")
    assert isinstance(question, AskMyPlan)
    assert "{when}" in plain(question.lead)
    assert plain(question.answer) == "{first}"


def test_cards_hold_what_a_facilitator_needs(lesson: Lesson) -> None:
    talk = lesson.cards[1]
    assert (talk.minutes, talk.show, talk.poll) == ((40, 60), "what-is-it", "hands")
    assert [part.id for part in talk.parts] == [
        "say",
        "ask",
        "on-the-wall",
        "watch-for",
        "if-short",
    ]
