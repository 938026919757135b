"""Everything a lesson says, text by text: what each is for, and the line it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from course.content.lesson import Card, Lesson, Passage, Reading
from course.content.prompts import Frozen, Prompt
from course.content.prose import Items, Para, Span, lines_of, plain

Role = Literal["head", "title", "reading", "safety", "asked", "feedback", "card", "program"]
"""``asked`` is all of a prompt that is no reason; ``card`` is for the facilitator alone; ``safety``
is a text from a file of its own and is measured there; ``program`` is no lesson at all."""

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
    bold: str = ""
    """Those of its words that are bold."""


def texts_of(lesson: Lesson) -> Iterator[Text]:
    """All texts of a lesson, in order."""
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
    """What a learner reads that stands in the lesson's own file: no settings, no cards."""
    return [text for text in texts_of(lesson) if text.role not in {"head", "card", "safety"}]


def _reading(reading: Reading) -> Iterator[Text]:
    if any(passage.voice != "safety" for passage in reading.passages):
        yield Text(reading.line, reading.title, "title")
    for passage in reading.passages:
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[Text]:
    role: Role = "safety" if passage.voice == "safety" else "reading"
    for block in passage.prose:
        yield _text(block, passage.line, role, passage.voice)


def _text(block: Para | Items, line: int, role: Role, voice: str = "") -> Text:
    spans = [span for each in lines_of(block) for span in each if span.mark == "strong"]
    return Text(line, plain((block,)), role, voice, "\n".join(span.text for span in spans))


def line_with(lines: Sequence[str], words: str, start: int) -> int:
    """The first line from ``start`` on (counted from 1) that holds the words; else ``start``."""
    wanted = words.lower().replace("’", "'")
    for number in range(max(start, 1), len(lines) + 1):
        if wanted in lines[number - 1].lower().replace("’", "'").replace("*", ""):
            return number
    return start


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
        yield _text(value, line, role)
    elif isinstance(value, str) and value:
        yield Text(line, value, role)
    elif isinstance(value, tuple):
        yield from _each(value, line, role)


def _each(values: tuple[object, ...], line: int, role: Role) -> Iterator[Text]:
    """What a tuple says: a line of spans is one text."""
    spans = tuple(one for one in values if isinstance(one, Span))
    if spans:
        yield _text(Para(spans), line, role)
    else:
        for one in values:
            yield from _said(one, line, role)


def _role(field: str, role: Role) -> Role:
    return "feedback" if field in _FEEDBACK else role
