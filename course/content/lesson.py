"""A lesson: its head, its steps in the order of the file, and the facilitator's cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from course.content.heads import Head
from course.content.prose import Prose

if TYPE_CHECKING:
    from course.content.prompts import Prompt

VoiceName = Literal["", "article", "research", "course", "safety", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some prose and who says it. ``""`` is the lesson itself."""

    voice: VoiceName = ""
    refs: tuple[str, ...] = ()
    """Claim numbers of the article, ids of sources, or the name of a safety text."""
    title: str = ""
    """The title of the safety text; else empty."""
    prose: Prose = ()
    line: int = 0
    """Where it begins in its file, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A step that only tells. One idea, one screen."""

    id: str
    title: str
    passages: tuple[Passage, ...] = ()
    line: int = 0


Step: TypeAlias = "Reading | Prompt"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPart:
    """One part of a facilitator's card: what to say, to ask, to watch for."""

    id: str
    """One of ``cards.PARTS``."""
    name: str
    """Its heading as written."""
    prose: Prose = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One part of a facilitator's run sheet."""

    name: str
    minutes: tuple[int, int]
    """In a group of 60 minutes, and in one of 90."""
    show: str = ""
    poll: Literal["", "hands", "secret"] = ""
    parts: tuple[CardPart, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
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
        return tuple(step for step in self.steps if not isinstance(step, Reading))


def step_id(step: Step) -> str:
    """How places name a step: stable when steps are added, moved or reworded."""
    asked_again = not isinstance(step, Reading) and step.kind == "again"
    return f"again-{step.id}" if asked_again else step.id
