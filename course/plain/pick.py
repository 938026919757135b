"""Asking what can be picked by number: choose, order, sort, a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.content.prompts import Choose, Option, Order, Scenario, Sort
from course.language import N_, _
from course.notebook.answers import Chosen, Pick, Sureness
from course.plain.talk import Answered, Talk
from course.session.session import Session
from course.session.story import ended, part_reached, turns_taken

_SURE: tuple[tuple[Sureness, str], ...] = (
    ("sure", N_("Sure")),
    ("fairly", N_("Fairly sure")),
    ("guess", N_("I am guessing")),
)


def choose(talk: Talk, session: Session, prompt: Choose) -> Iterator[Answered]:
    """One number, or several."""
    options = session.shuffled(prompt).options
    most = _most(prompt)
    if most == 1:
        number = talk.pick([option.text for option in options])
        picked: tuple[int, ...] = () if number is None else (number,)
    else:
        talk.numbered(option.text for option in options)
        picked = talk.numbers(
            _("Type one or more numbers, such as 1 2, or press Enter to go on: "),
            len(options),
            most,
        )
    if picked:
        sure = _sureness(talk) if prompt.sure and not session.tries(prompt.id) else ""
        picks = _picks([options[number] for number in picked])
        yield Answered(prompt.id, _chosen(session, picks, sure))


def _most(prompt: Choose) -> int:
    if not prompt.several:
        return 1
    return len(prompt.options) if prompt.marked else prompt.most


def _sureness(talk: Talk) -> Sureness:
    talk.say(_("How sure are you? This is never scored."))
    number = talk.pick([_(words) for _name, words in _SURE])
    return "" if number is None else _SURE[number][0]


def order(talk: Talk, session: Session, prompt: Order) -> Iterator[Answered]:
    """All the numbers, in the right order."""
    options = session.shuffled(prompt).options
    talk.numbered(option.text for option in options)
    question = _("Type all the numbers in the right order, or press Enter to go on: ")
    while picked := talk.numbers(question, len(options), len(options)):
        if len(picked) == len(options):
            picks = _picks([options[number] for number in picked])
            yield Answered(prompt.id, _chosen(session, picks))
            return
        talk.say(_("Some are missing. Please type all {count}.").format(count=len(options)))


def sort(talk: Talk, session: Session, prompt: Sort) -> Iterator[Answered]:
    """One thing after the other, each with the number of its box."""
    picks = []
    for item in session.shuffled(prompt).items:
        talk.say(item.text)
        number = talk.pick([box.title for box in prompt.boxes])
        if number is None:
            return
        picks.append(Pick(id=item.id, words=item.text, box=prompt.boxes[number].id))
    yield Answered(prompt.id, _chosen(session, picks))


def scenario(talk: Talk, session: Session, prompt: Scenario) -> Iterator[Answered]:
    """Part after part, from where the story stands until it ends."""
    answer = session.answer_to(prompt.id)
    picks = [*answer.picks] if isinstance(answer, Chosen) else []
    picks = picks[: len(turns_taken(prompt, picks))]
    if picks and ended(prompt, picks):
        if talk.pick([_("Go through the story again")]) is None:
            return
        picks = []
    while True:
        part = part_reached(prompt, picks)
        talk.say(part.title)
        talk.prose(session.filled(part.prose))
        if not part.turns:
            return
        number = talk.pick([turn.text for turn in part.turns])
        if number is None:
            return
        turn = part.turns[number]
        picks.append(Pick(id=turn.id, words=turn.text, box=part.id))
        yield Answered(prompt.id, _chosen(session, picks))
        talk.prose(session.filled(turn.why))


def _picks(options: Sequence[Option]) -> list[Pick]:
    return [Pick(id=option.id, words=option.text) for option in options]


def _chosen(session: Session, picks: Sequence[Pick], sure: Sureness = "") -> Chosen:
    return Chosen(picks=tuple(picks), language=session.course.language, sure=sure)
