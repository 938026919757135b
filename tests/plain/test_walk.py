"""A whole lesson by lines: only ever added to, and fit for a voice or a braille line."""

from __future__ import annotations

import re
from random import Random

import pytest

from course.content.course import Course
from course.content.prompts import Again, Listing
from course.notebook.notebook import Notebook
from course.plain.walk import go_through
from course.session.session import Session
from tests.carried import CARRIED, FOLDER, STEPS
from tests.ours import our_course
from tests.plain.person import Person
from tests.session.small import Clock, choose, reading, session


def gone_through(on: Session, *replies: str, fast: bool = False) -> tuple[Person, bool]:
    person = Person(*replies)
    return person, go_through(person.talk, on, "lesson", fast=fast)


def test_enter_goes_on_to_the_end() -> None:
    on = session(reading("a"), choose(), reading("b"))
    person, done = gone_through(on, "", "", "")
    assert done
    assert on.notebook.places["lesson"].finished
    assert [line for line in person.heard if line.startswith("Step")] == [
        "Step 1 of 3",
        "Step 2 of 3",
        "Step 3 of 3",
    ]


def test_b_goes_back_q_leaves_and_r_says_it_again() -> None:
    on = session(reading("a"), reading("b"))
    person, done = gone_through(on, "", "b", "r", "q")
    assert not done
    steps = [line for line in person.heard if line.startswith("Step")]
    assert steps == ["Step 1 of 2", "Step 2 of 2", "Step 1 of 2", "Step 1 of 2"]
    assert on.notebook.places["lesson"].step == "a"


def test_who_leaves_in_the_middle_of_a_list_has_lost_nothing() -> None:
    on = session(Listing(id="list"))
    gone_through(on, "One")
    assert on.lines_of("list") == ("One",)


def test_after_an_answer_nothing_runs_on_before_enter() -> None:
    person, _done = gone_through(session(choose(), reading("b")), "#Ant", "", "")
    after = person.heard.index("Press Enter to go on, or b for back: ")
    assert person.heard.index("Answer: yes, that is it.") < after
    assert person.heard.index("Step 2 of 2") > after


def test_what_cannot_be_asked_here_is_said_and_passed() -> None:
    person, done = gone_through(session(Again(id="elsewhere")), "")
    assert done
    assert "What is asked here cannot be read on this machine." in person.heard


def every_line() -> Person:
    """Somebody who went through the lesson of every kind and answered all of it."""
    replies: list[str] = []
    for step in Course([FOLDER], "en").lesson("every-kind").steps:
        name = f"again-{step.id}" if isinstance(step, Again) else step.id
        if name not in STEPS:
            replies.append("")
        elif name == "again-my-triggers":
            replies += ["#Add one", "Numbat", ""]
        else:
            replies += CARRIED[name].first
            replies += [] if replies[-1] == "" else [""]
    session = Session(Course([FOLDER], "en"), Notebook(), [].append, Clock(), Random(1))
    person = Person(*replies)
    assert go_through(person.talk, session, "every-kind")
    assert person.unused == 0
    return person


@pytest.fixture(scope="module")
def person() -> Person:
    return every_line()


def test_all_that_is_said_is_plain_ascii_in_short_lines(person: Person) -> None:
    assert [line for line in person.heard if not re.fullmatch(r"[ -~]{0,80}", line)] == []


def test_every_question_stands_on_its_own_line_and_ends_as_one(person: Person) -> None:
    assert [q for q in person.questions if not q.endswith(": ") or "\n" in q] == []


def test_every_choice_says_what_enter_does(person: Person) -> None:
    assert [q for q in set(person.questions) if "Enter" not in q and "Which one?" not in q] == []


def test_every_voice_is_named(person: Person) -> None:
    for words in ("The article says:", "Newer research adds (", "Our own note:", "Safety: "):
        assert words in person.text


@pytest.mark.parametrize("name", [head.id for head in our_course().heads])
def test_our_lessons_can_be_gone_through_with_enter_alone(name: str) -> None:
    session = Session(our_course(), Notebook(), [].append, Clock(), Random(1))
    person = Person(*[""] * 200)
    assert go_through(person.talk, session, name)
    assert [line for line in person.heard if not re.fullmatch(r"[ -~]{0,80}", line)] == []
    assert not session.notebook.answers
