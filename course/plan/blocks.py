"""One answer as blocks of the plan, by the shape of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from course.content.prompts import Choose, Column, Order, Prompt, Rows, Sort
from course.notebook.answers import Answer, Chosen, Listed, Rated, Said, Tabled
from course.notebook.units import Row, Unit
from course.plan.cells import bare_text, cell_of, cell_text, fact_of, rating, short_title
from course.plan.contacts import contact_of, is_about_people
from course.plan.document import (
    Block,
    Contacts,
    Detail,
    Details,
    Mark,
    Points,
    Table,
    Words,
)

_MARKS: dict[str, Mark] = {"ticks": "tick", "steps": "number"}
_IN_LINES = ("bullets", "ticks", "steps")

Asked: TypeAlias = Callable[[], Prompt | None]
"""Finds what asked for an answer. Lists and own words are plain without it: then no lesson is
opened for it."""


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


def blocks_of(answer: Answer, asked: Asked, manner: Manner) -> tuple[Block, ...]:
    """The answer in blocks; none when there is nothing to show."""
    if isinstance(answer, Listed):
        items = [item.text for item in answer.present if manner.gives(item.private)]
        return _points(items, manner)
    if isinstance(answer, Tabled):
        return _rows(answer, asked(), manner)
    if isinstance(answer, Said):
        return (Words(answer.text),) if manner.gives(answer.private) and not answer.empty else ()
    if isinstance(answer, Rated):
        return (Words(rating(answer.value, answer.high)),)
    if isinstance(answer, Chosen):
        return _points(chosen_words(answer, asked()), manner)
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
    if manner.show in _IN_LINES or len(prompt.columns) < 2:
        return _details(rows, prompt.columns, manner.mark)
    if manner.show == "week":
        return (_week(rows, prompt.columns),)
    columns = [c for c in prompt.columns if not (manner.show == "pairs" and "0-" in c.shape)]
    return (_table(rows, columns),)


def _details(rows: Sequence[Row], columns: Sequence[Column], mark: Mark) -> tuple[Block, ...]:
    """A line for each row: its first column, then the others with what they mean."""
    box = next((c for c in columns if c.shape == "tick"), None) if mark == "tick" else None
    lines = tuple(_detail(row, [c for c in columns if c is not box], box) for row in rows)
    if any(line.facts or line.ticked for line in lines):
        return (Details(lines, mark),)
    return (Points(tuple(line.text for line in lines), mark),)


def _detail(row: Row, columns: Sequence[Column], box: Column | None) -> Detail:
    facts = [fact for column in columns if (fact := fact_of(row, column)).words.strip()]
    # A first column needs no title, unless it is empty and another stands in its place.
    text = cell_text(row, columns[0])
    if text.strip():
        facts = facts[1:]
    elif facts:
        text = facts.pop(0).told
    return Detail(text, tuple(facts), box is not None and cell_of(row, box) is True)


def _table(rows: Sequence[Row], columns: Sequence[Column]) -> Table:
    lines = [tuple(cell_of(row, column) for column in columns) for row in rows]
    used = [n for n in range(len(columns)) if n < 2 or any(line[n] for line in lines)]
    heads = tuple(short_title(columns[n]) for n in used)
    return Table(heads, tuple(tuple(line[n] for n in used) for line in lines))


def _week(rows: Sequence[Row], columns: Sequence[Column]) -> Table:
    """One row with a cell for each day that holds something, in the order of the days."""
    day, rest = columns[0], columns[1:]
    held: dict[str, list[str]] = {entry.text: [] for entry in day.menu}
    for row in rows:
        if words := _joined((cell_text(row, column) for column in rest), " · "):
            held.setdefault(cell_text(row, day), []).append(words)
    days = {name: ";\n".join(lines) for name, lines in held.items() if lines}
    return Table(tuple(days), (tuple(days.values()),))


def _says(row: Unit) -> bool:
    cells: dict[str, object] = getattr(row, "cells", {})
    return any(str(value).strip() for value in cells.values() if value is not False)


def _joined(texts: Iterable[str], by: str = " – ") -> str:
    return by.join(text for text in texts if text.strip())
