"""One cell of a learner's table, in words."""

from __future__ import annotations

import re

from course.content.prompts import Column
from course.language import _
from course.notebook.units import Cell as Kept
from course.notebook.units import Row
from course.plan.dates import in_full
from course.plan.document import Cell, Fact, in_words

_SPEAK_FOR_THEMSELVES = ("one-of", "hours", "phone")
"""Shapes whose words need no title: they come from a menu, or are known by their look."""
_HINT = re.compile(r"\s*\([^()]*\)$")


def cell_of(row: Row, column: Column) -> Cell:
    """What the row holds in this column: words, or whether it is ticked."""
    value = row.cells.get(column.id, "")
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return rating(value, 100 if column.shape == "0-100" else 10)
    if column.shape == "date":
        return in_full(value)
    return next((entry.text for entry in column.menu if entry.id == value), value)


def cell_text(row: Row, column: Column) -> str:
    """The same in words; empty when it holds nothing."""
    return in_words(cell_of(row, column))


def fact_of(row: Row, column: Column) -> Fact:
    """The same with the words that say what it means, where it needs them."""
    speaks = column.shape in _SPEAK_FOR_THEMSELVES
    return Fact("" if speaks else short_title(column), cell_text(row, column))


def short_title(column: Column) -> str:
    """The title without what is said in brackets to the one who fills it in."""
    return _HINT.sub("", column.title) or column.title


def rating(value: int, high: int) -> str:
    """A number on its scale."""
    return _("{value} of {high}").format(value=value, high=high)


def bare_text(value: Kept) -> str:
    """A cell of a column no lesson knows any more."""
    return in_words(value) if isinstance(value, bool) else str(value)
