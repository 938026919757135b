"""Going through a lesson by lines: steps told, prompts asked, ``b`` back, ``q`` leave, Enter on."""

from __future__ import annotations

from course.content.lesson import Reading
from course.content.prompts import Prompt
from course.errors import Missing
from course.language import _
from course.plain.ask import ask_about
from course.plain.talk import BackAsked, LeaveAsked, RepeatAsked, Talk
from course.plain.tell import tell_reading
from course.session.session import Session
from course.session.walk import Walk


def go_through(talk: Talk, session: Session, lesson_id: str, *, fast: bool = False) -> bool:
    """Take a lesson from where it was left. True when it was gone through to its end.

    Raises Missing or Unreadable when there is no such lesson.
    """
    walk: Walk | None = session.enter(lesson_id, fast=fast)
    assert walk is not None
    talk.say(_("Lesson: {title}").format(title=walk.lesson.head.title))
    try:
        while walk is not None:
            walk = _after(talk, session, walk)
    except LeaveAsked:
        talk.say(_("You can go on here later."))
        return False
    talk.say(_("This lesson is done."))
    return True


def _after(talk: Talk, session: Session, walk: Walk) -> Walk | None:
    """The walk after one step: on, back, or the same step again; None at the end."""
    try:
        _step(talk, session, walk)
    except BackAsked:
        return session.back(walk)
    except RepeatAsked:
        return walk
    return session.on(walk)


def _step(talk: Talk, session: Session, walk: Walk) -> None:
    talk.say("")
    talk.say(_("Step {number} of {of}").format(number=walk.index + 1, of=len(walk.steps)))
    if isinstance(walk.step, Reading):
        tell_reading(talk, session, walk.step)
    else:
        _prompt(talk, session, walk.step)
    if not talk.just_entered:
        talk.ask(_("Press Enter to go on, or b for back: "))


def _prompt(talk: Talk, session: Session, prompt: Prompt) -> None:
    try:
        ask_about(talk, session, prompt)
    except Missing:
        talk.say(_("What is asked here cannot be read on this machine."))
