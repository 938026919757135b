from __future__ import annotations

import pytest

from course.notebook.units import Item, Pen, Row, Units, present


@pytest.fixture
def pen() -> Pen:
    numbers = iter(range(100))
    return Pen("mine", lambda: f"id-{next(numbers)}")


@pytest.fixture
def people(pen: Pen) -> Units[Item]:
    return tuple(pen.item(name) for name in ("Ana", "Ben", "Cleo"))


def words(units: Units[Item]) -> list[str]:
    return [item.text for item in present(units)]


def test_a_new_line_has_an_id_of_its_own_and_the_name_of_its_copy(people: Units[Item]) -> None:
    assert [item.id for item in people] == ["id-0", "id-1", "id-2"]
    assert {(1, "mine")} == {item.stamp for item in people}


def test_a_new_row_is_cleaned_in_its_names_and_words(pen: Pen) -> None:
    row = pen.row({"wh\ren": "pay\x1b[2Jday", "sure": 7, "told": True})
    assert row.cells == {"wh\nen": "pay[2Jday", "sure": 7, "told": True}


def test_a_reworded_line_keeps_its_id_and_place(pen: Pen, people: Units[Item]) -> None:
    after = pen.replaced(people, "id-1", text="Benny\x00")
    assert words(after) == ["Ana", "Benny", "Cleo"]
    assert after[1].stamp == (2, "mine")
    assert people[0] is after[0]


def test_a_line_changed_by_another_copy_carries_that_copys_name(people: Units[Item]) -> None:
    after = Pen("yours", str).replaced(people, "id-0", text="Anna")
    assert after[0].stamp == (2, "yours")


def test_private_is_a_change_like_any_other(pen: Pen, people: Units[Item]) -> None:
    after = pen.replaced(people, "id-2", private=True)
    assert [item.private for item in after] == [False, False, True]
    assert after[2].rev == 2


def test_what_is_taken_out_leaves_a_tombstone(pen: Pen, people: Units[Item]) -> None:
    after = pen.taken_out(people, "id-1")
    assert words(after) == ["Ana", "Cleo"]
    assert [item.id for item in after] == ["id-0", "id-1", "id-2"]


def test_what_was_taken_out_can_be_put_back_last(pen: Pen, people: Units[Item]) -> None:
    after = pen.put_back(pen.taken_out(people, "id-0"), "id-0")
    assert words(after) == ["Ben", "Cleo", "Ana"]
    assert after[-1].rev == 3


@pytest.mark.parametrize(
    ("unit_id", "by", "expected"),
    [
        ("id-2", -1, ["Ana", "Cleo", "Ben"]),
        ("id-0", 1, ["Ben", "Ana", "Cleo"]),
        ("id-0", -1, ["Ana", "Ben", "Cleo"]),
        ("id-2", 9, ["Ana", "Ben", "Cleo"]),
        ("nobody", 1, ["Ana", "Ben", "Cleo"]),
    ],
)
def test_moving_stops_at_the_ends(
    people: Units[Item], unit_id: str, by: int, expected: list[str]
) -> None:
    assert expected == words(Pen.moved(people, unit_id, by))


def test_moving_steps_over_what_was_taken_out(pen: Pen, people: Units[Item]) -> None:
    after = Pen.moved(pen.taken_out(people, "id-1"), "id-2", -1)
    assert words(after) == ["Cleo", "Ana"]
    assert len(after) == 3


def test_a_change_keeps_fields_of_a_later_version(pen: Pen) -> None:
    row = Row(id="r", cells={"when": "x"}, mood="calm")
    assert pen.changed(row, cells={"when": "y"}).model_extra == {"mood": "calm"}


def test_nothing_private_shows_in_a_repr(pen: Pen) -> None:
    assert "Ana" not in repr(pen.item("Ana"))
    assert "payday" not in repr(pen.row({"when": "payday"}))
