"""Taking words out for good: what stays says that something was there, and nothing of what.

A tombstone stays, with a counter one higher, so that a copy elsewhere forgets the words too when
the two meet. Older generations on the disk are the store's affair.
"""

from __future__ import annotations

from typing import Any, TypeVar

from course.notebook.answers import Answer, Chosen, Listed, Rated, Said, Tabled
from course.notebook.notebook import Entry, Notebook
from course.notebook.times import NEVER
from course.notebook.units import Item, Row, Unit, Units

U = TypeVar("U", bound=Unit)


def without(notebook: Notebook, unit_id: str, by: str) -> Notebook:
    """With the words of this line, row or entry gone, wherever it stands."""
    entries = _without(notebook.entries, unit_id, by)
    if entries is not notebook.entries:
        notebook = notebook.model_copy(update={"entries": entries})
    for prompt_id, answer in notebook.answers.items():
        for units in _units_of(answer):
            left = _without(getattr(answer, units), unit_id, by)
            if left is not getattr(answer, units):
                notebook = notebook.answered(prompt_id, _by(answer, by, **{units: left}))
    return notebook


def without_answer(notebook: Notebook, prompt_id: str, by: str) -> Notebook:
    """With all that was answered there gone."""
    answer = notebook.answers.get(prompt_id)
    if answer is None:
        return notebook
    for units in _units_of(answer):
        blank = tuple(_blank(unit, by) for unit in getattr(answer, units))
        return notebook.answered(prompt_id, _by(answer, by, **{units: blank}))
    return notebook.answered(prompt_id, Said(at=NEVER, by=by))


def words_of(answer: Answer) -> tuple[str, ...]:
    """What would go with an answer, also what was taken out of it and is still kept."""
    for field in _units_of(answer):
        return tuple(filter(None, map(words_in, getattr(answer, field))))
    if isinstance(answer, Chosen):
        return tuple(pick.words or pick.id for pick in answer.picks)
    if isinstance(answer, Rated):
        return (f"{answer.value} / {answer.high}",)
    return (answer.text,) if isinstance(answer, Said) and answer.text.strip() else ()


def words_in(unit: Unit) -> str:
    """What is written on a line, or in the cells of a row."""
    if isinstance(unit, Item):
        return unit.text
    cells = unit.cells.values() if isinstance(unit, Row) else ()
    return " · ".join(cell for cell in cells if isinstance(cell, str) and cell)


def taken_out(notebook: Notebook) -> tuple[Unit, ...]:
    """The lines and rows that were taken out and whose words are still kept."""
    units = (
        unit
        for answer in notebook.answers.values()
        for field in _units_of(answer)
        for unit in getattr(answer, field)
    )
    return tuple(unit for unit in units if unit.gone and words_in(unit))


def _units_of(answer: Answer) -> tuple[str, ...]:
    """The field that holds an answer's items or rows, if it has one."""
    return ("items",) if isinstance(answer, Listed) else ("rows",) * isinstance(answer, Tabled)


def _by(answer: Answer, by: str, **changes: Any) -> Answer:
    return answer.model_copy(update={**changes, "by": by})


def _without(units: Units[U], unit_id: str, by: str) -> Units[U]:
    if all(unit.id != unit_id for unit in units):
        return units
    return tuple(_blank(unit, by) if unit.id == unit_id else unit for unit in units)


def _blank(unit: U, by: str) -> U:
    """A tombstone with nothing on it. What later versions wrote on it goes, too."""
    fields: dict[type[Unit], dict[str, Any]] = {
        Item: {"text": ""},
        Row: {"cells": {}},
        Entry: {"kind": "", "at": NEVER, "fields": {}},
    }
    return type(unit)(id=unit.id, rev=unit.rev + 1, by=by, gone=True, **fields[type(unit)])
