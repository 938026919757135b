from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings

from course.notebook.answers import Answer, Done, Listed, Said
from course.notebook.merge import merge
from course.notebook.notebook import Entry, Notebook
from course.notebook.units import Item, Pen
from tests.notebook.whole import notebooks

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
FEW = settings(max_examples=50)
"""Each example is two or three whole notebooks, with many chances to differ."""
ORDERED = ("items", "rows", "entries", "seen")


def contents(notebook: Notebook) -> str:
    """All it holds, whatever the order of its lists."""

    def sorted_out(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: sorted_out(each, key) for key, each in value.items()}
        if isinstance(value, list | tuple):
            parts = [sorted_out(each) for each in value]
            return sorted(parts, key=str) if name in ORDERED else parts
        return value

    return json.dumps(sorted_out(notebook.model_dump()), sort_keys=True, default=str)


def said(text: str, rev: int, by: str) -> Answer:
    return Said(at=NOON, text=text, rev=rev, by=by)


def listed(*items: Item, rev: int = 1, by: str = "mine") -> Notebook:
    return Notebook(answers={"list": Listed(at=NOON, items=items, rev=rev, by=by)})


def lines(notebook: Notebook) -> list[str]:
    answer = notebook.answers["list"]
    assert isinstance(answer, Listed)
    return [item.text for item in answer.present]


@FEW
@given(notebooks, notebooks)
def test_it_does_not_matter_which_copy_is_ours(one: Notebook, other: Notebook) -> None:
    assert contents(merge(one, other)) == contents(merge(other, one))


@FEW
@given(notebooks, notebooks, notebooks)
def test_it_does_not_matter_who_meets_first(a: Notebook, b: Notebook, c: Notebook) -> None:
    assert contents(merge(merge(a, b), c)) == contents(merge(a, merge(b, c)))


@FEW
@given(notebooks, notebooks)
def test_meeting_again_changes_nothing(one: Notebook, other: Notebook) -> None:
    both = merge(one, other)
    assert contents(one) == contents(merge(one, one))
    assert contents(both) == contents(merge(both, other)) == contents(merge(one, both))


@FEW
@given(notebooks, notebooks)
def test_no_id_of_either_is_lost(one: Notebook, other: Notebook) -> None:
    both = merge(one, other)
    assert one.answers.keys() | other.answers.keys() == both.answers.keys()
    assert {e.id for e in (*one.entries, *other.entries)} == {e.id for e in both.entries}
    assert one.places.keys() | other.places.keys() == both.places.keys()


def test_the_higher_counter_wins_whatever_the_clock_says() -> None:
    ours = Notebook(answers={"why": said("my son", 2, "mine")})
    theirs = Notebook(
        answers={"why": Said(at=NOON.replace(year=2099), text="late", rev=1, by="yours")}
    )
    assert ours == merge(ours, theirs) == merge(theirs, ours)


def test_between_equal_counters_the_name_of_the_copy_decides() -> None:
    ours = Notebook(answers={"why": said("one", 2, "a")})
    theirs = Notebook(answers={"why": said("two", 2, "b")})
    assert theirs == merge(ours, theirs) == merge(theirs, ours)


def test_lines_of_both_copies_stay_in_the_order_of_the_higher() -> None:
    ana, ben, cleo = (Item(id=name, text=name) for name in ("Ana", "Ben", "Cleo"))
    higher = listed(cleo, ana, rev=3)
    assert lines(merge(listed(ana, ben, rev=2), higher)) == ["Cleo", "Ana", "Ben"]


def test_what_one_copy_took_out_does_not_come_back() -> None:
    pen = Pen("mine", str)
    before = (Item(id="1", text="Ana"), Item(id="2", text="Ben"))
    ours = listed(*pen.taken_out(before, "1"), rev=2)
    theirs = listed(*before, Item(id="3", text="Cleo"), rev=5, by="yours")
    assert lines(merge(ours, theirs)) == ["Ben", "Cleo"]


def test_what_was_put_back_later_stays() -> None:
    pen = Pen("mine", str)
    out = pen.taken_out((Item(id="1", text="Ana"),), "1")
    assert lines(merge(listed(*out), listed(*pen.put_back(out, "1")))) == ["Ana"]


def test_a_lesson_once_finished_and_steps_once_seen_stay_so() -> None:
    start = Notebook().standing("one", NOON, "mine", step="a")
    ours = start.left("one", "a", NOON, "mine").finished("one", NOON, "mine")
    theirs = start.left("one", "b", NOON, "yours")
    for _again in range(3):
        theirs = theirs.standing("one", NOON, "yours", step="c")
    place = merge(ours, theirs).places["one"]
    assert ("c", {"a", "b"}, True) == (place.step, set(place.seen), place.finished)


def test_entries_of_both_stand_by_their_day() -> None:
    first, second = (Entry(id=f"e{n}", kind="urge", at=NOON.replace(day=n)) for n in (1, 2))
    both = merge(Notebook(entries=(second,)), Notebook(entries=(first,)))
    assert (first, second) == both.entries


def test_settings_go_as_one() -> None:
    ours = Notebook().chose("mine", theme="dark")
    theirs = Notebook().chose("yours", region="IE").chose("yours", language="en")
    assert theirs.settings == merge(ours, theirs).settings


def test_a_prompt_that_changed_its_kind_is_taken_from_the_higher() -> None:
    ours = listed(Item(id="1", text="Ana"), rev=1)
    theirs = Notebook(answers={"list": Done(at=NOON, rev=2)})
    assert theirs == merge(ours, theirs) == merge(theirs, ours)


def test_fields_of_a_later_version_are_united() -> None:
    ours, theirs = (Notebook(later={name: 1, "both": {name: 1}}) for name in ("a", "b"))
    both = merge(ours, theirs).model_extra
    assert both == {"later": {"a": 1, "b": 1, "both": {"a": 1, "b": 1}}}
