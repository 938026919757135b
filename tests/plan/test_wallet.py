from datetime import date

import pytest

from course.content.course import Course
from course.content.help_lines import HelpLine
from course.content.prose import plain
from course.emergency import ANYWHERE, PLACES, emergency_number
from course.notebook.answers import Answer
from course.notebook.notebook import Notebook
from course.places import lessons_folder
from course.plan.build import build
from course.plan.document import Contacts, Document, Points, Words
from course.plan.wallet import callable_lines, few_lines, tel_of
from tests.paper.notebooks import FILLED, filled, listed, said

OURS = Course([lessons_folder()], "en")


def wallet(region: str = "UK", **answers: Answer) -> Document:
    book = Notebook(answers={name.replace("_", "-"): one for name, one in answers.items()})
    return build(OURS, book, "wallet", today=date(2026, 11, 22), region=region)


def titles(document: Document) -> list[str]:
    return [part.title for part in document.parts]


@pytest.mark.parametrize(
    ("number", "calls"),
    [
        ("116 123", "tel:116123"),
        ("1-800-662-4357", "tel:18006624357"),
        ("+44 (0)300 123 6600", "tel:+4403001236600"),
        ("1737", "tel:1737"),
        ("988", "tel:988"),
        ("988, then press 2", ""),
        ("text 85258", ""),
        ("findahelpline.com", ""),
        ("", ""),
    ],
)
def test_a_phone_can_call_plain_numbers(number: str, calls: str) -> None:
    assert tel_of(number) == calls


USUAL = {
    "US": "1-800-662-4357",
    "UK": "116 123",
    "IE": "116 123",
    "AU": "13 11 14",
    "NZ": "1737",
    "CA": "",
    "": "",
}
"""The first that listens or leads to help, and that nobody types by heart."""


@pytest.mark.parametrize("region", [*PLACES, ""])
def test_a_few_lines_start_with_the_emergency_number_and_one_has_a_code(region: str) -> None:
    few = few_lines(_lines(region), region)
    assert few[0].number == emergency_number(region)
    assert len(few) <= 4
    assert {line.number for line in few if line.dial} == {USUAL[region]} - {""}


def test_to_be_called_is_offered_what_a_phone_can_call_and_no_emergency_number() -> None:
    offered = {region: [line.id for line in callable_lines(_lines(region))] for region in PLACES}
    assert offered["US"] == ["us-988", "us-samhsa", "us-safespot", "us-poison"]
    assert offered["UK"] == ["uk-111", "uk-samaritans"]
    assert offered["CA"] == ["ca-988"]
    assert all(offered.values())
    assert callable_lines(_lines(ANYWHERE)) == ()


@pytest.mark.parametrize("region", PLACES)
def test_each_line_that_is_offered_can_be_chosen_and_stands_beside_its_code(region: str) -> None:
    for line in callable_lines(_lines(region)):
        few = few_lines(_lines(region), region, line.id)
        coded = [(each.name, each.number, each.dial) for each in few if each.dial]
        assert coded == [(line.name, line.contact, tel_of(line.contact))]
        assert few[0].number == emergency_number(region)
        assert len(few) <= 4


@pytest.mark.parametrize("chosen", ["us-samhsa", "uk-gone", "uk-shout", "uk-emergency", ""])
def test_a_line_that_is_gone_abroad_or_cannot_be_called_falls_back_to_the_usual(
    chosen: str,
) -> None:
    assert few_lines(_lines("UK"), "UK", chosen) == few_lines(_lines("UK"), "UK")


def _lines(region: str) -> tuple[HelpLine, ...]:
    return OURS.help_lines(region)


def test_a_line_nobody_has_confirmed_says_so() -> None:
    line = HelpLine(
        id="x",
        region="UK",
        name="X",
        contact="1",
        kind="crisis",
        source="y",
        status="not confirmed",
    )
    assert few_lines([line], "UK")[1].note == "Not confirmed"


def test_steps_come_before_pairs_and_suggestions_after_own_words() -> None:
    filled_in = wallet(alone_steps=listed("Walk"), when_then=FILLED["when-then"])
    assert titles(filled_in)[:2] == ["When an urge comes", "When, then"]
    assert titles(wallet(when_then=FILLED["when-then"]))[:2] == ["When, then", "When an urge comes"]
    assert titles(wallet())[:2] == ["When an urge comes", "People I call"]


def test_the_cover_has_the_first_reason_alone() -> None:
    part = wallet(card_line=said("For me"), my_reasons=listed("My bed", "My dog")).parts[0]
    assert part.blocks == (Words("For me"),)
    part = wallet(my_reasons=listed("My bed", "My dog")).parts[0]
    assert part.blocks == (Words("My bed"),)


def test_of_the_safety_texts_it_has_the_first_words_and_the_names_of_the_steps() -> None:
    overdose = next(part for part in wallet().parts if part.id == "overdose")
    first = plain(OURS.safety("tolerance").prose).split("\n")[0]
    assert Words(first, own=False) in overdose.blocks
    steps = overdose.blocks[-1]
    assert isinstance(steps, Points)
    assert steps.points[0] == "Check."
    whole = plain(OURS.safety("overdose-steps").prose).split("\n")
    assert [line.startswith(name) for line, name in zip(whole, steps.points, strict=True)] == [
        True
    ] * 6


def test_all_people_are_on_it_in_their_order() -> None:
    made = build(OURS, filled(), "wallet", today=date(2026, 11, 22), region="UK")
    people = next(part for part in made.parts if part.look == "people")
    names = [
        one.name for block in people.blocks if isinstance(block, Contacts) for one in block.people
    ]
    assert names[:4] == ["Sam (sponsor)", "Ruth, my sister", "Jo", "Dee, my key worker"]
