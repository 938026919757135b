"""What is said to an answer that can be right: whether it is, and the reason of every option."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from course.content.prompts import Choose, Option, Order, Prompt, Sort
from course.content.prose import Line, Prose
from course.notebook.answers import Chosen, Pick

TRIES = 2
"""How often a question is asked at once; after that the answer is shown."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One option looked back on."""

    id: str
    words: Line
    why: Prose
    picked: bool
    right: bool
    box: str = ""
    """For sorting: the title of the box it belongs in. For ordering: its number."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Everything there is to say. ``reasons`` starts with what was picked."""

    right: bool
    again: bool
    """Whether a second try is offered now."""
    found: int
    of: int
    """How many of the right ones were found."""
    reasons: tuple[Reason, ...]
    sure: bool = False
    """The person was sure, and it was not quite so."""

    def in_full(self) -> Feedback:
        """What is said to who wants no second try: the reason of every option."""
        return replace(self, again=False)


def is_right(prompt: Prompt, picks: Sequence[Pick]) -> bool:
    """Whether these picks answer the prompt. Only for prompts that hold a right answer."""
    return bool(picks) and _found(prompt, picks) == _wanted(prompt) == len(picks)


def feedback(prompt: Prompt, answer: Chosen) -> Feedback:
    """What to say to this answer."""
    right = is_right(prompt, answer.picks)
    return Feedback(
        right=right,
        again=not right and answer.tries < TRIES,
        found=_found(prompt, answer.picks),
        of=_wanted(prompt),
        reasons=_reasons(prompt, answer),
        sure=answer.sure == "sure" and not right,
    )


def _wanted(prompt: Prompt) -> int:
    match prompt:
        case Choose():
            return sum(option.right for option in prompt.options)
        case Order():
            return len(prompt.options)
        case Sort():
            return len(prompt.items)
        case _:
            return 0


def _found(prompt: Prompt, picks: Sequence[Pick]) -> int:
    match prompt:
        case Choose():
            right = {option.id for option in prompt.options if option.right}
            return len(right.intersection(pick.id for pick in picks))
        case Order():
            pairs = zip(picks, prompt.options, strict=False)
            return sum(pick.id == option.id for pick, option in pairs)
        case Sort():
            put = {pick.id: pick.box for pick in picks}
            return sum(put.get(item.id) == item.box for item in prompt.items)
        case _:
            return 0


def _reasons(prompt: Prompt, answer: Chosen) -> tuple[Reason, ...]:
    match prompt:
        case Choose():
            return _chosen(prompt.options, answer)
        case Order():
            return _ordered(prompt.options, answer)
        case Sort():
            return _sorted(prompt, answer)
        case _:
            return ()


def _chosen(options: Sequence[Option], answer: Chosen) -> tuple[Reason, ...]:
    picked = set(answer.ids)
    reasons = [Reason(o.id, o.words, o.why, o.id in picked, o.right) for o in options]
    return tuple(sorted(reasons, key=lambda reason: (not reason.picked, not reason.right)))


def _ordered(options: Sequence[Option], answer: Chosen) -> tuple[Reason, ...]:
    at = dict(enumerate(answer.ids))
    return tuple(
        Reason(o.id, o.words, o.why, True, at.get(number) == o.id, str(number + 1))
        for number, o in enumerate(options)
    )


def _sorted(prompt: Sort, answer: Chosen) -> tuple[Reason, ...]:
    put = {pick.id: pick.box for pick in answer.picks}
    titles = {box.id: box.title for box in prompt.boxes}
    reasons = [
        Reason(i.id, i.words, i.why, True, put.get(i.id) == i.box, titles[i.box])
        for i in prompt.items
    ]
    return tuple(sorted(reasons, key=lambda reason: reason.right))
