"""A glimpse of a lesson shows nothing that the whole lesson does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.content.course import Course
from course.content.glimpse import glimpse, stands_alone
from course.content.heads import Head, read_head
from course.content.lesson import Reading, step_id
from tests.ours import our_course

EVERY_KIND = Course([Path(__file__).parents[1] / "course"], "en").lesson("every-kind")


@pytest.mark.parametrize("head", our_course().heads, ids=lambda head: head.id)
def test_it_has_the_same_steps_in_the_same_order(head: Head) -> None:
    seen, whole = glimpse(head).steps, our_course().lesson(head.id).steps
    assert [step_id(step) for step in seen] == [step_id(step) for step in whole]


@pytest.mark.parametrize("head", our_course().heads, ids=lambda head: head.id)
def test_the_first_page_stands_alone_so_that_it_comes_at_once(head: Head) -> None:
    assert stands_alone(glimpse(head).steps[0])


@pytest.mark.parametrize("head", our_course().heads, ids=lambda head: head.id)
def test_a_page_that_stands_alone_is_the_page_of_the_lesson(head: Head) -> None:
    alone = {step.id: step for step in glimpse(head).steps if stands_alone(step)}
    whole = {step.id: step for step in our_course().lesson(head.id).steps}
    assert alone
    assert alone == {name: whole[name] for name in alone}


def test_questions_safety_texts_sources_and_local_numbers_do_not_stand_alone() -> None:
    for head in our_course().heads:
        for step in our_course().lesson(head.id).steps:
            if stands_alone(step):
                assert isinstance(step, Reading)
                assert {each.voice for each in step.passages} <= {
                    "",
                    "article",
                    "course",
                    "summary",
                }
                assert "{emergency}" not in repr(step)


def test_every_kind_of_prompt_has_its_place() -> None:
    seen = glimpse(EVERY_KIND.head).steps
    assert [step_id(step) for step in seen] == [step_id(step) for step in EVERY_KIND.steps]


def test_of_a_file_that_cannot_be_read_there_is_nothing_to_see(tmp_path: Path) -> None:
    assert glimpse(read_head(tmp_path / "01-gone.md", "en")).steps == ()
