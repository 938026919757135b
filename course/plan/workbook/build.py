"""The course in, a workbook out. No notebook is read: the book is nobody's yet."""

from __future__ import annotations

from course.content import lesson as content
from course.content.course import Course
from course.content.prompts import Prompt
from course.emergency import (
    CHANGES,
    CRISIS_ASKED,
    OVERDOSE,
    REVIEW,
    act_now,
    crisis_number,
    overdose_steps,
)
from course.errors import HandrailError, Unreadable
from course.language import _
from course.plan.blank import blank_parts
from course.plan.contacts import contacts_of_lines
from course.plan.document import Contacts
from course.plan.workbook.answered import solution
from course.plan.workbook.asked import question
from course.plan.workbook.book import Help, Solutions, Workbook
from course.plan.workbook.numbers import Numbered, Numbers, numbered
from course.plan.workbook.pages import Lesson, Question, Reading
from course.plan.workbook.told import reading
from course.plan.workbook.wording import Wording

_ANYWHERE = "WORLD"


def build_workbook(course: Course, *, region: str) -> Workbook:
    """All lessons that can be read, the answers, and the plan to fill in."""
    read, missing = _lessons(course)
    numbers, of_lesson = numbered(read)
    wording = Wording(region)
    return Workbook(
        title=_("Workbook"),
        kicker=_("Staying well"),
        about=_("Lessons to read, questions to answer, and a plan to write."),
        help=_help(course, region),
        lessons=tuple(_lesson(each, of_lesson[each.id], numbers, course, wording) for each in read),
        solutions=tuple(
            _solutions(each, of_lesson[each.id], numbers, wording)
            for each in read
            if of_lesson[each.id]
        ),
        plan=blank_parts(course, region),
        language=course.language,
        missing=missing,
    )


def _lessons(course: Course) -> tuple[tuple[content.Lesson, ...], tuple[str, ...]]:
    read, missing = [], []
    for head in course.heads:
        try:
            read.append(course.lesson(head.id))
        except Unreadable:
            missing.append(head.title)
    return tuple(read), tuple(missing)


def _lesson(
    lesson: content.Lesson,
    asked: tuple[Numbered, ...],
    numbers: Numbers,
    course: Course,
    wording: Wording,
) -> Lesson:
    head = lesson.head
    waiting = iter(asked)

    def step(each: content.Step) -> Reading | Question:
        if isinstance(each, Prompt):
            return question(next(waiting), numbers, wording)
        return reading(each, course, wording)

    return Lesson(
        number=head.number,
        title=head.title,
        summary=head.summary,
        minutes=head.minutes,
        reviewed="" if head.reviewed_by else _(REVIEW),
        steps=tuple(map(step, lesson.steps)),
    )


def _solutions(
    lesson: content.Lesson, asked: tuple[Numbered, ...], numbers: Numbers, wording: Wording
) -> Solutions:
    found = [(each.number, solution(each, numbers, wording)) for each in asked]
    return Solutions(
        number=lesson.head.number,
        title=lesson.head.title,
        solutions=tuple(said for _number, said in found if said is not None),
        free=tuple(number for number, said in found if said is None),
    )


def _help(course: Course, region: str) -> Help:
    try:
        lines = course.help_lines(region) or course.help_lines(_ANYWHERE)
    except HandrailError:
        lines = ()  # the steps and the emergency number are there all the same
    return Help(
        asked=_(OVERDOSE),
        act=act_now(region),
        steps=overdose_steps(region),
        crisis=(
            _(CRISIS_ASKED),
            _("Call {emergency}.").format(emergency=crisis_number(region)),
        ),
        lines=(Contacts(contacts_of_lines(lines, region), own=False),),
        notes=(_(CHANGES), _("This book cannot call anyone for you."), _(REVIEW)),
    )
