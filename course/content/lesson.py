"""A lesson: its head, its steps in the order of the file, and the facilitator's cards."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import SerializeAsAny

from course.content.heads import Head
from course.content.prompts import Frozen, Prompt
from course.content.prose import Prose

VoiceName = Literal["", "article", "research", "course", "safety", "summary"]


class Passage(Frozen):
    """Some prose and who says it. ``""`` is the lesson itself."""

    voice: VoiceName = ""
    refs: tuple[str, ...] = ()
    """Claim numbers of the article, ids of sources, or the name of a safety text."""
    title: str = ""
    """The title of the safety text; else empty."""
    prose: Prose = ()
    line: int = 0
    """Where it begins in its file, counted from 1."""


class Reading(Frozen):
    """A step that only tells. One idea, one screen."""

    id: str
    title: str
    passages: tuple[Passage, ...] = ()
    line: int = 0


Step: TypeAlias = Reading | SerializeAsAny[Prompt]


class CardPart(Frozen):
    """One part of a facilitator's card: what to say, to ask, to watch for."""

    id: str
    """One of ``cards.PARTS``."""
    name: str
    """Its heading as written."""
    prose: Prose = ()


class Card(Frozen):
    """One part of a facilitator's run sheet."""

    name: str
    minutes: tuple[int, int]
    """In a group of 60 minutes, and in one of 90."""
    show: str = ""
    poll: Literal["", "hands", "secret"] = ""
    parts: tuple[CardPart, ...] = ()
    line: int = 0


class Lesson(Frozen):
    """One lesson file, read whole."""

    head: Head
    steps: tuple[Step, ...]
    cards: tuple[Card, ...] = ()

    @property
    def id(self) -> str:
        """The name of the file without its number."""
        return self.head.id

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """All steps that ask something."""
        return tuple(step for step in self.steps if isinstance(step, Prompt))


def step_id(step: Step) -> str:
    """How places name a step: stable when steps are added, moved or reworded."""
    return f"again-{step.id}" if isinstance(step, Prompt) and step.kind == "again" else step.id
