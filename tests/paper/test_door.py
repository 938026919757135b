"""The sheet for a door: read from two metres, word for word, and silent about who lives there."""

from __future__ import annotations

import re

import pytest

from course.emergency import PLACES
from course.notebook.notebook import Notebook
from course.paper.pdf import Pdf
from course.places import lessons_folder
from course.plan.document import Sheet
from tests.paper.documents import HOSTILE, QUICK_START, tabled
from tests.paper.notebooks import FILLED, filled
from tests.paper.test_pages import (
    MADE_UP,
    SHEETS,
    letters,
    needs_poppler,
    pages,
    printed,
    text,
)
from tests.paper.test_pdf import bare, words

STEPS = lessons_folder() / "en" / "safety" / "overdose-steps.md"


def door(book: Notebook, region: str = "UK", sheet: Sheet = "a4") -> Pdf:
    return printed(book, sheet, region, "door")


def with_naloxone(*rows: dict[str, bool | int | str]) -> Notebook:
    answers = {**QUICK_START.answers, "my-naloxone": tabled(*rows)}
    return QUICK_START.model_copy(update={"answers": answers})


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", MADE_UP)
def test_it_is_one_page(name: str, sheet: Sheet, region: str) -> None:
    assert pages(door(MADE_UP[name], region, sheet)) == 1


@needs_poppler
@pytest.mark.parametrize("region", [*PLACES, ""])
def test_in_every_country_it_is_one_page_with_the_number_very_large(region: str) -> None:
    pdf = door(QUICK_START, region)
    assert pages(pdf) == 1
    assert max(letters(pdf)) >= (50 if region else 30)


@needs_poppler
def test_the_steps_are_word_for_word_those_of_the_safety_text() -> None:
    _, _, written = STEPS.read_text().split("+++")
    said = words(door(Notebook()))
    for step in written.strip().splitlines():
        number, name, rest = re.fullmatch(r"(\d)\. \*\*(.*?)\*\* (.*)", step).groups()
        assert bare(number + name) in said
        assert bare(rest.replace("{emergency}", "999")) in said


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", MADE_UP)
def test_the_names_of_the_steps_can_be_read_from_two_metres(
    name: str, sheet: Sheet, region: str
) -> None:
    sizes = letters(door(MADE_UP[name], region, sheet))
    assert sum(count for size, count in sizes.items() if 24 <= size < 40) > 60
    assert sizes.most_common(1)[0][0] >= 11.5


@needs_poppler
def test_it_says_that_no_clinician_has_looked_at_it_yet() -> None:
    assert "Not yet reviewed by a clinician." in text(door(Notebook()))


@needs_poppler
def test_the_place_of_the_naloxone_is_said_in_the_learners_words() -> None:
    said = words(door(filled()))
    assert bare("Kitchen, top drawer") in said
    assert bare("In my work bag") in said


@needs_poppler
def test_it_holds_names_and_numbers_and_nothing_else_about_anybody() -> None:
    said = words(door(filled()))
    for person in ("Sam (sponsor)", "Ruth, my sister", "07700 900 456"):
        assert bare(person) in said
    kept_back = ("Alex", "Mia", "Come and be with me", "Listen", "Dr Okafor", "payday", "My plan")
    for secret in kept_back:
        assert bare(secret) not in said, secret


@needs_poppler
def test_who_is_marked_private_is_not_on_a_door() -> None:
    people = FILLED["my-people"]
    sam, *others = people.rows
    hidden = people.model_copy(update={"rows": (sam.model_copy(update={"private": True}), *others)})
    said = words(door(Notebook(answers={"my-people": hidden})))
    assert "Sam" not in said
    assert "Jo07700900789" in said


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
def test_long_words_go_to_a_second_page_and_never_the_steps(sheet: Sheet, region: str) -> None:
    pdf = door(with_naloxone({"where": "behind the blue door " * 60}), region, sheet)
    front = bare(text(pdf, "-raw", "-l", "1"))
    assert bare("Spray again. No better after 2 to 3 minutes?") in front
    assert bare("Do not let them take more drugs.") in front
    assert "behindthebluedoor" not in front
    assert words(pdf).count("behindthebluedoor") == 60
    assert pdf.notes == (
        "It takes 2 pages. Shorter words under “Where the naloxone is” make it one.",
    )


def test_it_names_the_words_that_are_too_long() -> None:
    people = tabled({"name": "Sam", "phone": "07700 900 123, or " * 90})
    (told,) = door(Notebook(answers={"my-people": people})).notes
    assert "Shorter words under “Then call” make it one." in told


@needs_poppler
def test_hostile_words_are_set_as_they_are() -> None:
    said = words(door(with_naloxone(*({"where": each, "who": "w" * 160} for each in HOSTILE[:4]))))
    for each in HOSTILE[:4]:
        assert bare(each) in said
