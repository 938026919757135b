"""Asking for a list of own lines, and for a table column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from course.content.prompts import Column, Listing, Rows
from course.content.prose import words
from course.language import _
from course.notebook.answers import Listed, Tabled
from course.notebook.units import Cell, Item, Row
from course.plain.say import own_words
from course.plain.talk import Answered, Talk
from course.plain.units import Editor
from course.plan.dates import in_full, written
from course.session.days import days_offered, read_day
from course.session.own import offered
from course.session.said import FORMS
from course.session.session import Session

Cells = dict[str, Cell]


def listing(talk: Talk, session: Session, prompt: Listing) -> Iterator[Answered]:
    """Own lines, each change kept at once."""

    def new() -> Item | None:
        menu = offered((), prompt.menu, session.lines_of(prompt.id))
        text = own_words(talk, [words(line) for line in menu])
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
        cells = _cells(talk, session, prompt, {})
        return session.pen.row(cells) if cells else None

    def reworded(row: Row) -> dict[str, Cells]:
        return {"cells": _cells(talk, session, prompt, row.cells)}

    def told(row: Row) -> str:
        cells = [(each.title, _in_words(row.cells.get(each.id), each)) for each in prompt.columns]
        return "\n".join(f"{_headed(title)} {cell}" for title, cell in cells if cell)

    before = session.answer_to(prompt.id)
    answer = before if isinstance(before, Tabled) else Tabled()
    editor = Editor(talk, session.pen, prompt.most, told, new, reworded)
    for found in editor.edited(answer.rows):
        yield Answered(prompt.id, answer.model_copy(update={"rows": found}))


def cell_added(
    talk: Talk, session: Session, prompt: Rows, row_id: str, column: Column
) -> Iterator[Answered]:
    """One cell that a row still lacks."""
    answer = session.answer_to(prompt.id)
    cell = _told_and_asked(talk, session, prompt, column, {})
    if cell is None or not isinstance(answer, Tabled):
        return
    cells = next(row.cells for row in answer.rows if row.id == row_id)
    found = session.pen.replaced(answer.rows, row_id, cells={**cells, column.id: cell})
    yield Answered(prompt.id, answer.model_copy(update={"rows": found}))


def _in_words(cell: Cell | None, column: Column) -> str:
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if column.shape == "date" and isinstance(cell, str):
        return in_full(cell)
    return "" if cell is None else str(cell)


def _headed(title: str) -> str:
    return title if title.endswith(("?", ":")) else f"{title}:"


def _cells(talk: Talk, session: Session, prompt: Rows, now: Cells) -> Cells:
    """What each column holds; an empty first column of a new row means: no row."""
    cells = dict(now)
    for column in prompt.columns:
        cell = _told_and_asked(talk, session, prompt, column, now)
        if cell is not None:
            cells[column.id] = cell
        elif not cells:
            break
    return cells


def _told_and_asked(
    talk: Talk, session: Session, prompt: Rows, column: Column, now: Cells
) -> Cell | None:
    """A column by its title, and what is typed for it; None for Enter alone."""
    talk.say(column.title)
    if column.id in now:
        talk.say(_("Now: {cell}").format(cell=_in_words(now[column.id], column)))
    used = session.lines_of(prompt.id) if column == prompt.columns[0] else ()
    return _cell(talk, session, column, used)


def _cell(talk: Talk, session: Session, column: Column, used: Sequence[str]) -> Cell | None:
    if column.shape in ("0-10", "0-100"):
        return _number(talk, int(column.shape.partition("-")[2]))
    if column.shape == "tick":
        picked = talk.pick([_("yes"), _("no")])
        return None if picked is None else picked == 0
    if column.shape == "one-of":
        menu = _menu(session, column)
        picked = talk.pick(menu)
        return None if picked is None else menu[picked]
    if column.shape == "date":
        return _day(talk, session.today(), _menu(session, column)) or None
    if form := FORMS.get(column.shape):
        talk.say(_(form))
    return own_words(talk, _menu(session, column, used)) or None


def _menu(session: Session, column: Column, used: Sequence[str] = ()) -> list[str]:
    return [words(line) for line in session.menu_of(column, used)]


def _day(talk: Talk, today: date, menu: Sequence[str]) -> str:
    """One of the days that are offered, or one that is typed."""
    days = days_offered(today)
    talk.numbered([*(f"{name}: {written(day)}" for name, day in days), *menu])
    typed = talk.ask(_("Type a number, or a day like 31 May, or press Enter to go on: "), free=True)
    values = [*(day.isoformat() for _name, day in days), *menu]
    if typed.isdecimal() and len(typed) < 3 and 1 <= int(typed) <= len(values):
        return values[int(typed) - 1]
    return read_day(typed, today)


def _number(talk: Talk, high: int) -> int | None:
    question = _("Type a number from 0 to {high}, or press Enter to go on: ")
    return talk.number(question.format(high=high), 0, high)
