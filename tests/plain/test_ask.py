"""Asking: what is heard, and what becomes of what is typed."""

from __future__ import annotations

import pytest

from course.content.prompts import (
    AskMyPlan,
    Column,
    Listing,
    Pause,
    Prompt,
    Rate,
    Rows,
    Shape,
    Task,
    Write,
)
from course.content.prose import plain
from course.notebook.answers import Chosen, Done, Listed, Rated, Said, Tabled
from course.plain.ask import ask_about
from course.session.session import Session
from tests.plain.person import Person
from tests.session.small import choose, option, options, order, prose, session, sort
from tests.session.test_answers import story


def asked(on: Session, prompt: Prompt, *replies: str) -> Person:
    person = Person(*replies)
    ask_about(person.talk, on, prompt)
    assert person.unused == 0, person.heard
    return person


def chosen(on: Session, prompt: Prompt) -> tuple[str, ...]:
    answer = on.answer_to(prompt.id)
    assert isinstance(answer, Chosen)
    return answer.ids


# Questions


def test_a_right_answer_is_told_with_every_reason() -> None:
    person = asked(session(choose()), choose(), "#Ant")
    assert "Answer: yes, that is it." in person.heard
    assert {f"Why: Why {name}." for name in ("ant", "bee", "cat", "dog")} <= set(person.heard)
    assert "Ant (right, and you picked it)" in person.heard


def test_before_the_second_try_only_what_was_picked_is_explained() -> None:
    on = session(choose())
    person = Person("#Bee", "")
    ask_about(person.talk, on, choose())
    before = person.heard[: person.heard.index("You can try once more.")]
    assert "Why: Why bee." in before
    assert "Why: Why ant." not in before


@pytest.mark.parametrize(
    ("prompt", "first"),
    [(choose(("ant", "bee")), ["#Ant"]), (order(), ["#Two|One|Three"]), (sort(), [*"111"])],
    ids=["choose", "order", "sort"],
)
def test_who_wants_no_second_try_hears_every_reason(prompt: Prompt, first: list[str]) -> None:
    person = asked(session(prompt), prompt, *first, "")
    after = person.heard[person.heard.index("You can try once more.") :]
    for one in getattr(prompt, "items", None) or getattr(prompt, "options", ()):
        assert f"Why: {plain(one.why)}" in after


def test_after_the_second_try_the_answer_is_shown() -> None:
    person = asked(session(choose()), choose(), "#Bee", "#Cat")
    assert "Ant (right)" in person.heard
    assert person.heard.count("Why: Why cat.") == 1


def test_no_verdict_says_wrong_or_fail() -> None:
    heard = [
        asked(session(choose()), choose(), "#Bee", "#Cat").text,
        asked(session(order()), order(), "#Two|One|Three", "#Two|One|Three").text,
        asked(session(sort()), sort(), *"121212").text,
    ]
    for word in ("wrong", "incorrect", "fail", "score", "reset"):
        assert not any(word in text.lower() for text in heard)


def test_of_several_it_is_told_how_many_were_found() -> None:
    several = choose(("ant", "bee"))
    person = asked(session(several), several, "#Ant|Dog", "#Bee|Ant")
    assert "Answer: not quite. You found 1 of 2." in person.heard
    assert "Answer: yes, that is it." in person.heard


def test_one_number_is_enough_where_one_answer_is_asked() -> None:
    person = Person("1 2", "")
    ask_about(person.talk, session(choose()), choose())
    assert "Please type a number from 1 to 4." in person.heard


def test_how_sure_one_is_is_kept_and_never_scored() -> None:
    prompt = choose(sure=True)
    on = session(prompt)
    person = asked(on, prompt, "#Bee", "#Sure", "#Ant")
    answer = on.answer_to("choose")
    assert isinstance(answer, Chosen)
    assert (answer.right, answer.sure) == (True, "")
    assert "You were sure, and many people are." in person.heard


def test_order_asks_for_all_and_hides_the_places_before_the_second_try() -> None:
    on = session(order())
    person = asked(on, order(), "1 2", "#Two|One|Three", "#One|Two|Three")
    assert "Some are missing. Please type all 3." in person.heard
    assert "Not in its place yet: One" in person.heard
    first = person.heard.index("You can try once more.")
    assert not any("Its place" in line for line in person.heard[:first])
    assert "One. Its place, where you put it: 1." in person.heard
    assert chosen(on, order()) == ("one", "two", "three")


def test_sort_asks_for_each_and_enter_in_the_middle_keeps_nothing() -> None:
    on = session(sort())
    asked(on, sort(), "1", "")
    assert on.answer_to("sort") is None


def test_enter_leaves_a_question_as_it_was() -> None:
    on = session(choose())
    on.answer("choose", Chosen())
    before = on.notebook
    asked(on, choose(), "")
    assert on.notebook is before


