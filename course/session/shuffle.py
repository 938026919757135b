"""In which order what can be picked is shown: another one for each try."""

from __future__ import annotations

from random import Random
from typing import TypeVar

from course.content.prompts import Choose, Order, Prompt, Sort
from course.session.verdict import TRIES

P = TypeVar("P", bound=Prompt)
T = TypeVar("T")


def shuffled(prompt: P, dice: Random, tries: int) -> P:
    """The prompt as it is shown after so many tries. Menus stay as the authors wrote them."""
    field = _field(prompt)
    if not field:
        return prompt
    return prompt.model_copy(update={field: _mixed(getattr(prompt, field), dice, tries)})


def _field(prompt: Prompt) -> str:
    """The field that holds what is shuffled."""
    match prompt:
        case Sort():
            return "items"
        case Order():
            return "options"
        case Choose() if prompt.marked:
            return "options"
        case _:
            return ""


def _mixed(options: tuple[T, ...], dice: Random, tries: int) -> tuple[T, ...]:
    """Never in the order they were written in, nor in that of the try before it.

    Two have no such choice, and are left to the dice.
    """
    mixed = options
    for _ in range(tries % TRIES + 1):
        before, mixed = mixed, _thrown(options, dice)
        while len(options) > 2 and mixed in (options, before):
            mixed = _thrown(options, dice)
    return mixed


def _thrown(options: tuple[T, ...], dice: Random) -> tuple[T, ...]:
    return tuple(dice.sample(options, len(options)))
