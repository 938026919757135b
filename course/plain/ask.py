"""How each kind of prompt is asked by lines, and the asking of any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from course.content.prompts import (
    Again,
    AskMyPlan,
    Choose,
    Listing,
    Order,
    Pause,
    Prompt,
    Rate,
    Rows,
    Scenario,
    Sort,
    Task,
    Write,
)
from course.content.prose import Prose, filled
from course.language import _
from course.plain.lists import cell_added, listing, rows
from course.plain.pick import choose, order, scenario, sort
from course.plain.say import how_it_went, pause, rate, task, write
from course.plain.talk import Answered, Talk
from course.plain.tell import tell_answer, tell_feedback, tell_reasons
from course.session.said import not_to_be_asked, nothing_yet
from course.session.session import Session
from course.session.verdict import Feedback

Asker = Callable[[Talk, Session, Any], Iterator[Answered]]
"""Asks, and yields each answer at the moment it rests. Enter alone changes nothing."""


def again(talk: Talk, session: Session, prompt: Again) -> Iterator[Answered]:
    """The prompt it names, with what is there."""
    yield from asker_of(session.asked(prompt))(talk, session, session.asked(prompt))


def ask_my_plan(talk: Talk, session: Session, prompt: AskMyPlan) -> Iterator[Answered]:
    """A question from one row of the plan; while there is none, the rows themselves."""
    drawn, source = session.drawn(prompt), session.course.prompt(prompt.source)
    if not isinstance(source, Rows) or drawn is None:
        yield from _asked_for_rows(talk, session, source)
        return
    talk.ask(_("Think of it or say it aloud, then press Enter: "))
    column = source.columns[1]
    values = {"when": drawn.when, "first": drawn.first or nothing_yet(column.shape)}
    talk.prose(filled(session.filled(prompt.answer), values), _("You planned:"))
    if not drawn.first:
        yield from cell_added(talk, session, source, drawn.row, column)
    yield from how_it_went(talk, prompt)


def _asked_for_rows(talk: Talk, session: Session, source: Prompt | None) -> Iterator[Answered]:
    if isinstance(source, Rows):
        answer = session.answer_to(source.id)
        talk.say(not_to_be_asked(begun=answer is not None and not answer.empty))
        talk.prose(session.filled(source.lead))
        yield from rows(talk, session, source)


ASKERS: dict[type[Prompt], Asker] = {
    Choose: choose,
    Order: order,
    Sort: sort,
    Scenario: scenario,
    Rate: rate,
    Write: write,
    Listing: listing,
    Rows: rows,
    Pause: pause,
    Task: task,
    Again: again,
    AskMyPlan: ask_my_plan,
}
"""One for each kind."""


def asker_of(prompt: Prompt) -> Asker:
    """The way to ask a prompt of this kind."""
    return ASKERS[type(prompt)]


def ask_about(talk: Talk, session: Session, prompt: Prompt) -> None:
    """Ask a prompt, give each answer to the session, and say what there is to say to it.

    Who wants no second try hears the reason of every option all the same.
    """
    asked = session.asked(prompt)
    talk.prose(_lead(session, asked), _label(asked))
    tell_answer(talk, session, asked)
    feedback: Feedback | None = None
    while _was_answered(talk, session, asked):
        feedback = session.feedback_on(asked)
        if feedback is not None:
            tell_feedback(talk, session, feedback)
        if feedback is None or not feedback.again:
            return
    if feedback is not None:
        talk.say(_("Here is each of them, and why."))
        tell_reasons(talk, session, feedback)


def _was_answered(talk: Talk, session: Session, prompt: Prompt) -> bool:
    answered = False
    for prompt_id, answer in asker_of(prompt)(talk, session, prompt):
        session.answer(prompt_id, answer)
        answered = True
    return answered


def _lead(session: Session, prompt: Prompt) -> Prose:
    lead = session.filled(prompt.lead)
    if not isinstance(prompt, AskMyPlan):
        return lead
    drawn = session.drawn(prompt)
    return filled(lead, {"when": drawn.when, "first": drawn.first}) if drawn else ()


def _label(prompt: Prompt) -> str:
    if prompt.marked:
        return _("Question:")
    return _("Task:") if isinstance(prompt, Task) else _("Your turn:")
