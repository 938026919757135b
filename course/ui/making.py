"""Making several papers, one after the other. Blocks: call in a worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from course.errors import HandrailError
from course.language import _
from course.session.papers import document

if TYPE_CHECKING:
    from course.plan.document import Document, Form, Sheet
    from course.plan.papers import Made, PaperKind
    from course.session.session import Session
    from course.ui.outside import Outside, SavedPaper

Told = Callable[[int], None]
"""Hears how many are done by now."""


class Order(NamedTuple):
    """What is wanted."""

    session: Session
    kinds: tuple[PaperKind, ...]
    form: Form
    sheet: Sheet


class Missed(NamedTuple):
    """A paper that could not be made or saved."""

    kind: PaperKind
    why: str


def save_papers(
    outside: Outside, order: Order, folder: Path, told: Told
) -> tuple[list[SavedPaper], list[Missed]]:
    """Each under a name that is free in the folder."""
    saved: list[SavedPaper] = []

    def save(kind: PaperKind, words: Document) -> None:
        saved.append(
            outside.save_paper(
                words, paper=kind.paper, form=order.form, sheet=order.sheet, folder=folder
            )
        )

    return saved, _each(order, save, told)


def withdraw(outside: Outside, saved: Sequence[SavedPaper]) -> str:
    """Remove what nobody can be told of any more; what to say to whoever comes back."""
    stay = delete_papers(outside, [each.path for each in saved])
    return " ".join(stay.values()) or _(
        "The page was hidden while a paper was being saved, so it is not here. Save it again."
    )


def delete_papers(outside: Outside, paths: Sequence[Path]) -> dict[Path, str]:
    """Remove all that can be; those that stay, and why."""
    stay = {}
    for path in paths:
        try:
            outside.delete_paper(path)
        except HandrailError as problem:
            stay[path] = str(problem)
    return stay


def make_papers(
    outside: Outside, order: Order, take: Callable[[PaperKind, Made], None], told: Told
) -> list[Missed]:
    """Each as bytes, which ``take`` is given as soon as they are made."""

    def make(kind: PaperKind, words: Document) -> None:
        made = outside.make_paper(words, paper=kind.paper, form=order.form, sheet=order.sheet)
        take(kind, made)

    return _each(order, make, told)


def _each(order: Order, do: Callable[[PaperKind, Document], None], told: Told) -> list[Missed]:
    """One that fails keeps no other from being done."""
    missed = []
    for number, kind in enumerate(order.kinds, start=1):
        try:
            do(kind, document(order.session, kind.paper))
        except HandrailError as problem:
            missed.append(Missed(kind, str(problem)))
        told(number)
    return missed
