"""Which part of the course asks for a section of the plan, and whether it was only begun."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.course import Course
from course.content.heads import Head
from course.language import _
from course.notebook.notebook import Notebook
from course.plan.laid import Laid


def asked_in(course: Course, laid: Laid) -> str:
    """Where the learner's own words for this section come from."""
    if laid.prompt_ids:
        head = _home(course, laid.prompt_ids[0])
        return _("asked in {lesson}").format(lesson=_name(head)) if head else ""
    section = course.outline.section(laid.part.id)
    if section is None or not section.lesson:
        return _("a later part of the course asks for yours")
    return _("lesson {number} will ask for yours").format(number=section.lesson)


def only_begun(course: Course, notebook: Notebook, laid: Iterable[Laid]) -> bool:
    """Whether no numbered lesson has put anything into the plan yet: then a card says it all."""
    answered = [name for each in laid for name in each.prompt_ids if name in notebook.answers]
    heads = [_home(course, name) for name in answered]
    return not any(head.number for head in heads if head)


def _home(course: Course, prompt_id: str) -> Head | None:
    lesson_id = course.lesson_of(prompt_id)
    return next((head for head in course.heads if head.id == lesson_id), None)


def _name(head: Head) -> str:
    if not head.number:
        return _("“{title}”").format(title=head.title)
    return _("lesson {number}, “{title}”").format(number=head.number, title=head.title)
