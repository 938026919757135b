"""What is told and not asked: a reading step, an answer given before, and what is said to it."""

from __future__ import annotations

from course.content.lesson import Passage, Reading
from course.content.prompts import Prompt, Sort
from course.content.prose import words
from course.language import N_, _
from course.notebook.answers import Chosen, Done, Rated, Said
from course.plain.say import WAYS
from course.plain.talk import Talk
from course.plan.blocks import chosen_words
from course.plan.cells import rating
from course.session.session import Session
from course.session.verdict import Feedback, Reason


def tell_reading(talk: Talk, session: Session, step: Reading) -> None:
    """The title and the passages, each saying whose words it holds."""
    talk.say(step.title)
    for passage in step.passages:
        if passage.title not in ("", step.title):
            talk.say(passage.title)
        if voice := _voice(session, passage):
            talk.say(voice)
        talk.prose(session.filled(passage.prose))


def _voice(session: Session, passage: Passage) -> str:
    match passage.voice:
        case "article":
            return _("The article says:")
        case "research":
            return _("Newer research adds ({sources}):").format(sources=_sources(session, passage))
        case "course":
            return _("Our own note:")
        case "safety":
            return _("Safety:")
        case "summary":
            return _("Summary:")
        case _:
            return ""


def _sources(session: Session, passage: Passage) -> str:
    told = [(ref, session.source(ref)) for ref in passage.refs]
    return "; ".join(
        f"{source.publisher or source.title}, {source.year}" if source else ref
        for ref, source in told
    )


def tell_answer(talk: Talk, session: Session, prompt: Prompt) -> None:
    """What was answered before, so that Enter can leave it. Lists and tables tell it themselves."""
    answer = session.answer_to(prompt.id)
    match answer:
        case Chosen():
            told = _picked(prompt, answer)
        case Rated():
            told = rating(answer.value, answer.high)
        case Said():
            told = answer.text
        case Done():
            told = _(WAYS.get(type(prompt), {}).get(answer.how) or N_("Partly"))
        case _:
            told = ""
    if told:
        talk.say(_("Your answer so far: {answer}").format(answer=told))


def _picked(prompt: Prompt, answer: Chosen) -> str:
    lines = chosen_words(answer, prompt)
    if not isinstance(prompt, Sort):
        return "; ".join(lines)
    titles = {box.id: box.title for box in prompt.boxes}
    boxes = [titles.get(pick.box, "") for pick in answer.picks]
    return "; ".join(f"{line}: {box}" for line, box in zip(lines, boxes, strict=True))


def tell_feedback(talk: Talk, session: Session, feedback: Feedback) -> None:
    """How it was, and why. Before a second try nothing is given away."""
    talk.say(_("Answer: yes, that is it.") if feedback.right else _not_quite(feedback))
    if feedback.sure:
        talk.say(_("You were sure, and many people are."))
    if feedback.again:
        _tell_first(talk, session, feedback)
    else:
        tell_reasons(talk, session, feedback)


def tell_reasons(talk: Talk, session: Session, feedback: Feedback) -> None:
    """Every option, how it stands, and its reason."""
    for reason in feedback.reasons:
        talk.say(_in_words(reason))
        talk.prose(session.filled(reason.why), _("Why:"))


def _not_quite(feedback: Feedback) -> str:
    if feedback.of < 2:
        return _("Answer: not quite.")
    told = _("Answer: not quite. You found {found} of {of}.")
    return told.format(found=feedback.found, of=feedback.of)


def _tell_first(talk: Talk, session: Session, feedback: Feedback) -> None:
    for reason in feedback.reasons:
        if reason.box and not reason.right:
            talk.say(_("Not in its place yet: {words}").format(words=words(reason.words)))
        elif reason.picked and not reason.box:
            talk.say(_("You picked: {words}").format(words=words(reason.words)))
            talk.prose(session.filled(reason.why), _("Why:"))
    talk.say(_("You can try once more."))


def _in_words(reason: Reason) -> str:
    """The option and how it stands, for an ear."""
    if reason.box and reason.right:
        told = _("{words}. Its place, where you put it: {place}.")
    elif reason.box:
        told = _("{words}. Its place: {place}.")
    elif reason.right:
        told = _("{words} (right, and you picked it)") if reason.picked else _("{words} (right)")
    else:
        told = _("{words} (you picked this)") if reason.picked else "{words}"
    return told.format(words=words(reason.words), place=reason.box)
