"""Making several papers, one after the other. Blocks: call in a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from course.session.papers import document

if TYPE_CHECKING:
    from course.plan.document import Form, Sheet
    from course.plan.papers import Made, PaperKind
    from course.session.session import Session
    from course.ui.outside import Outside, SavedPaper

Told = Callable[[int], None]
"""Hears how many are made by now."""


class Order(NamedTuple):
    """What is wanted."""

    session: Session
    kinds: tuple[PaperKind, ...]
    form: Form
    sheet: Sheet


def save_papers(outside: Outside, order: Order, folder: Path, told: Told) -> list[SavedPaper]:
    """Each under a name that is free in the folder. Raises HandrailError at the first that fails;
    those before it stay."""
    saved = []
    for kind in order.kinds:
        paper = outside.save_paper(
            document(order.session, kind.paper),
            paper=kind.paper,
            form=order.form,
            sheet=order.sheet,
            folder=folder,
        )
        saved.append(paper)
        told(len(saved))
    return saved


def made_papers(outside: Outside, order: Order) -> Iterator[tuple[PaperKind, Made]]:
    """Each as bytes, as soon as it is made. Raises HandrailError at the first that fails."""
    for kind in order.kinds:
        made = outside.make_paper(
            document(order.session, kind.paper),
            paper=kind.paper,
            form=order.form,
            sheet=order.sheet,
        )
        yield kind, made
