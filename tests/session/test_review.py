"""Questions that come back, and the task from last time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from course.content.prompts import AskMyPlan, Choose, Column, Rows, Task
from course.notebook.answers import Chosen, Done, Pick, Tabled
from course.notebook.review import standings
from course.notebook.units import Row
from course.session.review import Desk, last_task, looked_back, questions, sitting
from course.session.session import Session
from tests.session.small import Clock, choose, options, prose, session

RIGHT, NOT_QUITE = Chosen(picks=(Pick(id="ant"),)), Chosen(picks=(Pick(id="bee"),))


def days(number: int) -> timedelta:
    return timedelta(days=number)


def ask_again(on: Session, answer: Chosen) -> None:
    walk, desk = sitting(on, questions(on), "Review")
    desk.answer(walk.step.id, answer)


def ids(on: Session) -> list[str]:
    return [prompt.id for prompt in questions(on)]


def test_a_question_comes_back_the_day_after_and_not_before() -> None:
    clock = Clock()
    on = session(choose(), clock=clock)
    on.answer("choose", RIGHT)
    assert ids(on) == []
    clock.moment += days(1)
    assert ids(on) == ["choose"]


@pytest.mark.parametrize("late", [0, 1, 200])
def test_answered_well_it_climbs_one_three_seven_fourteen_thirty_days_however_late(
    late: int,
) -> None:
    clock = Clock()
    on = session(choose(), clock=clock)
    on.answer("choose", RIGHT)
    for wait in (1, 3, 7, 14, 30):
        clock.moment += days(wait - 1)
        assert ids(on) == []
        clock.moment += days(1 + late)
        assert ids(on) == ["choose"]
        ask_again(on, RIGHT)
    clock.moment += days(1000)
    assert ids(on) == []


def test_not_quite_is_one_rung_back_and_never_the_bottom_at_once() -> None:
    clock = Clock()
    on = session(choose(), clock=clock)
    on.answer("choose", RIGHT)
    for wait in (1, 3, 7):
        clock.moment += days(wait)
        ask_again(on, RIGHT)
    clock.moment += days(14)
    ask_again(on, NOT_QUITE)
    assert standings(on.notebook)[0].rung == 2


def test_a_safety_question_comes_back_every_thirty_days_for_good() -> None:
    clock = Clock()
    on = session(choose(safety=True), clock=clock)
    on.answer("choose", RIGHT)
    for wait in (1, 3, 7, 14, 30, 30, 30):
        clock.moment += days(wait)
        assert ids(on) == ["choose"]
        ask_again(on, RIGHT)


def test_five_at_most_and_safety_first() -> None:
    clock = Clock()
    many = [Choose(id=f"q{n}", options=options("ant", "bee", right=("ant",))) for n in range(7)]
    last = Choose(id="zz", options=options("ant", "bee", right=("ant",)), safety=True)
    on = session(*many, last, clock=clock)
    for question in (*many, last):
        on.answer(question.id, RIGHT)
    clock.moment += days(2)
    assert ids(on) == ["zz", "q0", "q1", "q2", "q3"]


def test_asking_again_leaves_the_answer_in_the_lesson_as_it_was() -> None:
    clock = Clock()
    on = session(choose(), clock=clock)
    on.answer("choose", RIGHT)
    before = on.notebook.answers
    clock.moment += days(1)
    ask_again(on, NOT_QUITE)
    assert on.notebook.answers == before


def test_only_the_first_try_counts() -> None:
    clock = Clock()
    on = session(choose(), clock=clock)
    on.answer("choose", RIGHT)
    clock.moment += days(1)
    desk = Desk(on, frozenset({"choose"}))
    desk.answer("choose", NOT_QUITE)
    desk.answer("choose", RIGHT)
    assert [entry.fields["right"] for entry in on.notebook.entries] == [False]


def test_a_menu_and_a_story_do_not_come_back() -> None:
    clock = Clock()
    on = session(choose(right=()), clock=clock)
    on.answer("choose", RIGHT)
    clock.moment += days(9)
    assert ids(on) == []


def test_what_i_decided_comes_back_too_and_never_without_a_plan() -> None:
    clock = Clock()
    columns = (Column(id="when", title="When"), Column(id="first", title="First"))
    pairs = Rows(id="pairs", columns=columns)
    mine = AskMyPlan(id="mine", lead=prose("{when}?"), source="pairs", answer=prose("{first}"))
    on = session(pairs, mine, clock=clock)
    on.answer("mine", Done(how="part"))
    clock.moment += days(1)
    assert ids(on) == []
    on.answer("pairs", Tabled(rows=(Row(id="r", cells={"when": "Payday"}),)))
    assert ids(on) == []
    row = Row(id="r", cells={"when": "Payday", "first": "Call Ruth"})
    on.answer("pairs", Tabled(rows=(row,)))
    assert ids(on) == ["mine"]
    walk, desk = sitting(on, questions(on), "Review")
    drawn = desk.drawn(mine)
    assert drawn is not None
    assert drawn.first == "Call Ruth"
    desk.answer(walk.step.id, Done(how="yes"))
    assert on.notebook.entries[0].fields == {"prompt": "mine", "right": True}


def test_a_task_is_asked_after_next_time_once_and_never_on_the_same_day() -> None:
    clock = Clock()
    task = Task(id="see-one", lead=prose("Notice one trigger."))
    on = session(task, clock=clock)
    on.answer("see-one", Done())
    assert last_task(on) is None
    clock.moment += days(1)
    assert last_task(on) == task
    looked_back(on, task, "not-yet")
    assert last_task(on) is None
    assert on.notebook.entries[0].fields == {"prompt": "see-one", "how": "not-yet"}