# Stories


def test_a_story_goes_on_where_it_was_left_and_each_turn_is_kept() -> None:
    on = session(story())
    asked(on, story(), "#in", "")
    assert chosen(on, story()) == ("in",)
    person = asked(on, story(), "#out")
    assert "Street" not in person.heard
    assert chosen(on, story()) == ("in", "out")
    assert "Why out." in person.heard
    assert "Home" in person.heard


def test_a_story_that_ended_can_be_gone_through_again() -> None:
    on = session(story())
    asked(on, story(), "#by")
    asked(on, story(), "")
    assert chosen(on, story()) == ("by",)
    asked(on, story(), "1", "#in", "#out")
    assert chosen(on, story()) == ("in", "out")


# Own words


def test_a_starter_is_said_again_to_be_reworded() -> None:
    prompt = Write(id="write", menu=options("pass", "hold"))
    on = session(prompt)
    asked(on, prompt, "2", "")
    asked(on, prompt, "1", "It passed")
    assert on.notebook.answers["write"].text == "It passed"


def test_a_way_to_say_it_comes_after_ones_own_words_are_kept() -> None:
    prompt = Write(id="write", model=prose("Like so."), check=options("kind", "next"))
    on = session(prompt)
    person = asked(on, prompt, "Mine", "2")
    answer = on.answer_to("write")
    assert isinstance(answer, Said)
    assert (answer.text, answer.ticked) == ("Mine", ("next",))
    assert "One way to say it: Like so." in person.heard


@pytest.mark.parametrize(("value", "told"), [("0", "Why low."), ("5", ""), ("10", "Why high.")])
def test_an_end_of_a_scale_speaks_to_numbers_near_it(value: str, told: str) -> None:
    prompt = Rate(id="rate", ends=options("low", "high"))
    on = session(prompt)
    person = asked(on, prompt, value)
    assert on.answer_to("rate").value == int(value)
    assert [line for line in person.heard if line.startswith("Why")] == ([told] if told else [])


@pytest.mark.parametrize(("words", "how"), [("I will", "yes"), ("Not this time", "not-yet")])
def test_a_task_is_taken_on_or_not(words: str, how: str) -> None:
    on = session(Task(id="task"))
    asked(on, Task(id="task"), f"#{words}")
    answer = on.answer_to("task")
    assert isinstance(answer, Done)
    assert answer.how == how
    assert f"Your answer so far: {words}" in asked(on, Task(id="task"), "").heard


def test_a_timed_exercise_may_be_done_in_part() -> None:
    on = session(Pause(id="pause"))
    asked(on, Pause(id="pause"), "#Partly")
    answer = on.answer_to("pause")
    assert isinstance(answer, Done)
    assert answer.how == "part"


# Lists and tables


def test_each_change_of_a_list_is_kept_by_itself() -> None:
    kept: list[object] = []
    prompt = Listing(id="list")
    on = session(prompt)
    on.keep = kept.append
    asked(on, prompt, "One", "#Add one", "Two", "#Take one out", "#One", "")
    assert len(kept) == 3


def test_what_was_taken_out_leaves_a_tombstone() -> None:
    prompt = Listing(id="list")
    on = session(prompt)
    asked(on, prompt, "One", "#Take one out", "")
    answer = on.answer_to("list")
    assert isinstance(answer, Listed)
    assert ([item.gone for item in answer.items], answer.present) == ([True], ())


def test_a_line_marked_private_says_so() -> None:
    prompt = Listing(id="list")
    on = session(prompt)
    person = asked(on, prompt, "One", "#Keep one private", "")
    assert "1. One (private)" in person.heard
    assert on.answer_to("list").items[0].private


def test_a_full_list_offers_no_more() -> None:
    prompt = Listing(id="list", most=1)
    person = asked(session(prompt), prompt, "One", "")
    assert not any("Add one" in line for line in person.heard)


def test_what_another_version_wrote_into_an_answer_stays() -> None:
    prompt = Listing(id="list")
    on = session(prompt)
    on.answer("list", Listed(items=(on.pen.item("One"),), mood="calm"))
    asked(on, prompt, "#Add one", "Two", "")
    assert on.answer_to("list").model_extra == {"mood": "calm"}


def test_what_is_on_the_list_is_not_offered_again() -> None:
    prompt = Listing(id="list", menu=options("ant", "bee"))
    person = asked(session(prompt), prompt, "#Ant", "", "#Add one", "#Bee", "", "")
    added = next(n for n, line in enumerate(person.heard) if line.endswith("right: 1"))
    assert person.heard[added + 1] == "1. Bee"


