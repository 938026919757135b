"""The learner's own words, as menus and questions take them up again."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from course.content.prompts import Prompt, Rows
from course.notebook.answers import Answer, Listed, Tabled
from course.notebook.units import Row


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of the learner's own plan, to ask about."""

    when: str
    first: str


def lines(answer: Answer | None, prompt: Prompt | None) -> tuple[str, ...]:
    """The lines of a list, or what stands in the first column of a table. None is empty."""
    found: list[str] = []
    if isinstance(answer, Listed):
        found = [item.text for item in answer.present]
    elif isinstance(answer, Tabled) and isinstance(prompt, Rows):
        found = [_words(row, prompt.columns[0].id) for row in answer.present]
    return tuple(line for line in found if line.strip())


def draw(answer: Answer | None, prompt: Prompt | None, dice: Random) -> Drawn | None:
    """A row whose first two columns are filled; None where there is none."""
    if not isinstance(answer, Tabled) or not isinstance(prompt, Rows):
        return None
    when, first, *_ = (*(column.id for column in prompt.columns), "", "")
    pairs = [Drawn(_words(row, when), _words(row, first)) for row in answer.present]
    whole = [pair for pair in pairs if pair.when.strip() and pair.first.strip()]
    return dice.choice(whole) if whole else None


def _words(row: Row, column: str) -> str:
    return str(row.cells.get(column, ""))
