"""The weekly chart: what holds me, with a box for each of five weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from course.content.course import Course
from course.language import _
from course.notebook.notebook import Notebook
from course.plan.dates import in_short, written
from course.plan.document import Block, Cell, Details, Document, Part, Points, Table, Words
from course.plan.laid import laid_out

_WEEKS = 5


def week_chart(course: Course, notebook: Notebook, *, today: date, region: str) -> Document:
    """Boxes for the five weeks that begin with this one; below them the plan of the week."""
    monday = today - timedelta(days=today.weekday())
    weeks = tuple(in_short(monday + timedelta(weeks=n)) for n in range(_WEEKS))
    laid = laid_out(course, notebook, region=region, paper="week")
    return Document(
        title=_("My weeks"),
        kicker=_("Staying well"),
        date=written(today),
        footer=_("Private. Hang it where you see it each day, and others do not."),
        parts=tuple(_with_boxes(each.part, weeks) for each in laid),
        language=course.language,
    )


def _with_boxes(part: Part, weeks: tuple[str, ...]) -> Part:
    """A list to tick becomes a chart; what else there is stays."""
    lines = [line for block in part.blocks for line in _lines(block)]
    if not lines:
        return part
    heads = (_("Week from"), *weeks)
    boxes: tuple[Cell, ...] = (False,) * _WEEKS
    rows = tuple((line, *boxes) for line in lines)
    others = tuple(block for block in part.blocks if not tuple(_lines(block)))
    note = _("Two boxes empty in one week? That is a sign, not a fault. Ask for help that day.")
    chart = Table(heads, rows, own=not part.default)
    return replace(part, blocks=(chart, Words(note, own=False), *others))


def _lines(block: Block) -> Iterator[str]:
    """What can be ticked."""
    if isinstance(block, Points) and block.mark == "tick":
        yield from block.points
    elif isinstance(block, Details) and block.mark == "tick":
        for line in block.lines:
            yield " · ".join((line.text, *(fact.told for fact in line.facts)))