def pairs() -> Rows:
    columns = (
        Column(id="when", title="When", source="mine", menu=(option("sunday"),)),
        Column(id="first", title="First"),
        Column(id="sure", title="Sure", shape="0-10"),
        Column(id="done", title="Done", shape="tick"),
    )
    return Rows(id="pairs", columns=columns)


def test_own_lines_come_first_in_the_menu_of_a_column() -> None:
    on = session(pairs(), Listing(id="mine"))
    on.answer("mine", Listed(items=(on.pen.item("Payday"),)))
    person = asked(on, pairs(), "#Payday", "", "Go home", "7", "#yes", "")
    assert [line for line in person.heard if line in ("1. Payday", "2. Sunday")] == [
        "1. Payday",
        "2. Sunday",
    ]
    answer = on.answer_to("pairs")
    assert isinstance(answer, Tabled)
    assert answer.rows[0].cells == {"when": "Payday", "first": "Go home", "sure": 7, "done": True}


def test_what_a_first_column_holds_already_is_not_offered_again() -> None:
    on = session(pairs(), Listing(id="mine"))
    on.answer("mine", Listed(items=(on.pen.item("Payday"), on.pen.item("Rent"))))
    person = asked(on, pairs(), "#Payday", *[""] * 4, "#Add one", "#Sunday", *[""] * 4, "")
    again = person.heard[person.heard.index("1. Rent") :]
    assert again[1] == "2. Sunday"


def one_column(shape: Shape, title: str = "When I can go") -> Rows:
    return Rows(id="rows", columns=(Column(id="it", title=title, shape=shape),))


def test_a_column_speaks_by_its_title_and_the_hint_tells_only_the_form() -> None:
    person = asked(session(), one_column("hours"), "Fridays", "")
    assert person.heard[:2] == ["When I can go", "Like: after 6, or weekdays 9 to 5"]


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("4", "2026-12-20", "20 December 2026"),
        ("31 May", "2027-05-31", "31 May 2027"),
        ("after Easter", "after Easter", "after Easter"),
    ],
)
def test_a_day_is_picked_or_typed_as_people_say_it(typed: str, kept: str, told: str) -> None:
    on = session()
    person = asked(on, one_column("date", "Day"), typed, "")
    assert "4. In four weeks: 20 December 2026" in person.heard
    assert on.notebook.answers["rows"].rows[0].cells == {"it": kept}
    assert f"1. Day: {told}" in person.heard


def test_a_row_is_told_column_by_column_in_words() -> None:
    on = session(pairs())
    person = asked(on, pairs(), "Payday", "Go home", "7", "#no", "")
    at = person.heard.index("1. When: Payday")
    assert person.heard[at + 1 : at + 4] == ["   First: Go home", "   Sure: 7", "   Done: no"]


def test_an_empty_first_column_makes_no_row() -> None:
    on = session(pairs())
    asked(on, pairs(), "")
    assert on.answer_to("pairs") is None


ASK = AskMyPlan(
    id="ask", source="pairs", lead=prose("When {when}, what?"), answer=prose("Then {first}.")
)


def test_a_row_of_ones_plan_is_asked_about_and_then_shown() -> None:
    on = session(pairs(), ASK)
    asked(on, pairs(), "Payday", "Go home", "", "", "")
    person = asked(on, ASK, "", "#I knew it")
    assert "Your turn: When Payday, what?" in person.heard
    assert "You planned: Then Go home." in person.heard


def test_while_the_plan_has_no_row_it_can_be_written_there() -> None:
    on = session(pairs(), ASK)
    person = asked(on, ASK, "Payday", "Go home", "", "", "")
    assert isinstance(on.answer_to("pairs"), Tabled)
    assert on.answer_to("ask") is None
    assert "{when}" not in person.text


def test_a_row_without_an_answer_is_asked_and_can_be_given_one() -> None:
    on = session(pairs(), ASK)
    asked(on, pairs(), "Payday", "", "7", "", "")
    person = asked(on, ASK, "", "Go home", "#Not yet")
    assert "Your turn: When Payday, what?" in person.heard
    assert "You planned: Then Nothing yet. You can add it now.." in person.heard
    assert on.answer_to("pairs").rows[0].cells == {"when": "Payday", "sure": 7, "first": "Go home"}
    assert on.answer_to("ask").how == "not-yet"


def test_a_part_of_the_plan_that_is_begun_is_not_called_empty() -> None:
    on = session(pairs(), ASK)
    on.answer("pairs", Tabled(rows=(on.pen.row({"first": "Go home"}),)))
    person = asked(on, ASK, "")
    assert "This part of your plan is not complete yet." in person.text
    assert "There is nothing" not in person.text


def test_an_answer_given_before_is_told() -> None:
    prompt = Rate(id="rate")
    on = session(prompt)
    on.answer("rate", Rated(value=3))
    assert "Your answer so far: 3 of 10" in asked(on, prompt, "").heard
