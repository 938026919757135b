"""Every step of every lesson by lines, every prompt answered, and all of it in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from random import Random

import pytest

from course.content.prompts import AskMyPlan, Prompt
from course.notebook.notebook import Notebook
from course.plain.talk import Talk
from course.plain.walk import go_through
from course.plan.build import build
from course.plan.laid import laid_out
from course.session.session import Session
from tests.ours import our_course
from tests.session.small import Clock

COURSE = our_course()
IDS = [head.id for head in COURSE.heads]
NUMBERS = {*range(18), 19, 20, 22}
"""The sections of the plan that the lessons fill; 18 and 21 belong to other days."""
WORD = re.compile(r"heron\d+")


class Answering:
    """Answers whatever is asked, in words that nobody else would have written."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._words: Iterator[str] = (f"heron{number}" for number in count(1))
        self._added = False
        self.talk = Talk(self._hear, self._reply)

    def _hear(self, line: str) -> None:
        self.heard.append(line)
        if re.match(r"Step \d+ of \d+", line):
            self._added = False

    def _reply(self, question: str) -> str:
        if "your own words" in question:
            return next(self._words)
        if question.startswith("Type a number to change this"):
            return self._one_more()
        if "in the right order" in question:
            return " ".join(map(str, range(1, self._numbered() + 1)))
        if question.startswith("Type a number from"):
            return "7"
        return "1" if "number" in question else ""

    def _one_more(self) -> str:
        """To a list that is met again something is added, once, where there is room."""
        recent = self.heard[len(self.heard) - 1 - self.heard[::-1].index("What you can do:") :]
        again, self._added = not self._added and "1. Add one" in recent, True
        return "1" if again else ""

    def _numbered(self) -> int:
        """How many lines were numbered last."""
        found = (re.match(r"(\d+)\. ", line) for line in reversed(self.heard))
        return next(int(match[1]) for match in found if match)


def shuffled() -> list[str]:
    order = list(IDS)
    Random(12).shuffle(order)
    return order


@pytest.mark.parametrize("order", [IDS, shuffled()], ids=["in order", "in another order"])
def test_all_that_is_answered_in_twelve_lessons_stands_in_the_plan(order: list[str]) -> None:
    learner = Answering()
    session = Session(COURSE, Notebook(), [].append, Clock(), Random(1))
    for lesson_id in order:
        assert go_through(learner.talk, session, lesson_id)
        assert session.notebook.places[lesson_id].finished
    assert not [line for line in learner.heard if "{" in line]
    assert _unanswered(session, order) == []

    number = {section.id: section.number for section in COURSE.outline.sections}
    laid = [each for each in laid_out(COURSE, session.notebook, region="US") if each.prompt_ids]
    assert {number[each.part.id] for each in laid} == NUMBERS
    for each in laid:
        held = set(WORD.findall(str(each.part.blocks)))
        assert held, each.part.title
        assert held == _own_words(session, each.prompt_ids)

    today = datetime(2026, 5, 1, tzinfo=UTC).date()
    plan = build(COURSE, session.notebook, "large", today=today, region="US")
    sources = {name for section in COURSE.outline.sections for name in section.sources}
    said = _own_words(session, sources)
    assert len(said) > 100
    assert said - set(WORD.findall(str(plan))) == set()


def _own_words(session: Session, prompt_ids: Iterable[str]) -> set[str]:
    """What was written for these prompts."""
    answers = [session.notebook.answers[name] for name in prompt_ids]
    return {word for answer in answers for word in WORD.findall(answer.model_dump_json())}


def _unanswered(session: Session, order: list[str]) -> list[str]:
    """Prompts without an answer. One's own plan cannot be asked about before it is begun."""
    prompts: list[Prompt] = [prompt for name in order for prompt in COURSE.lesson(name).prompts]
    return [
        prompt.id
        for prompt in prompts
        if session.answer_to(prompt.id) is None
        and not (isinstance(prompt, AskMyPlan) and order != IDS)
    ]
