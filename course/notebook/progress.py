"""How far a learner is. Counts only what cannot be lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from course.content.heads import Head
from course.notebook.notebook import Notebook

State = Literal["new", "begun", "done"]


def state(notebook: Notebook, lesson_id: str) -> State:
    """Where a lesson stands. Once done it stays done."""
    place = notebook.places.get(lesson_id)
    if place is None:
        return "new"
    return "done" if place.finished else "begun"


def next_lesson(heads: Sequence[Head], notebook: Notebook) -> Head | None:
    """The lesson to go on with: one begun, else the first new one; None when all are done."""
    readable = [head for head in heads if not head.broken]
    begun = [head for head in readable if state(notebook, head.id) == "begun"]
    new = [head for head in readable if state(notebook, head.id) == "new"]
    last = max(begun, key=lambda head: notebook.places[head.id].at, default=None)
    return last or (new[0] if new else None)
