"""What the learner wrote that no section asks for: it is never left off the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from course.content.course import Course
from course.content.prompts import Prompt, Scenario
from course.content.prose import plain
from course.language import _
from course.notebook.answers import Answer, Chosen, Rated
from course.notebook.notebook import Notebook
from course.plan.blocks import Manner, blocks_of
from course.plan.document import Block, Part, Words

OTHER = "other"
"""The id of that part."""
_LABEL = 90
_QUESTION = re.compile(r"[^.!?:]+\?")


def other_things(course: Course, notebook: Notebook) -> tuple[Part, ...]:
    """One last part with them, or none."""
    blocks: list[Block] = []
    for name, prompt, shown in _others(course, notebook):
        blocks += [Words(_label(name, prompt), own=False, lead=True), *shown]
    return (Part(OTHER, _("Other things I wrote"), blocks=tuple(blocks)),) if blocks else ()


def still_asked(course: Course, notebook: Notebook) -> tuple[str, ...]:
    """The prompts of that part which a lesson asks to this day, so that they can be changed."""
    return tuple(name for name, prompt, _shown in _others(course, notebook) if prompt is not None)


def _others(
    course: Course, notebook: Notebook
) -> Iterator[tuple[str, Prompt | None, tuple[Block, ...]]]:
    """Quiz answers, stories, things done and numbers of one day are not for paper."""
    asked = {name for section in course.outline.sections for name in section.sources}
    for name, answer in notebook.answers.items():
        if name in asked or _not_for_paper(answer, prompt := course.prompt(name)):
            continue
        if shown := blocks_of(answer, partial(course.prompt, name), Manner()):
            yield name, prompt, shown


def _not_for_paper(answer: Answer, prompt: Prompt | None) -> bool:
    if answer.empty or isinstance(answer, Rated) or (prompt is not None and prompt.marked):
        return True
    if not isinstance(answer, Chosen):
        return False
    story = isinstance(prompt, Scenario) or any(pick.box for pick in answer.picks)
    return story or answer.right is not None


def _label(name: str, prompt: Prompt | None) -> str:
    """What was asked, in a few words; the id, where no lesson asks it any more."""
    asked = " ".join(plain(prompt.lead).split()) if prompt else ""
    if not asked:
        return name.replace("-", " ").capitalize()
    if question := _QUESTION.search(asked):
        asked = question[0].strip()
    return asked if len(asked) <= _LABEL else asked[:_LABEL].rsplit(" ", 1)[0] + " …"
