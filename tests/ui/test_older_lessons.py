"""Answers outlive the lesson they were given to: whatever it asks today, its screen opens."""

from __future__ import annotations

import pytest

from course.content.prompts import Prompt
from course.notebook.answers import Answer, Chosen, Done, Listed, Pick, Rated, Said, Tabled
from course.notebook.notebook import Notebook
from course.notebook.units import Item, Row
from tests.ui.keys import pressed, ready
from tests.ui.prompts import KINDS, ORDER
from tests.ui.stage import staged

SHAPES: tuple[Answer, ...] = (
    Rated(value=99),
    Said(text="My words"),
    Listed(items=(Item(id="1", text="My line"),)),
    Tabled(rows=(Row(id="1", cells={"gone": "My cell", "sure": "seven", "tick": 3}),)),
    Done(how="part"),
)


def chosen(*ids: str) -> Chosen:
    return Chosen(picks=tuple(Pick(id=each, words=f"My {each}", box="gone") for each in ids))


async def opens(prompt: Prompt, answer: Answer) -> None:
    app = staged(prompt, notebook=Notebook(answers={prompt.id: answer}))
    async with app.run_test() as pilot:
        await ready(pilot)
        await pressed(pilot, "down", "enter")
        assert app._exception is None


@pytest.mark.parametrize("kind", KINDS)
async def test_an_answer_of_another_shape_does_no_harm(kind: str, quick_pilot: None) -> None:
    for answer in (*SHAPES, chosen("gone", "gone-too")):
        await opens(KINDS[kind], answer)


def other_orders(*right: str) -> list[tuple[str, ...]]:
    """With steps that are new, that are gone, or that were called something else."""
    return [
        right[:-1],
        (*right, "gone"),
        ("gone", *right[1:]),
        ("gone", *reversed(right)),
    ]


@pytest.mark.parametrize("ids", other_orders(*(option.id for option in ORDER.options)))
async def test_an_order_of_other_steps_is_looked_at(
    ids: tuple[str, ...], quick_pilot: None
) -> None:
    await opens(ORDER, chosen(*ids))
