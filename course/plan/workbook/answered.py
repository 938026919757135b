"""The back of the book: what is right, why, and why not."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.prompts import (
    AskMyPlan,
    Choose,
    Option,
    Order,
    Prompt,
    Rate,
    Scenario,
    Sort,
    Write,
)
from course.language import _
from course.plan.workbook.asked import columns_named, shown_items, shown_options
from course.plan.workbook.book import Reason, Solution
from course.plan.workbook.numbers import Numbered, Numbers
from course.plan.workbook.story import labels_of
from course.plan.workbook.wording import Wording, letter


def solution(each: Numbered, numbers: Numbers, wording: Wording) -> Solution | None:
    """What the back says to the question; None where only the person can know."""
    prompt = each.prompt
    match prompt:
        case Choose() if prompt.marked:
            return Solution(each.number, *_chosen(prompt, wording))
        case Order():
            return Solution(each.number, *_ordered(prompt, wording))
        case Sort():
            return Solution(each.number, _("Where each one goes"), tuple(_sorted(prompt, wording)))
        case Scenario():
            return Solution(
                each.number, _("Each way, and why"), tuple(_ways(each, prompt, wording))
            )
        case _:
            return _to_think_on(each.number, prompt, numbers, wording)


def _to_think_on(
    number: str, prompt: Prompt, numbers: Numbers, wording: Wording
) -> Solution | None:
    match prompt:
        case Rate() if any(end.why for end in prompt.ends):
            return Solution(number, _("No number is better"), tuple(_ends(prompt, wording)))
        case Write() if prompt.model:
            return Solution(number, _("One way to say it"), prose=wording.prose(prompt.model))
        case AskMyPlan() if prompt.answer:
            named = Wording(wording.region, columns_named(prompt, numbers))
            return Solution(number, _("Then look"), prose=named.prose(prompt.answer))
        case _:
            return None


def _reason(label: str, option: Option, wording: Wording, *, right: bool = False) -> Reason:
    return Reason(label, wording.text(option.words), wording.prose(option.why), right)


def _chosen(prompt: Choose, wording: Wording) -> tuple[str, tuple[Reason, ...]]:
    lettered = [(letter(n), option) for n, option in enumerate(shown_options(prompt))]
    right = ", ".join(sign for sign, option in lettered if option.right)
    return _("Tick {letters}").format(letters=right), tuple(
        _reason(sign, option, wording, right=option.right)
        for sign, option in sorted(lettered, key=lambda pair: not pair[1].right)
    )


def _ordered(prompt: Order, wording: Wording) -> tuple[str, tuple[Reason, ...]]:
    letters = {option.id: letter(n) for n, option in enumerate(shown_options(prompt))}
    order = ", ".join(letters[option.id] for option in prompt.options)
    return _("In this order: {letters}").format(letters=order), tuple(
        _reason(letters[option.id], option, wording, right=True) for option in prompt.options
    )


def _sorted(prompt: Sort, wording: Wording) -> Iterable[Reason]:
    letters = {item.id: letter(n) for n, item in enumerate(shown_items(prompt))}
    for box in prompt.boxes:
        for item in sorted(prompt.items, key=lambda item: letters[item.id]):
            if item.box == box.id:
                yield _reason(f"{letters[item.id]} → {box.title}", item, wording, right=True)


def _ways(each: Numbered, prompt: Scenario, wording: Wording) -> Iterable[Reason]:
    labels = labels_of(each.number, prompt)
    for part in sorted(prompt.parts, key=lambda part: [*labels].index(part.id)):
        for turn in part.turns:
            yield _reason(f"{labels[part.id]} → {labels[turn.to]}", turn, wording)


def _ends(prompt: Rate, wording: Wording) -> Iterable[Reason]:
    for near, end in zip((prompt.low, prompt.high), prompt.ends, strict=False):
        yield _reason(_("Near {number}:").format(number=near), end, wording)
