"""The number of every question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from course.content import lesson as content
from course.content.prompts import Prompt


@dataclass(frozen=True, slots=True)
class Numbered:
    """A prompt with its number."""

    number: str
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Numbers:
    """All prompts of the book that were numbered so far, by id."""

    first: dict[str, Numbered]
    """Where a prompt is asked, not where it is asked again."""

    def of(self, prompt_id: str) -> Numbered | None:
        """The question of that id, if the book asks it."""
        return self.first.get(prompt_id)


def numbered(
    lessons: Iterable[content.Lesson],
) -> tuple[Numbers, dict[str, tuple[Numbered, ...]]]:
    """The numbers of all, and the numbered prompts of each lesson by its id.

    Lessons that share a number, as the pages before lesson 1 do, are counted through.
    """
    counted: Counter[int] = Counter()
    first: dict[str, Numbered] = {}
    of_lesson: dict[str, tuple[Numbered, ...]] = {}
    for lesson in lessons:
        found = []
        for prompt in lesson.prompts:
            counted[lesson.head.number] += 1
            each = Numbered(f"{lesson.head.number}.{counted[lesson.head.number]}", prompt)
            found.append(each)
            if prompt.kind != "again":
                first.setdefault(prompt.id, each)
        of_lesson[lesson.id] = tuple(found)
    return Numbers(first), of_lesson
