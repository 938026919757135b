"""Words taken out for good, here and in every copy that comes by."""

from __future__ import annotations

import pytest
from hypothesis import given

from course.notebook.answers import Listed, Said, Tabled
from course.notebook.erasing import without, without_answer
from course.notebook.merge import merge
from course.notebook.notebook import Entry, Notebook
from course.notebook.units import Item, Row
from course.store.form import to_bytes
from tests.notebook.whole import notebooks
from tests.store.said import NOON

CANARY = "canary"


@pytest.fixture
def notebook() -> Notebook:
    items = tuple(Item(id=f"i{n}", by="mine", text=f"{CANARY} {n}") for n in (1, 2))
    rows = (Row(id="r1", by="mine", cells={"who": CANARY}),)
    entry = Entry(id="e1", by="mine", kind="slip", at=NOON, fields={"note": CANARY})
    full = Notebook().noted(entry)
    for name, answer in {
        "list": Listed(items=items, by="mine"),
        "table": Tabled(rows=rows, by="mine"),
        "why": Said(text=CANARY, by="mine"),
    }.items():
        full = full.answered(name, answer)
    return full


@pytest.mark.parametrize("unit", ["i1", "r1", "e1"])
def test_a_line_a_row_and_an_entry_leave_no_word(notebook: Notebook, unit: str) -> None:
    before = to_bytes(notebook).count(CANARY.encode())
    assert to_bytes(without(notebook, unit, "mine")).count(CANARY.encode()) == before - 1


def test_only_that_line_is_gone(notebook: Notebook) -> None:
    left = without(notebook, "i1", "mine").answers["list"]
    assert isinstance(left, Listed)
    assert [item.text for item in left.present] == ["canary 2"]


def test_what_is_not_there_changes_nothing(notebook: Notebook) -> None:
    assert without(notebook, "nothing", "mine") is notebook
    assert without_answer(notebook, "nothing", "mine") is notebook


def test_a_slip_is_not_even_there_as_a_slip(notebook: Notebook) -> None:
    (entry,) = without(notebook, "e1", "mine").entries
    assert (entry.kind, entry.gone, entry.fields) == ("", True, {})
    assert b"slip" not in to_bytes(without(notebook, "e1", "mine"))


@pytest.mark.parametrize("prompt", ["list", "table", "why"])
def test_a_whole_answer_can_go(notebook: Notebook, prompt: str) -> None:
    left = without_answer(notebook, prompt, "mine")
    assert left.answers[prompt].empty
    assert CANARY not in str(left.answers[prompt].model_dump())


def test_a_copy_from_elsewhere_does_not_bring_it_back(notebook: Notebook) -> None:
    erased = notebook
    for unit in ("i1", "i2", "r1", "e1"):
        erased = without(erased, unit, "mine")
    erased = without_answer(erased, "why", "mine")
    for met in (merge(erased, notebook), merge(notebook, erased)):
        assert CANARY.encode() not in to_bytes(met)


@given(notebooks)
def test_any_notebook_can_be_emptied(notebook: Notebook) -> None:
    for entry in notebook.entries:
        notebook = without(notebook, entry.id, "me")
    for prompt in notebook.answers:
        notebook = without_answer(notebook, prompt, "me")
    assert all(answer.empty for answer in notebook.answers.values())
    assert all(entry.gone for entry in notebook.entries)
