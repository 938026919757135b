"""How the rows of a table become lines of the plan, over our own outline."""

from __future__ import annotations

import re
from typing import TypeVar

from course.content.course import Course
from course.notebook.answers import Answer
from course.notebook.notebook import Notebook
from course.places import lessons_folder
from course.plan.blocks import Manner, blocks_of
from course.plan.document import Block, Contacts, Detail, Details, Fact, Points, Table, Words
from tests.paper.notebooks import FILLED, listed, tabled
from tests.plan.small import blocks, plan

OURS = Course([lessons_folder()], "en")
B = TypeVar("B")


def shown(section: str, **answers: Answer) -> tuple[Block, ...]:
    """What a section of our plan shows for these answers; as filled in where none are given."""
    held = {name.replace("_", "-"): answer for name, answer in answers.items()} or FILLED
    return blocks(plan(OURS, Notebook(answers=held)), section)


def only(kind: type[B], section: str, **answers: Answer) -> B:
    (block,) = (each for each in shown(section, **answers) if isinstance(each, kind))
    return block


def test_signs_are_ticked_and_steps_are_numbered() -> None:
    signs, steps = only(Points, "breaking"), only(Points, "same-day")
    assert (signs.mark, signs.points[2]) == ("tick", "I have stopped my medicine")
    assert (steps.mark, steps.points[0]) == (
        "number",
        "Call my clinic, and say: I need to be seen today",
    )


def test_a_number_and_a_day_say_what_they_mean() -> None:
    first, second, *_ = only(Details, "triggers").lines
    assert first == Detail(
        "Payday, or cash in hand",
        (
            Fact("", "Money"),
            Fact("How likely I would use", "80 of 100"),
            Fact("", "Not sure. I will ask someone"),
            Fact("Next time it may come", "27 November 2026"),
        ),
    )
    assert [fact.told for fact in second.facts] == [
        "Person",
        "How likely I would use: 75 of 100",
        "Stay away for now",
    ]


def test_each_word_about_an_early_sign_has_its_title() -> None:
    details = only(Details, "signs")
    assert details.mark == "tick"
    assert [fact.told for fact in details.lines[1].facts] == [
        "I think: I can do it alone",
        "I feel: On edge",
        "I do: Stay in my room",
        "So I will: Tell someone the truth about my week",
    ]


def test_a_tick_is_a_ticked_box_and_not_a_word() -> None:
    done, not_done, *_ = only(Details, "safer").lines
    assert (done.ticked, not_done.ticked) == (True, False)
    assert [fact.told for fact in done.facts] == ["By when: 20 November 2026"]


def test_a_line_without_facts_is_only_its_words() -> None:
    safer = tabled("what by done", ("Block a number", "", False))
    assert only(Points, "safer", safer_place=safer) == Points(("Block a number",), "tick")


def test_an_empty_first_column_leaves_its_place_to_the_next() -> None:
    (line,) = only(Details, "safer", safer_place=tabled("what by done", ("", "soon", True))).lines
    assert line == Detail("By when: soon", (), ticked=True)


def test_days_in_a_table_are_written_in_full() -> None:
    changes = only(Table, "changes")
    by = changes.heads.index("By when")
    assert [row[by] for row in changes.rows][1] == "1 December 2026"


def test_no_day_on_the_whole_plan_is_left_as_numbers() -> None:
    assert re.findall(r"\d{4}-\d\d-\d\d", str(plan(OURS, Notebook(answers=FILLED)).parts)) == []


def test_a_hint_in_brackets_is_for_who_fills_it_in() -> None:
    assert only(Table, "coming").heads == ("What is coming", "When", "What I will do")


def test_the_week_goes_by_its_days_and_not_by_the_order_of_writing() -> None:
    week = tabled(
        "day time what who",
        ("sunday", "evening", "Call Mum", ""),
        ("monday", "2 pm", "See Dee", ""),
        ("monday", "early", "Run", "Jo"),
    )
    assert only(Table, "week", my_week=week) == Table(
        ("Monday", "Sunday"),
        (("2 pm · See Dee;\nEarly morning · Run · Jo", "Evening · Call Mum"),),
    )


def test_what_several_questions_gave_is_told_apart_by_a_few_words() -> None:
    leads = [each.text for each in shown("others") if isinstance(each, Words) and each.lead]
    assert leads == ["Please step in when", "Whom to call", "What helps me"]
    helps = shown("others", others_help=listed("Stay with me"))
    assert helps == (Words("What helps me", own=False, lead=True), Points(("Stay with me",)))


def test_it_is_said_that_the_kit_is_naloxone() -> None:
    assert shown("overdose")[0] == Words("My naloxone", own=False, lead=True)


def test_a_day_or_a_tick_beside_a_name_says_what_it_is() -> None:
    every = Course([lessons_folder().parent / "tests" / "course"], "en")
    row = {"text": "Ruth", "phone": "07700", "date": "2026-05-31", "tick": True, "ten": 7}
    answer = tabled(" ".join(row), tuple(row.values()))
    (contacts,) = blocks_of(answer, lambda: every.prompt("every-shape"), Manner("table"))
    assert isinstance(contacts, Contacts)
    assert contacts.people[0].note == "Day: 31 May 2026 · Done: yes · Out of ten: 7 of 10"
