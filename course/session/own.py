"""The learner's own words, as menus and questions take them up again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from course.content.prompts import Option, Prompt, Rows
from course.content.prose import Line, Span, words
from course.notebook.answers import Answer, Listed, Tabled
from course.text import shown_line


@dataclass(frozen=True, slots=True)
class Drawn:
    """One row of the learner's own plan, to ask about."""

    when: str
    first: str
    """What was planned for it; empty where nothing is written yet."""
    row: str
    """The id of the row."""


def lines(answer: Answer | None, prompt: Prompt | None) -> tuple[str, ...]:
    """The lines of a list, or what stands in the first column of a table. None is empty."""
    found: list[str] = []
    if isinstance(answer, Listed):
        found = [item.text for item in answer.present]
    elif isinstance(answer, Tabled) and isinstance(prompt, Rows):
        found = [str(row.cells.get(prompt.columns[0].id, "")) for row in answer.present]
    return tuple(line for line in found if line.strip())


def offered(
    own: Iterable[str], menu: Iterable[Option], used: Iterable[str] = ()
) -> tuple[Line, ...]:
    """The lines of a menu: own ones, then those of the course; each once, and none in use."""
    taken = {shown_line(text) for text in used}
    found: dict[str, Line] = {}
    for line in (*((Span(shown_line(text)),) for text in own), *(option.words for option in menu)):
        found.setdefault(shown_line(words(line)), line)
    return tuple(line for text, line in found.items() if text not in taken)


def draw(answer: Answer | None, prompt: Prompt | None, dice: Random) -> Drawn | None:
    """A row to ask about: one that holds an answer, else one that can still be given one."""
    if not isinstance(answer, Tabled) or not isinstance(prompt, Rows) or len(prompt.columns) < 2:
        return None
    from course.plan.cells import cell_text  # a lesson's first page does without the plan

    when, first = prompt.columns[:2]
    rows = [
        Drawn(cell_text(row, when).strip(), cell_text(row, first).strip(), row.id)
        for row in answer.present
    ]
    asked = [row for row in rows if row.when]
    whole = [row for row in asked if row.first]
    return dice.choice(whole or asked) if asked else None
