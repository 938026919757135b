"""Asking for what is said in one go: a number, own words, whether a thing was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from course.content.prompts import AskMyPlan, Option, Pause, Prompt, Rate, Task, Write
from course.language import N_, _
from course.notebook.answers import Done, Rated, Said
from course.plain.talk import Answered, Talk
from course.session.session import Session

How: TypeAlias = Literal["yes", "part", "not-yet"]

WAYS: dict[type[Prompt], dict[How, str]] = {
    Pause: {"yes": N_("Done"), "part": N_("Partly"), "not-yet": N_("Not yet")},
    Task: {"yes": N_("I will"), "not-yet": N_("Not this time")},
    AskMyPlan: {"yes": N_("I knew it"), "part": N_("Partly"), "not-yet": N_("Not yet")},
}
"""How a person may say that it went, for each kind that asks no more than that."""


def rate(talk: Talk, session: Session, prompt: Rate) -> Iterator[Answered]:
    """A number on the scale."""
    for at, end in zip((prompt.low, prompt.high), prompt.ends, strict=False):
        talk.say(f"{at}: {end.text}")
    question = _("Type a number from {low} to {high}, or press Enter to go on: ")
    value = talk.number(question.format(low=prompt.low, high=prompt.high), prompt.low, prompt.high)
    if value is not None:
        yield Answered(prompt.id, Rated(value=value, high=prompt.high))
        if near := _near(prompt, value):
            talk.prose(session.filled(near.why))


def _near(prompt: Rate, value: int) -> Option | None:
    """The end of the scale that the number is near, if it is near one."""
    third = (prompt.high - prompt.low) / 3
    if not prompt.ends or prompt.low + third < value < prompt.high - third:
        return None
    return prompt.ends[0] if value <= prompt.low + third else prompt.ends[-1]


def write(talk: Talk, session: Session, prompt: Write) -> Iterator[Answered]:
    """Own words, or a starter reworded; then a way to say it, and what to look for in it."""
    before = session.answer_to(prompt.id)
    text = own_words(talk, [option.text for option in prompt.menu])
    if not text:
        return
    said = before if isinstance(before, Said) else Said()
    said = said.model_copy(update={"text": text, "ticked": ()})
    yield Answered(prompt.id, said)
    talk.prose(session.filled(prompt.model), _("One way to say it:"))
    if ticked := _ticked(talk, prompt):
        yield Answered(prompt.id, said.model_copy(update={"ticked": ticked}))


def _ticked(talk: Talk, prompt: Write) -> tuple[str, ...]:
    if not prompt.check:
        return ()
    talk.say(_("Which of these are in what you wrote?"))
    talk.numbered(option.text for option in prompt.check)
    count = len(prompt.check)
    numbers = talk.numbers(_("Type their numbers, or press Enter for none: "), count, count)
    return tuple(prompt.check[number].id for number in sorted(numbers))


def own_words(talk: Talk, menu: Sequence[str], now: str = "") -> str:
    """A line in the person's own words, perhaps begun from a menu; ``now`` for Enter alone."""
    talk.numbered(menu)
    ask = _("Type a number or your own words, or Enter to go on: ") if menu else ""
    typed = talk.ask(ask or _("Type your own words, or press Enter to go on: "), free=True)
    if not (typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= len(menu)):
        return typed or now
    picked = menu[int(typed) - 1]
    talk.say(picked)
    return talk.ask(_("Say it in your own words, or press Enter to keep it: "), free=True) or picked


def pause(talk: Talk, session: Session, prompt: Pause) -> Iterator[Answered]:
    """Something to do for a while. Nothing counts down: a voice would talk over it."""
    talk.numbered((option.text for option in prompt.menu), mark="-")
    talk.say(_("Take {seconds} seconds, or as long as you like.").format(seconds=prompt.seconds))
    yield from how_it_went(talk, prompt)


def task(talk: Talk, session: Session, prompt: Task) -> Iterator[Answered]:
    """Something to do before next time."""
    yield from how_it_went(talk, prompt)


def how_it_went(talk: Talk, prompt: Prompt) -> Iterator[Answered]:
    """One of the ways, by its words."""
    ways = WAYS[type(prompt)]
    number = talk.pick([_(words) for words in ways.values()])
    if number is not None:
        yield Answered(prompt.id, Done(how=[*ways][number]))
