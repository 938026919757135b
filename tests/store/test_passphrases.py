"""The words that are offered, and what is said of one's own."""

from __future__ import annotations

import math
import re
from random import Random, SystemRandom

import pytest

from course.store import passphrases
from course.store.passphrases import CODE, OFFERED, new_code, offered, plain_code, strength, words

REFUSED = """
    acid addict ale angel arrest arrow ash bag bail bake balloon bar beer bible blade bleed blood
    bless blow body bomb bong booze bottle bow breast brew brick brown bullet burn bust buzz cage
    cash cell chapel chase china choir church cider clean cocktail coke cold cook cop corpse cotton
    court crack crave crime cross crystal cuff cut dead deal death deck demon detox devil die dime
    dirty doctor dope dose dragon drink drown drug drunk dust ecstasy elbow fairy faith fang fight
    fire fix flask foil fury gallows gang gin god grass grave gun habit hang hash heaven hell hemp
    herb heroin high hit hook horse hospital hostage hurt hymn ice inject inmate jab jail jesus
    joint judge jug jump junk junkie junky kick kill kilo knee knife knot lace lance leg line
    liquor lust meth mirror molly monk monkey morphine mosque mouth mule murder muscle naked narc
    needle nickel nod nose opiate opium overdose pain parole pastor patch pick pill pin pipe pistol
    pope poppy pot powder pray prayer preach price priest prison puff punch quit rabbi rage rail
    rehab relapse rib rifle rob rock rope rum rush saint sedate sell sermon sex shoot shot sin skin
    slam slash slip smack smoke smoky sniff snort snow sober soul speed spike spoon stab stash step
    stick stone stoned suicide sweat sword syringe tablet tap tar temple thief throat thumb
    tie toe tongue tooth torch torture trap trigger trip turkey vein vessel vice victim vine
    violence vodka vomit wagon war warden weapon weed whip whiskey wine withdraw wound wrap
    wreck wrist
"""
STEMS = ("addict", "drug", "heroin", "junk", "kill", "opi", "overdos", "polic", "prison", "relaps")


def test_the_list_is_long_enough_for_what_is_said_of_it() -> None:
    assert f" {len(words()):,} " in (passphrases.__doc__ or "")
    assert round(OFFERED * math.log2(len(words())), 1) == 41.8
    assert round(CODE * math.log2(len(words())), 1) == 83.6


def test_each_word_is_short_plain_and_there_once() -> None:
    assert len(set(words())) == len(words())
    assert list(words()) == sorted(words())
    assert [word for word in words() if not re.fullmatch("[a-z]{3,9}", word)] == []


def test_no_word_reminds_of_what_it_should_not() -> None:
    assert set(REFUSED.split()) & set(words()) == set()
    assert [word for word in words() if word.startswith(STEMS)] == []


def test_no_word_is_another_with_an_ending() -> None:
    endings = ("s", "r", "er", "ed", "ing", "ly")
    known = set(words())
    pairs = [(word, word + end) for word in words() for end in endings if word + end in known]
    assert [pair for pair in pairs if pair not in KINDRED] == []


KINDRED = {("even", "evening"), ("flow", "flower"), ("friend", "friendly"), ("teach", "teacher")}


def test_four_words_are_offered_and_never_the_same() -> None:
    dice = SystemRandom()
    found = {offered(dice) for _ in range(200)}
    assert len(found) == 200
    assert {len(set(each.split())) for each in found} == {4}


def test_a_code_is_read_however_it_was_copied() -> None:
    code = new_code(Random(1))
    assert len(code.split()) == 8
    listed = "\n".join(f"{n}. {word.title()}" for n, word in enumerate(code.split(), start=1))
    for copied in (code.upper(), code.replace(" ", "-"), f"  {code}\n", listed):
        assert plain_code(copied) == code


def test_every_offered_passphrase_is_strong_enough() -> None:
    dice = Random(1)
    assert {strength(offered(dice), "sam") for _ in range(500)} == {"enough"}


@pytest.mark.parametrize(
    "weak",
    [
        *("1234", "password1", "samsam", "Sam2026", "onedayatatime", "One Day at a Time!"),
        *("serenity prayer", "cleanandsober", "iloveyou", "a" * 200, "easy does it"),
    ],
)
def test_what_a_thief_tries_first_is_told_to_be_weak(weak: str) -> None:
    assert strength(weak, "sam") == "at-once"


def test_own_words_can_be_enough() -> None:
    assert strength("my neighbour paints seven blue ferries", "sam") == "enough"
    assert strength("zq8!Kp2x#fW9z", "sam") == "enough"


def test_nothing_said_is_not_rated() -> None:
    assert strength("", "sam") == strength(" \n", "") == "empty"


def test_every_strength_has_its_sentence() -> None:
    assert set(passphrases.SENTENCES) == {
        "empty",
        *dict(passphrases._LIMITS).values(),
        "enough",
    } | {"at-once"}


@pytest.mark.parametrize("odd", ["x" * 73, "é" * 500, "\ud800\0", "🙂" * 80])
def test_any_text_is_rated(odd: str) -> None:
    assert strength(odd, odd) in passphrases.SENTENCES
