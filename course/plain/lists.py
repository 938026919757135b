"""Asking for a list of own lines, and for a table column by column."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.prompts import Column, Listing, Rows
from course.language import _
from course.notebook.answers import Listed, Tabled
from course.notebook.units import Cell, Item, Row
from course.plain.say import own_words
from course.plain.talk import Answered, Talk
from course.plain.units import Editor
from course.session.session import Session

Cells = dict[str, Cell]


def listing(talk: Talk, session: Session, prompt: Listing) -> Iterator[Answered]:
    """Own lines, each change kept at once."""
    menu = [option.text for option in prompt.menu]

    def new() -> Item | None:
        text = own_words(talk, menu)
        return session.pen.item(text) if text else None

    def reworded(item: Item) -> dict[str, str]:
        return {"text": own_words(talk, (), now=item.text)}

    before = session.answer_to(prompt.id)
    answer = before if isinstance(before, Listed) else Listed()
    editor = Editor(talk, session.pen, prompt.most, lambda item: item.text, new, reworded)
    for items in editor.edited(answer.items):
        yield Answered(prompt.id, answer.model_copy(update={"items": items}))


def rows(talk: Talk, session: Session, prompt: Rows) -> Iterator[Answered]:
    """Rows, asked column by column, each change kept at once."""

    def new() -> Row | None:
        cells = _cells(talk, session, prompt.columns, {})
        return session.pen.row(cells) if cells else None

    def reworded(row: Row) -> dict[str, Cells]:
        return {"cells": _cells(talk, session, prompt.columns, row.cells)}

    def words(row: Row) -> str:
        told = [
            (column.title, cell_in_words(row.cells.get(column.id))) for column in prompt.columns
        ]
        return "\n".join(f"{_headed(title)} {cell}" for title, cell in told if cell)

    before = session.answer_to(prompt.id)
    answer = before if isinstance(before, Tabled) else Tabled()
    editor = Editor(talk, session.pen, prompt.most, words, new, reworded)
    for found in editor.edited(answer.rows):
        yield Answered(prompt.id, answer.model_copy(update={"rows": found}))


def cell_in_words(cell: Cell | None) -> str:
    """What a column holds, said."""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    return "" if cell is None else str(cell)


def _headed(title: str) -> str:
    return title if title.endswith(("?", ":")) else f"{title}:"


def _cells(talk: Talk, session: Session, columns: tuple[Column, ...], now: Cells) -> Cells:
    """What each column holds; an empty first column of a new row means: no row."""
    cells = dict(now)
    for number, column in enumerate(columns):
        talk.say(column.title)
        if column.id in now:
            talk.say(_("Now: {cell}").format(cell=cell_in_words(now[column.id])))
        cell = _cell(talk, session, column)
        if cell is not None:
            cells[column.id] = cell
        elif number == 0 and not now:
            break
    return cells


def _cell(talk: Talk, session: Session, column: Column) -> Cell | None:
    """What is typed for one column; None for Enter alone."""
    if column.shape in ("0-10", "0-100"):
        return _number(talk, int(column.shape.partition("-")[2]))
    if column.shape == "tick":
        picked = talk.pick([_("yes"), _("no")])
        return None if picked is None else picked == 0
    own = session.lines_of(column.source) if column.source else ()
    menu = (*own, *(option.text for option in column.menu if option.text not in own))
    if column.shape == "one-of":
        picked = talk.pick(menu)
        return None if picked is None else menu[picked]
    return own_words(talk, menu) or None


def _number(talk: Talk, high: int) -> int | None:
    question = _("Type a number from 0 to {high}, or press Enter to go on: ")
    return talk.number(question.format(high=high), 0, high)
