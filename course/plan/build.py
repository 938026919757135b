"""The course and a notebook in, a document out. Pure: the day comes from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from course.content.course import Course
from course.emergency import CHANGES, REVIEW
from course.language import N_, _
from course.notebook.notebook import Notebook
from course.plan.blank import blank_set
from course.plan.dates import written
from course.plan.document import Document, Part, Words
from course.plan.door import door_sheet
from course.plan.laid import Laid, laid_out
from course.plan.rest import other_things
from course.plan.statement import statement
from course.plan.wallet import wallet_parts
from course.plan.week import week_chart

LOOK_AGAIN = timedelta(weeks=4)
_PLAN = N_("My plan")
_TITLES = {"card": N_("My card"), "wallet": N_("Wallet card")}
_WHOLE = ("plan", "large")
"""Papers from which nothing that was written is left out."""


def build(course: Course, notebook: Notebook, paper: str, *, today: date, region: str) -> Document:
    """What goes on one paper: ``plan``, ``card``, or another that the outline names."""
    if (sheet := _SHEETS.get(paper)) is not None:
        return sheet(course, notebook, today=today, region=region)
    laid = laid_out(course, notebook, region=region, paper=paper)
    parts = wallet_parts(_parts(laid)) if paper == "wallet" else _parts(laid)
    other = other_things(course, notebook) if paper in _WHOLE else ()
    return Document(
        title=_(_TITLES.get(paper, _PLAN)),
        kicker=_("Staying well"),
        name=_name(laid),
        date=written(today),
        next_look=written(today + LOOK_AGAIN),
        footer=_footer(paper),
        parts=(*parts, *other),
        language=course.language,
    )


_SHEETS: dict[str, Callable[..., Document]] = {
    "door": door_sheet,
    "week": week_chart,
    "blank": blank_set,
    "statement": statement,
}
"""Papers that are more, or less, than sections of the outline one after the other."""


def _footer(paper: str) -> str:
    if paper == "share":
        return _("A copy that I chose to share. Please keep it to yourself.")
    if paper == "wallet":
        return f"{_(CHANGES)} {_(REVIEW)}"
    return _("Private. Keep one copy where you can reach it, give one to someone you trust.")


def _parts(laid: tuple[Laid, ...]) -> tuple[Part, ...]:
    parts = (_without_name(each.part) if each.part.look == "cover" else each.part for each in laid)
    return tuple(part for part in parts if part.look != "cover" or part.blocks)


def _without_name(cover: Part) -> Part:
    """The name stands in the masthead; what else the learner wrote for the cover stays."""
    named = isinstance(next(iter(cover.blocks), None), Words)
    return replace(cover, blocks=() if cover.default else cover.blocks[named:])


def _name(laid: tuple[Laid, ...]) -> str:
    """The name on the cover: only what the learner wrote to stand there."""
    covers = [each.part.blocks for each in laid if each.part.look == "cover" and each.filled]
    words = [block.text for blocks in covers for block in blocks[:1] if isinstance(block, Words)]
    return " ".join(words[0].split()) if words else ""
