"""One answer as blocks of the plan, by the shape of the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from course.content.prompts import Choose, Order, Prompt, Rows, Sort
from course.notebook.answers import Answer, Chosen, Listed, Rated, Said, Tabled
from course.notebook.units import Unit
from course.plan.cells import bare_text, cell_text, rating
from course.plan.contacts import contact_of, is_about_people
from course.plan.document import Block, Contacts, Points, Table, Words

Mark = Literal["point", "number", "tick"]
_MARKS: dict[str, Mark] = {"ticks": "tick", "steps": "number"}
_IN_LINES = ("bullets", "ticks", "steps")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a section wants its answers shown."""

    show: str = "bullets"
    sharing: bool = False
    """Leave out what the learner marked private."""

    @property
    def mark(self) -> Mark:
        """What stands before each line."""
        return _MARKS.get(self.show, "point")

    def gives(self, private: bool) -> bool:
        """Whether it may be shown here."""
        return not (private and self.sharing)


def blocks_of(answer: Answer, prompt: Prompt | None, manner: Manner) -> tuple[Block, ...]:
    """The answer in blocks; none when there is nothing to show."""
    if isinstance(answer, Listed):
        items = [item.text for item in answer.present if manner.gives(item.private)]
        return _points(items, manner)
    if isinstance(answer, Tabled):
        return _rows(answer, prompt, manner)
    if isinstance(answer, Said):
        return (Words(answer.text),) if manner.gives(answer.private) and not answer.empty else ()
    if isinstance(answer, Rated):
        return (Words(rating(answer.value, answer.high)),)
    if isinstance(answer, Chosen):
        return _points(chosen_words(answer, prompt), manner)
    return ()


def chosen_words(answer: Chosen, prompt: Prompt | None) -> tuple[str, ...]:
    """The picks in today's words while their ids exist, else as they were shown."""
    today: dict[str, str] = {}
    if isinstance(prompt, Choose | Order):
        today = {option.id: option.text for option in prompt.options}
    elif isinstance(prompt, Sort):
        today = {item.id: item.text for item in prompt.items}
    return tuple(today.get(pick.id) or pick.words for pick in answer.picks)


def _points(texts: Iterable[str], manner: Manner) -> tuple[Block, ...]:
    kept = tuple(text for text in texts if text.strip())
    return (Points(kept, manner.mark),) if kept else ()


def _rows(answer: Tabled, prompt: Prompt | None, manner: Manner) -> tuple[Block, ...]:
    rows = tuple(row for row in answer.present if manner.gives(row.private) and _says(row))
    if not rows:
        return ()
    if not isinstance(prompt, Rows):
        return _points((_joined(map(bare_text, row.cells.values())) for row in rows), manner)
    if is_about_people(prompt):
        return (Contacts(tuple(contact_of(row, prompt) for row in rows)),)
    columns = [c for c in prompt.columns if not (manner.show == "pairs" and "0-" in c.shape)]
    lines = [tuple(cell_text(row, column) for column in columns) for row in rows]
    used = [n for n in range(len(columns)) if n < 2 or any(line[n] for line in lines)]
    if manner.show in _IN_LINES or len(used) < 2:
        return _points((_joined(line) for line in lines), manner)
    heads = tuple(columns[n].title for n in used)
    return (Table(heads, tuple(tuple(line[n] for n in used) for line in lines)),)


def _says(row: Unit) -> bool:
    cells: dict[str, object] = getattr(row, "cells", {})
    return any(str(value).strip() for value in cells.values() if value is not False)


def _joined(texts: Iterable[str]) -> str:
    return " – ".join(text for text in texts if text.strip())
