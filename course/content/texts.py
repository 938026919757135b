"""Everything a lesson says, text by text: what each is for, and the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from course.content.lesson import Card, Lesson, Passage, Reading
from course.content.prompts import Frozen, Prompt
from course.content.prose import Items, Para, Span, plain, words

Role = Literal["head", "title", "reading", "asked", "feedback", "card"]
"""``asked`` is all of a prompt that is no reason; ``card`` is for the facilitator alone."""

_NOT_SAID = {"id", "kind", "box", "to", "source", "shape", "name", "refs", "voice", "poll", "show"}
_FEEDBACK = {"why"}


@dataclass(frozen=True, slots=True)
class Text:
    """Words somebody reads."""

    line: int
    """Where it begins in its file, or the line of the div that holds it."""
    words: str
    role: Role
    voice: str = ""


def texts_of(lesson: Lesson) -> Iterator[Text]:
    """All texts of a lesson file, in order. Safety texts are not its own and are left out."""
    head = lesson.head
    yield Text(2, head.title, "head")
    yield Text(2, head.summary, "head")
    yield from (Text(2, goal, "head") for goal in head.goals)
    for step in lesson.steps:
        if isinstance(step, Reading):
            yield from _reading(step)
        else:
            yield from _prompt(step)
    for card in lesson.cards:
        yield from _card(card)


def for_learners(lesson: Lesson) -> list[Text]:
    """What a learner reads in the lesson itself: no settings, no cards."""
    return [text for text in texts_of(lesson) if text.role not in {"head", "card"}]


def _reading(reading: Reading) -> Iterator[Text]:
    own = [passage for passage in reading.passages if passage.voice != "safety"]
    if own:
        yield Text(reading.line, reading.title, "title")
    for passage in own:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[Text]:
    for block in passage.prose:
        yield Text(passage.line, plain((block,)), "reading", passage.voice)


def _card(card: Card) -> Iterator[Text]:
    for part in card.parts:
        yield Text(card.line, plain(part.prose), "card")


def _prompt(prompt: Prompt) -> Iterator[Text]:
    yield from _said(prompt, prompt.line, "asked")


def _said(value: object, line: int, role: Role) -> Iterator[Text]:
    if isinstance(value, Frozen):
        line = getattr(value, "line", line) or line
        for name in type(value).model_fields:
            if name not in _NOT_SAID:
                yield from _said(getattr(value, name), line, _role(name, role))
    elif isinstance(value, Para | Items):
        yield Text(line, plain((value,)), role)
    elif isinstance(value, str) and value:
        yield Text(line, value, role)
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            yield Text(line, words(value), role)
        else:
            for one in value:
                yield from _said(one, line, role)


def _role(field: str, role: Role) -> Role:
    return "feedback" if field in _FEEDBACK else role
