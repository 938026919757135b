"""A way through one lesson: which steps, and where one stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from course.content.lesson import Lesson, Passage, Reading, Step, step_id


@dataclass(frozen=True, slots=True)
class Walk:
    """A lesson, the steps to go through, and the one that is shown. Replaced by each move."""

    lesson: Lesson
    steps: tuple[Step, ...]
    index: int = 0

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.index]

    @property
    def step_id(self) -> str:
        """How places name it."""
        return step_id(self.step)

    @property
    def at_start(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.index == 0

    @property
    def at_end(self) -> bool:
        """Whether the lesson ends after this step."""
        return self.index == len(self.steps) - 1

    def looks_like(self, other: Walk) -> bool:
        """Whether both stand on the same page, with as many before and behind it."""
        there = other.step, other.index, len(other.steps)
        return (self.step, self.index, len(self.steps)) == there

    def moved(self, by: int) -> Walk:
        """One further on or back; stays where the lesson begins or ends."""
        return replace(self, index=max(0, min(len(self.steps) - 1, self.index + by)))

    def standing_at(self, wanted: str, seen: Collection[str] = ()) -> Walk:
        """At the step of that name; where it is no longer there, after the last one ``seen``."""
        ids = [step_id(step) for step in self.steps]
        if wanted in ids:
            return replace(self, index=ids.index(wanted))
        after = max((number + 1 for number, name in enumerate(ids) if name in seen), default=0)
        return replace(self, index=min(after, len(ids) - 1))


def walk_through(lesson: Lesson, *, fast: bool = False) -> Walk:
    """The whole lesson, or (``fast``) its questions without the reading.

    Safety texts, the summary and everything that is written into the plan are never skipped.
    """
    steps = lesson.steps
    return Walk(lesson, _without_reading(steps) if fast else steps)


def _without_reading(steps: Sequence[Step]) -> tuple[Step, ...]:
    kept = tuple(step for step in steps if not isinstance(step, Reading) or _must_be_read(step))
    return kept or tuple(steps)


def _must_be_read(step: Reading) -> bool:
    return any(_is_kept(passage) for passage in step.passages)


def _is_kept(passage: Passage) -> bool:
    return passage.voice in ("safety", "summary")
