"""The plan with nothing in it: every section of the outline, with room to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from course.content.course import Course
from course.content.outline import Section as Outlined
from course.content.prompts import Listing, Prompt, Rows
from course.language import _
from course.plan.document import Block, Points, Words, WritingLines
from course.plan.fixed import default_blocks, fixed_blocks
from course.plan.workbook.asked import grid
from course.plan.workbook.book import Section
from course.plan.workbook.numbers import Numbers
from course.plan.workbook.pages import Body, Grid, Head, Label, Lines
from course.plan.workbook.wording import Wording

_PAPER = "blank"
_ROWS = 5
_ROWS_OF_SEVERAL = 3
_LINES = 5
_LINES_OF_SEVERAL = 3
_SENTENCE = 2
_ASKS = re.compile(r"[^.?!]*\?")


def blank_plan(course: Course, numbers: Numbers, region: str) -> tuple[Section, ...]:
    """All sections that go on the blank plan, in the order of the outline."""
    sections = course.outline.sections
    return tuple(
        _section(course, each, numbers, region) for each in sections if _PAPER in each.papers
    )


def _section(course: Course, section: Outlined, numbers: Numbers, region: str) -> Section:
    fixed = fixed_blocks(course, section, "plan", region)
    known = [each.prompt for name in section.sources if (each := numbers.of(name))]
    body = _bodies(known, section, Wording(region)) if known else _by_show(section)
    return Section(
        title=section.title,
        aside=section.aside,
        idea=() if section.lines else tuple(_said(default_blocks(section, region))),
        body=() if section.lines else tuple(body),
        fixed=tuple(block for block in fixed if not isinstance(block, WritingLines)),
        danger=section.look == "danger",
    )


def _bodies(known: list[Prompt], section: Outlined, wording: Wording) -> Iterator[Body]:
    several = len(known) > 1
    for prompt in known:
        if several and not isinstance(prompt, Rows) and (asked := _asked(prompt, wording)):
            yield Label(asked)
        if isinstance(prompt, Rows):
            yield grid(prompt, min(prompt.most, _ROWS_OF_SEVERAL if several else _ROWS))
        elif isinstance(prompt, Listing):
            yield Lines(_LINES_OF_SEVERAL if several else _LINES, _mark(section))
        else:
            yield Lines(_SENTENCE)


def _by_show(section: Outlined) -> Iterator[Body]:
    """The shape of a section that no lesson of this book fills."""
    heads: tuple[str, ...] = ()
    match section.show:
        case "people":
            heads = (_("Name or nickname"), _("Phone"), _("Best time to call"))
        case "pairs":
            heads = (_("When"), _("First I will"))
        case "table":
            heads = (_("Day"), _("What"), _("What helped"))
        case "sentence" | "lines":
            pass
        case _:
            yield Lines(_LINES, _mark(section))
            return
    yield Grid(tuple(map(Head, heads)), _ROWS) if heads else Lines(_SENTENCE)


def _mark(section: Outlined) -> Literal["", "point", "tick", "number"]:
    marks: dict[str, Literal["", "point", "tick", "number"]] = {"ticks": "tick", "steps": "number"}
    return marks.get(section.show, "point")


def _asked(prompt: Prompt, wording: Wording) -> str:
    """What was asked, in one sentence: the question in it, else its first."""
    lead = "".join(
        run.text for block in wording.prose(prompt.lead[:1]) for run in getattr(block, "text", ())
    )
    asks = _ASKS.search(lead)
    return asks[0].strip() if asks else lead.partition(". ")[0].strip()


def _said(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Words):
            yield block.text
        elif isinstance(block, Points):
            yield from block.points
