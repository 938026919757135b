"""Each section of the outline with what fills it: what the Plan screen shows and edits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from course.content.course import Course
from course.content.outline import Section
from course.notebook.notebook import Notebook
from course.plan.blocks import Manner, blocks_of
from course.plan.document import Block, Part, Words
from course.plan.fixed import default_blocks, fixed_blocks


@dataclass(frozen=True, slots=True)
class Laid:
    """One section as it stands."""

    part: Part
    prompt_ids: tuple[str, ...]
    """The prompts that feed it and can be answered again to edit it; none on paper."""
    filled: bool
    """Whether the learner wrote anything that shows here."""


def laid_out(
    course: Course, notebook: Notebook, *, region: str, paper: str = ""
) -> tuple[Laid, ...]:
    """The sections that go on this paper, or all of them, in the order of the outline."""
    sections = course.outline.sections
    chosen = [section for section in sections if not paper or paper in section.papers]
    return tuple(_laid(course, notebook, section, paper, region) for section in chosen)


def _laid(course: Course, notebook: Notebook, section: Section, paper: str, region: str) -> Laid:
    on_a_cover = paper in ("card", "wallet") and section.look == "top"
    own = own_blocks(course, notebook, section, sharing=paper == "share" or on_a_cover)
    fixed = fixed_blocks(course, section, paper, region, notebook.settings.help_line)
    standing = bool(own) or section.lines  # help lines fill their section by themselves
    part = Part(
        id=section.id,
        title=section.title,
        aside=section.aside,
        blocks=(own if standing else default_blocks(section, region)) + fixed,
        default=not standing,
        look=section.look,
    )
    fed_by = () if paper else section.sources
    known = tuple(name for name in fed_by if course.prompt(name) is not None)
    return Laid(part, known, bool(own))


def own_blocks(
    course: Course, notebook: Notebook, section: Section, *, sharing: bool = False
) -> tuple[Block, ...]:
    """What the learner said that belongs here."""
    manner = Manner(section.show, sharing)
    blocks: list[Block] = []
    for name, lead in zip_longest(section.sources, section.leads[: len(section.sources)]):
        if (answer := notebook.answers.get(name)) is None:
            continue
        if said := blocks_of(answer, partial(course.prompt, name), manner):
            blocks += [Words(lead, own=False, lead=True), *said] if lead else said
    return tuple(blocks)
