"""``rows``: a table that grows row by row; each heading is a column and says its shape."""

from __future__ import annotations

from typing import cast, get_args

from course.content.divs import Div
from course.content.given import Given
from course.content.kinds.listing import least_and_most
from course.content.marks import Ids
from course.content.notes import Notes, did_you_mean
from course.content.options import asked, menu
from course.content.portions import Portion, portions
from course.content.prompts import Column, Rows, Shape

SHAPES: tuple[str, ...] = get_args(Shape)
_NO_MENU = {"tick", "0-10", "0-100", "date"}


def rows(div: Div, notes: Notes) -> Rows:
    """The div as a table to fill."""
    given = Given(div.given, div.line, notes)
    prompt_id = given.id(div.kind)
    least, most = least_and_most(given, notes)
    given.done()
    first, *parts = portions(div, notes)
    if not parts:
        notes.at(div.line, "a table without columns", "Write each as  ### Title {#id text}")
    for item in first.items():
        notes.at(item.line, "this belongs to no column", "Move it below the ### of its column.")
    ids = Ids(notes)
    return Rows(
        id=prompt_id,
        lead=asked(first.lead(notes), div.kind, div.line, notes),
        line=div.line,
        least=least,
        most=most,
        columns=tuple(_column(part, ids, notes) for part in parts),
    )


def _column(part: Portion, ids: Ids, notes: Notes) -> Column:
    title, tail = ids.take(part.title, part.line)
    given = Given(tail.given, part.line, notes)
    shape, source = given.one_of(SHAPES), given.text("from")
    for word in given.rest():
        notes.at(part.line, f"“{word}” is not a shape", did_you_mean(word, SHAPES))
    given.done()
    if part.lead(notes):
        notes.at(
            part.line, "words in a column", "Say it in the heading; below it stand bullets only."
        )
    _look_for_menu(part, shape, source, notes)
    return Column(
        id=tail.id,
        title=title,
        shape=cast(Shape, shape or "text"),
        source=source,
        menu=menu(part, ids, notes),
    )


def _look_for_menu(part: Portion, shape: str, source: str, notes: Notes) -> None:
    has_menu = bool(part.items() or source)
    if shape == "one-of" and not has_menu:
        notes.at(
            part.line,
            "“one-of” with nothing to pick",
            "Write each choice as a bullet with its {#id}.",
        )
    if shape in _NO_MENU and has_menu:
        notes.at(
            part.line, f"a menu for “{shape}”", "Take the bullets and “from=” out, or make it text."
        )
