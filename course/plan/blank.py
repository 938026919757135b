"""The plan with nothing in it: every section of the outline that is filled by hand, with room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from course.content.course import Course
from course.content.outline import Section
from course.content.prompts import Listing, Prompt, Rows
from course.content.prose import filled, lines_of, words
from course.emergency import emergency_number
from course.language import _
from course.notebook.notebook import Notebook
from course.plan.document import (
    Block,
    Document,
    EmptyRows,
    Head,
    Mark,
    Part,
    Points,
    Words,
    WritingLines,
)
from course.plan.fixed import default_blocks, fixed_blocks

_PAPER = "blank"
_ROWS = 4
_ROWS_OF_SEVERAL = 3
_LINES = 4
_LINES_OF_SEVERAL = 3
_SENTENCE = 2
_ASKS = re.compile(r"[^.?!]*\?")
_MARKS: dict[str, Mark] = {"ticks": "tick", "steps": "number"}


def blank_set(course: Course, _notebook: Notebook, *, today: date, region: str) -> Document:
    """Nobody's plan yet: nothing of the notebook is read."""
    return Document(
        title=_("My plan"),
        kicker=_("Staying well"),
        footer=_("Write as much as you like, and leave the rest."),
        parts=blank_parts(course, region),
        language=course.language,
    )


def blank_parts(course: Course, region: str) -> tuple[Part, ...]:
    """All sections that go on the blank plan, in the order of the outline."""
    sections = course.outline.sections
    return tuple(_part(course, each, region) for each in sections if _PAPER in each.papers)


def empty_rows(prompt: Rows, count: int) -> EmptyRows:
    """The table with empty rows."""
    return EmptyRows(tuple(Head(column.title, column.shape) for column in prompt.columns), count)


def _part(course: Course, section: Section, region: str) -> Part:
    if section.look == "cover":
        return _cover(section, region)
    fixed = fixed_blocks(course, section, "plan", region)
    blocks: list[Block] = []
    if not section.lines:  # help lines fill their section by themselves
        known = [p for name in section.sources if (p := course.prompt(name)) is not None]
        blocks += _ideas(section, region)
        blocks += _to_fill(known, section, region) if known else _by_show(section)
    blocks += [block for block in fixed if not isinstance(block, WritingLines)]
    return Part(section.id, section.title, section.aside, tuple(blocks), look=section.look)


def _cover(section: Section, region: str) -> Part:
    """Its title stands above the whole paper: here it is asked whose plan it is."""
    advice = (Words(text, own=False) for text in _said(default_blocks(section, region)))
    title, aside = _("This plan belongs to"), _("a nickname is fine, or leave it empty")
    return Part(section.id, title, aside, (WritingLines(1), *advice), look=section.look)


def _ideas(section: Section, region: str) -> Iterator[Words]:
    said = " · ".join(_said(default_blocks(section, region)))
    said = re.sub(r"([.?!]) · ", r"\1 ", said)  # sentences need nothing between them
    if said:
        words = _("An idea from us, until you have your own: {idea}")
        yield Words(words.format(idea=said), own=False)


def _to_fill(known: list[Prompt], section: Section, region: str) -> Iterator[Block]:
    several = len(known) > 1
    for prompt in known:
        if several and not isinstance(prompt, Rows) and (asked := _asked(prompt, region)):
            yield Words(asked, own=False, lead=True)
        if isinstance(prompt, Rows):
            yield empty_rows(prompt, min(prompt.most, _ROWS_OF_SEVERAL if several else _ROWS))
        elif isinstance(prompt, Listing):
            yield WritingLines(_LINES_OF_SEVERAL if several else _LINES, _mark(section))
        else:
            yield WritingLines(_SENTENCE)


def _by_show(section: Section) -> Iterator[Block]:
    """The shape of a section that no lesson fills."""
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
            yield WritingLines(_LINES, _mark(section))
            return
    yield EmptyRows(tuple(map(Head, heads)), _ROWS) if heads else WritingLines(_SENTENCE)


def _mark(section: Section) -> Mark:
    return _MARKS.get(section.show, "point")


def _asked(prompt: Prompt, region: str) -> str:
    """What was asked, in one sentence: the question in it, else its first."""
    lead = filled(prompt.lead[:1], {"emergency": emergency_number(region)})
    said = "".join(words(line) for block in lead for line in lines_of(block))
    asks = _ASKS.search(said)
    return asks[0].strip() if asks else said.partition(". ")[0].strip()


def _said(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Words):
            yield block.text
        elif isinstance(block, Points):
            yield from block.points
