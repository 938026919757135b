"""Every name in a lesson leads somewhere: prompts, lists, rows, sources."""

from __future__ import annotations

from course.content.course import Course
from course.content.lesson import Lesson, Passage, Reading
from course.content.notes import Notes, did_you_mean
from course.content.prompts import Again, AskMyPlan, Listing, Prompt, Rows


def names_are_known(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note names that lead nowhere, and prompts whose answers nobody would see again."""
    for prompt in lesson.prompts:
        _leads_on(course, prompt, notes)
        _asked_once(course, lesson, prompt, notes)
        _has_a_place(course, prompt, notes)
    for card in lesson.cards:
        if card.show:
            _known(course, card.show, card.line, notes)
    for reading in (step for step in lesson.steps if isinstance(step, Reading)):
        for passage in reading.passages:
            _sources(course, passage, notes)


def _leads_on(course: Course, prompt: Prompt, notes: Notes) -> None:
    """Note a prompt that names another one which is not there."""
    if isinstance(prompt, Again):
        _known(course, prompt.id, prompt.line, notes)
    elif isinstance(prompt, AskMyPlan):
        _rows(course, prompt, notes)
    elif isinstance(prompt, Rows):
        for name in filter(None, (column.source for column in prompt.columns)):
            _known(course, name, prompt.line, notes)


def _known(course: Course, name: str, line: int, notes: Notes) -> bool:
    if course.lesson_of(name) is not None:
        return True
    notes.at(line, f"no lesson asks “{name}”", did_you_mean(name, course.prompt_ids))
    return False


def _rows(course: Course, prompt: AskMyPlan, notes: Notes) -> None:
    if not _known(course, prompt.source, prompt.line, notes):
        return
    source = course.prompt(prompt.source)
    if source is not None and not isinstance(source, Rows):
        what = f"“{prompt.source}” has no rows to ask about"
        notes.at(prompt.line, what, "Name a prompt of the kind “rows”.")


def _asked_once(course: Course, lesson: Lesson, prompt: Prompt, notes: Notes) -> None:
    home = course.lesson_of(prompt.id)
    if not isinstance(prompt, Again) and home not in (None, lesson.id):
        what = f"the id “{prompt.id}” is taken by the lesson “{home}”"
        notes.at(prompt.line, what, "Give this one its own, or ask that one with “again”.")


def _has_a_place(course: Course, prompt: Prompt, notes: Notes) -> None:
    if isinstance(prompt, Listing | Rows) and prompt.id not in course.used_ids:
        what = f"nothing shows the answers to “{prompt.id}” again"
        notes.at(prompt.line, what, "Name it in a section of plan.toml, or ask it with “again”.")


def _sources(course: Course, passage: Passage, notes: Notes) -> None:
    for name in passage.refs if passage.voice == "research" else ():
        if name not in course.sources:
            what = f"there is no source “{name}”"
            notes.at(passage.line, what, "Write it into sources.toml, or mend the name.")
