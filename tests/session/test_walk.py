"""The way through a lesson: on, back, leaving and coming back."""

from __future__ import annotations

import pytest

from course.content.lesson import Step
from course.content.prompts import Again, Listing, Rows, Task, Write
from course.errors import Missing
from course.notebook.notebook import Notebook
from course.session.session import Session
from course.session.walk import walk_through
from tests.session.small import choose, lesson, prose, reading, session

STEPS = (reading("a"), choose(), reading("b"), Task(id="c"), reading("d"))


def left_at(*steps: Step, after: int) -> Notebook:
    """What is kept of somebody who went on so many times."""
    first = session(*steps)
    gone_on(first, after)
    return first.notebook


def gone_on(on: Session, times: int, *, fast: bool = False) -> None:
    walk = on.enter("lesson", fast=fast)
    for _ in range(times):
        walk = on.on(walk)


def ids(walk_steps: tuple[Step, ...]) -> list[str]:
    return [step.id for step in walk_steps]


def test_a_lesson_begins_at_its_first_step() -> None:
    walk = session(*STEPS).enter("lesson")
    assert (walk.step_id, walk.at_start, walk.at_end) == ("a", True, False)


@pytest.mark.parametrize("after", range(5))
def test_who_leaves_lands_on_the_same_step(after: int) -> None:
    again = session(*STEPS, notebook=left_at(*STEPS, after=after), seed=2)
    assert again.enter("lesson").index == after


def test_who_went_back_and_left_lands_there() -> None:
    first = session(*STEPS)
    first.back(first.on(first.on(first.enter("lesson"))))
    assert session(*STEPS, notebook=first.notebook).enter("lesson").step_id == "choose"


def test_a_step_keeps_its_place_when_steps_are_put_before_it() -> None:
    kept = left_at(*STEPS, after=2)
    assert session(reading("new"), *STEPS, notebook=kept).enter("lesson").step_id == "b"


def test_a_renamed_step_is_found_by_what_was_seen_before_it() -> None:
    renamed = (*STEPS[:2], reading("bee"), *STEPS[3:])
    again = session(*renamed, notebook=left_at(*STEPS, after=2))
    assert again.enter("lesson").step_id == "bee"


def test_when_the_last_step_is_renamed_one_lands_on_the_last_step() -> None:
    renamed = (*STEPS[:4], reading("end"))
    assert session(*renamed, notebook=left_at(*STEPS, after=4)).enter("lesson").step_id == "end"


def test_a_lesson_written_anew_begins_at_its_first_step() -> None:
    anew = (reading("x"), reading("y"))
    assert session(*anew, notebook=left_at(*STEPS, after=3)).enter("lesson").step_id == "x"


def test_back_stops_at_the_first_step() -> None:
    on = session(*STEPS)
    walk = on.enter("lesson")
    assert on.back(on.back(walk)).step_id == "a"


def test_an_again_has_a_place_of_its_own() -> None:
    steps = (Listing(id="mine"), reading("a"), Again(id="mine"))
    assert session(*steps, notebook=left_at(*steps, after=2)).enter("lesson").index == 2


def test_going_on_from_the_last_step_finishes_the_lesson() -> None:
    on = session(reading("a"))
    assert on.on(on.enter("lesson")) is None
    assert on.notebook.places["lesson"].finished


def test_a_finished_lesson_opens_at_its_first_step_and_stays_finished() -> None:
    again = session(*STEPS, notebook=left_at(*STEPS, after=5))
    walk = again.on(again.enter("lesson"))
    assert walk is not None
    assert (walk.index, again.notebook.places["lesson"].finished) == (1, True)


def test_leaving_a_finished_lesson_in_the_middle_lands_there_again() -> None:
    second = session(*STEPS, notebook=left_at(*STEPS, after=5))
    second.on(second.on(second.enter("lesson")))
    assert session(*STEPS, notebook=second.notebook).enter("lesson").index == 2


def test_what_was_seen_never_grows_smaller() -> None:
    on = session(*STEPS)
    walk = on.enter("lesson")
    seen: list[int] = []
    for move in (on.on, on.on, on.back, on.back, on.on, on.on, on.on):
        walk = move(walk)
        seen.append(len(on.notebook.places["lesson"].seen))
    assert seen == [1, 2, 2, 2, 2, 2, 3]


def test_every_move_is_kept_at_once() -> None:
    kept: list[Notebook] = []
    on = session(*STEPS, kept=kept)
    on.on(on.enter("lesson"))
    assert kept[-1] is on.notebook
    assert kept[-1].places["lesson"].step == "choose"


def test_standing_still_keeps_nothing_anew() -> None:
    kept: list[Notebook] = []
    on = session(*STEPS, kept=kept)
    on.enter("lesson")
    on.enter("lesson")
    assert len(kept) == 1


def test_a_lesson_that_is_not_there_is_missing() -> None:
    with pytest.raises(Missing):
        session(*STEPS).enter("elsewhere")


def test_the_fast_path_leaves_reading_out_but_never_safety_nor_the_summary() -> None:
    steps = (reading("a"), choose(), reading("safe", "safety"), reading("end", "summary"))
    assert ids(walk_through(lesson(*steps), fast=True).steps) == ["choose", "safe", "end"]


def test_the_fast_path_keeps_all_that_is_written_into_the_plan() -> None:
    steps = (Listing(id="l"), reading("a"), Rows(id="r", columns=()), Write(id="w"), Again(id="l"))
    assert ids(walk_through(lesson(*steps), fast=True).steps) == ["l", "r", "w", "l"]


def test_the_fast_path_of_a_lesson_that_only_tells_is_the_lesson() -> None:
    assert ids(walk_through(lesson(reading("a"), reading("b")), fast=True).steps) == ["a", "b"]


def test_who_changes_to_the_fast_path_goes_on_from_there() -> None:
    again = session(*STEPS, notebook=left_at(*STEPS, after=2))
    assert again.enter("lesson", fast=True).step_id == "c"


def test_the_country_is_put_into_safety_texts() -> None:
    on = session(*STEPS)
    on.choose(region="UK")
    assert on.filled(prose("Call {emergency}. {other}")) == prose("Call 999. {other}")
