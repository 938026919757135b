"""The measure of how hard a text is to read: against fixed values, and on what others miscount."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from course.content.passive import is_passive
from course.content.reading import measured, normal, sentences
from course.content.syllables import syllables

PASSAGES = tomllib.loads((Path(__file__).parent / "passages.toml").read_text("utf-8"))
TOLERANCE = 0.05
"""In grades. More than that is a change of the measure, and needs new values."""


@pytest.mark.parametrize("name", PASSAGES)
def test_a_passage_has_the_grade_it_had(name: str) -> None:
    passage = PASSAGES[name]
    found = measured([passage["text"]])
    assert (found.words, len(found.sentences)) == (passage["words"], passage["sentences"])
    assert found.grade == pytest.approx(passage["grade"], abs=TOLERANCE)
    assert found.smog == pytest.approx(passage["smog"], abs=TOLERANCE)


def test_there_are_twenty_passages_from_easy_to_hard() -> None:
    grades = [passage["grade"] for passage in PASSAGES.values()]
    assert len(grades) == 20
    assert min(grades) < 1
    assert max(grades) > 18


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("call stop breathe friend through", 1),
        ("safety helpful people clinic maybe useful asthma", 2),
        ("naloxone methadone fentanyl suicide together", 3),
        ("buprenorphine opioid anxiety", 4),
        ("911 71 2024", 2),
    ],
)
def test_syllables_are_those_that_are_spoken(words: str, count: int) -> None:
    assert {syllables(word) for word in words.split()} == {count}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Call 911.", 1),
        ("Stop. Look. Call.", 3),
        ("Ask e.g. a nurse or a friend.", 1),
        ("Come at 9 a.m. and bring a friend.", 1),
        ("It took 3.5 hours.", 1),
        ("Call 1-800-662-4357. Ask for help.", 2),
        ("See findahelpline.com or www.example.org. It is free.", 2),
        ("In the U.S. supply there is more.", 1),
        ("Dr. Ramos came.", 1),
        ("“Stay with me.” Then he left.", 2),
        ("A bullet\nAnother bullet", 2),
        ("What now? Go on!", 2),
        ("I will never… Why try?", 2),
    ],
)
def test_sentences_are_counted_as_they_are_read(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_bullets_without_full_stops_are_no_long_sentence() -> None:
    bullets = "\n".join(["Call a friend", "Go for a walk", "Drink some water"] * 4)
    assert measured([bullets]).longest == 4
    assert measured([bullets]).grade < 3


def test_numbers_and_addresses_are_one_word() -> None:
    assert normal("Call +1 (800) 662-4357 now") == "Call number now"
    assert normal("Write to help@example.org or {emergency}") == "Write to number or number"


def test_masked_terms_count_as_one_short_word() -> None:
    text = "Naloxone can undo an opioid overdose. Opioids slow breathing."
    terms = ["naloxone", "opioid", "overdose"]
    assert measured([text], terms).words == measured([text]).words
    assert measured([text], terms).grade < measured([text]).grade - 3
    assert len(measured([text], terms).sentences) == 2


def test_nothing_to_read_has_no_grade() -> None:
    assert measured([]).grade == 0
    assert measured(["…"]).smog == 0


@pytest.mark.parametrize(
    "text",
    [
        "The plan was written by Ana.",
        "Naloxone is often given too late.",
        "You will be asked about it.",
        "They weren't told.",
    ],
)
def test_the_passive_is_found(text: str) -> None:
    assert is_passive(text)


@pytest.mark.parametrize(
    "text",
    [
        "You are tired and scared.",
        "I am used to it.",
        "She is ready.",
        "He was at home.",
        "They did it together.",
    ],
)
def test_how_somebody_is_is_no_passive(text: str) -> None:
    assert not is_passive(text)
