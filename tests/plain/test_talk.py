"""Lines: said one after the other, asked for until they make sense."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.prose import Items, Para, Span
from course.plain.talk import BackAsked, LeaveAsked, RepeatAsked
from tests.plain.person import Person


def test_long_text_is_wrapped_under_its_number() -> None:
    person = Person()
    person.talk.say("word " * 40, "12. ")
    assert max(map(len, person.heard)) <= 80
    assert person.heard[0].startswith("12. word")
    assert all(line.startswith("    word") for line in person.heard[1:])


def test_printers_marks_are_typed_and_letters_stay() -> None:
    person = Person()
    person.talk.say("“Don’t” – wait… Zoë → Łódź")
    assert person.heard == ['"Don\'t" - wait... Zoë -> Łódź']


@given(st.text())
def test_no_text_brings_a_control_sequence_with_it(text: str) -> None:
    person = Person()
    person.talk.say(text)
    assert not {"Cc", "Cs"} & {category(each) for line in person.heard for each in line}


def test_prose_is_said_with_its_label_before_the_first_line() -> None:
    person = Person()
    prose = (
        Para((Span("One "), Span("bold", "strong"))),
        Items(((Span("a"),), (Span("b"),))),
        Items(((Span("x"),), (Span("y"),)), numbered=True),
    )
    person.talk.prose(prose, "Why:")
    assert person.heard == ["Why: One bold", "- a", "- b", "1. x", "2. y"]


@pytest.mark.parametrize(
    ("typed", "wish"), [("b", BackAsked), ("Q", LeaveAsked), (" r ", RepeatAsked)]
)
def test_a_wish_can_be_typed_wherever_a_number_is_asked(typed: str, wish: type[Exception]) -> None:
    with pytest.raises(wish):
        Person(typed).talk.number("Which? ", 1, 3)


def test_in_own_words_a_capital_is_a_name() -> None:
    assert Person("B").talk.ask("Who? ", free=True) == "B"


@pytest.mark.parametrize("gone", [EOFError, KeyboardInterrupt])
def test_the_end_of_all_input_is_a_wish_to_leave(gone: type[BaseException]) -> None:
    person = Person()

    def nobody(question: str) -> str:
        raise gone

    person.talk.ask_line = nobody
    with pytest.raises(LeaveAsked):
        person.talk.ask("? ")


def test_help_is_said_at_any_question_which_is_then_asked_again() -> None:
    person = Person("sos", "?", "2")
    assert person.talk.number("Which? ", 1, 3) == 2
    assert "Give naloxone" in person.text
    assert "b: back" in person.text
    assert person.questions == ["Which? "] * 3


@pytest.mark.parametrize("odd", ["0", "4", "x", "-1", "1.5", "²", "9" * 1500])
def test_what_is_no_such_number_is_asked_for_again(odd: str) -> None:
    person = Person(odd, "3")
    assert person.talk.number("Which? ", 1, 3) == 3
    assert "1 to 3" in person.text


@pytest.mark.parametrize("odd", ["0", "1 1", "1 2 3", "1 x", "4", "²", ",", "9" * 1500])
def test_what_are_no_such_numbers_are_asked_for_again(odd: str) -> None:
    person = Person(odd, "3, 1")
    assert person.talk.numbers("Which? ", of=3, most=2) == (2, 0)
    assert "up to 2 numbers from 1 to 3" in person.text


def test_words_too_long_to_keep_are_asked_for_again() -> None:
    person = Person("x" * 2001, "short")
    assert person.talk.ask("Say: ", free=True) == "short"
    assert "2000" in person.text


def test_a_byte_that_was_not_utf_8_harms_nothing() -> None:
    assert Person("Zo\udcff\x1b[2J").talk.ask("Say: ", free=True) == "Zo[2J"
