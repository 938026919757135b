"""Answers: stamped, kept at once, and judged only where an answer can be right."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.content.prompts import (
    Again,
    AskMyPlan,
    Choose,
    Column,
    Listing,
    Part,
    Prompt,
    Rows,
    Scenario,
    Turn,
)
from course.content.prose import Span, plain
from course.errors import Missing, Unreadable
from course.notebook.answers import Chosen, Done, Listed, Pick, Rated, Said, Tabled
from course.notebook.notebook import Notebook
from course.session.session import Session
from course.session.story import ended, part_reached, turns_taken
from course.session.verdict import feedback, is_right
from tests.session.small import (
    Clock,
    SmallCourse,
    choose,
    lesson,
    option,
    options,
    order,
    prose,
    session,
    session_on,
    sort,
)

MARKED: tuple[Prompt, ...] = (choose(), order(), sort())


def picks(*names: str) -> tuple[Pick, ...]:
    return tuple(Pick(id=name) for name in names)


def put(**boxes: str) -> tuple[Pick, ...]:
    return tuple(Pick(id=name, box=box) for name, box in boxes.items())


def chosen(*names: str) -> Chosen:
    return Chosen(picks=picks(*names))


def shown(on: Session, prompt: Prompt) -> list[str]:
    found = on.shuffled(prompt)
    return [each.id for each in getattr(found, "items", None) or found.options]


# Tries and shuffling


@pytest.mark.parametrize("prompt", MARKED, ids=lambda prompt: prompt.kind)
@pytest.mark.parametrize("seed", range(20))
def test_no_try_shows_the_written_order_nor_that_of_the_try_before(
    prompt: Prompt, seed: int
) -> None:
    on = session(prompt, seed=seed)
    written = [each.id for each in getattr(prompt, "items", None) or prompt.options]
    first = shown(on, prompt)
    on.answer(prompt.id, chosen("nothing-of-it"))
    second = shown(on, prompt)
    assert written != first != second != written
    assert sorted(first) == sorted(second) == sorted(written)


def test_within_a_try_the_order_stays() -> None:
    on = session(choose())
    assert shown(on, choose()) == shown(on, choose())


def test_a_menu_stays_as_it_was_written() -> None:
    menu = choose(right=())
    assert session(menu).shuffled(menu) is menu


def test_two_options_are_both_shown_first_sometimes() -> None:
    two = Choose(id="two", options=options("yes", "no", right=("yes",)))
    assert {shown(session(two, seed=seed), two)[0] for seed in range(20)} == {"yes", "no"}


def test_a_notebook_that_tells_of_endless_tries_stops_nobody() -> None:
    answer = chosen("bee").model_copy(update={"tries": 10**12})
    on = session(choose(), notebook=Notebook(answers={"choose": answer}))
    assert len(shown(on, choose())) == 4


def test_the_first_try_is_remembered_through_all_others() -> None:
    on = session(choose())
    for name in ("bee", "cat", "ant"):
        on.answer("choose", chosen(name))
    answer = on.answer_to("choose")
    assert isinstance(answer, Chosen)
    assert (answer.tries, [p.id for p in answer.first], answer.right) == (3, ["bee"], True)


def test_a_second_try_is_offered_once() -> None:
    on = session(choose())
    offered = []
    for name in ("bee", "cat"):
        on.answer("choose", chosen(name))
        said = on.feedback_on(choose())
        assert said is not None
        offered.append(said.again)
    assert offered == [True, False]


def test_a_right_answer_needs_no_second_try() -> None:
    on = session(choose())
    on.answer("choose", chosen("ant"))
    said = on.feedback_on(choose())
    assert said is not None
    assert (said.right, said.again) == (True, False)


def test_without_an_answer_there_is_nothing_to_say() -> None:
    assert session(choose()).feedback_on(choose()) is None


# Verdicts


@pytest.mark.parametrize(
    ("prompt", "answer", "right"),
    [
        (choose(), picks("ant"), True),
        (choose(), picks("bee"), False),
        (choose(), picks("ant", "bee"), False),
        (choose(), (), False),
        (choose(), picks("not-there"), False),
        (choose(("ant", "bee")), picks("bee", "ant"), True),
        (choose(("ant", "bee")), picks("ant"), False),
        (choose(("ant", "bee")), picks("ant", "ant"), False),
        (choose(("ant", "bee")), picks("ant", "bee", "cat"), False),
        (order(), picks("one", "two", "three"), True),
        (order(), picks("one", "three", "two"), False),
        (order(), picks("one", "two"), False),
        (sort(), put(joy="in", cash="out", pain="in"), True),
        (sort(), put(joy="out", cash="out", pain="in"), False),
        (sort(), put(joy="in", cash="out"), False),
        (sort(), (*put(joy="in", cash="out"), *put(joy="in")), False),
    ],
)
def test_an_answer_is_right_when_it_is_all_that_was_asked_for(
    prompt: Prompt, answer: tuple[Pick, ...], right: bool
) -> None:
    assert is_right(prompt, answer) is right


def test_feedback_counts_what_was_found() -> None:
    several = choose(("ant", "bee"))
    said = feedback(several, chosen("ant", "dog"))
    assert (said.found, said.of) == (1, 2)


def test_feedback_begins_with_what_was_picked_and_has_a_reason_for_all() -> None:
    said = feedback(choose(), chosen("cat"))
    assert [(r.id, r.picked, r.right) for r in said.reasons][:2] == [
        ("cat", True, False),
        ("ant", False, True),
    ]
    assert {plain(r.why) for r in said.reasons} == {
        f"Why {n}." for n in ("ant", "bee", "cat", "dog")
    }


def test_ordering_tells_the_place_of_each() -> None:
    said = feedback(order(), chosen("two", "one", "three"))
    assert [(r.id, r.box, r.right) for r in said.reasons] == [
        ("one", "1", False),
        ("two", "2", False),
        ("three", "3", True),
    ]


def test_sorting_begins_with_what_is_not_in_its_box() -> None:
    said = feedback(sort(), Chosen(picks=put(pain="in", cash="in", joy="in")))
    assert next((r.id, r.box) for r in said.reasons) == ("cash", "Outside")


@pytest.mark.parametrize(("name", "sure"), [("ant", False), ("bee", True)])
def test_being_sure_is_worth_a_word_only_when_it_was_not_quite_so(name: str, sure: bool) -> None:
    answer = chosen(name).model_copy(update={"sure": "sure"})
    assert feedback(choose(), answer).sure is sure


@given(st.lists(st.sampled_from(["ant", "bee", "cat", "dog", "gone"])))
def test_whatever_was_picked_something_can_be_said(names: list[str]) -> None:
    said = feedback(choose(("ant", "bee")), chosen(*names))
    assert 0 <= said.found <= said.of == 2
    assert len(said.reasons) == 4


# Stories


def story() -> Scenario:
    def turn(name: str, to: str) -> Turn:
        return Turn(id=name, words=(Span(name),), why=prose(f"Why {name}."), to=to)

    street = Part(id="street", title="Street", turns=(turn("by", "home"), turn("in", "door")))
    door = Part(id="door", title="Door", turns=(turn("out", "home"), turn("back", "street")))
    return Scenario(id="story", parts=(street, door, Part(id="home", title="Home")))


def turns(*pairs: str) -> tuple[Pick, ...]:
    return tuple(Pick(id=name, box=box) for box, name in (pair.split("/") for pair in pairs))


@pytest.mark.parametrize(
    ("taken", "reached", "is_over"),
    [
        ((), "street", False),
        (("street/by",), "home", True),
        (("street/in",), "door", False),
        (("street/in", "door/out"), "home", True),
        (("street/in", "door/back", "street/by"), "home", True),
        (("street/gone",), "street", False),
        (("street/in", "cellar/out"), "door", False),
    ],
)
def test_a_story_stands_where_its_turns_lead(
    taken: tuple[str, ...], reached: str, is_over: bool
) -> None:
    assert part_reached(story(), turns(*taken)).id == reached
    assert ended(story(), turns(*taken)) is is_over


def test_each_turn_is_told_with_the_part_it_was_taken_in() -> None:
    found = turns_taken(story(), turns("street/in", "door/out"))
    assert [(part.id, turn.id) for part, turn in found] == [("street", "in"), ("door", "out")]


# What is never marked

UNMARKED = (
    (story(), Chosen(picks=turns("street/in", "door/out"))),
    (choose(right=()), chosen("bee")),
    (Listing(id="list"), Listed()),
)


@pytest.mark.parametrize(("prompt", "answer"), UNMARKED, ids=lambda each: type(each).__name__)
def test_nothing_of_a_persons_own_is_marked(prompt: Prompt, answer: Chosen) -> None:
    on = session(prompt)
    on.answer(prompt.id, answer)
    assert on.feedback_on(prompt) is None
    assert getattr(on.answer_to(prompt.id), "right", None) is None


# Keeping


@pytest.mark.parametrize("answer", [chosen("ant"), Rated(value=3), Said(text="so"), Done()])
def test_an_answer_is_kept_the_moment_it_is_given(answer: Chosen) -> None:
    kept: list[Notebook] = []
    on = session(choose(), kept=kept)
    on.answer("choose", answer)
    assert [each.answers["choose"].shape for each in kept] == [answer.shape]


def test_an_answer_is_stamped_in_utc_to_the_second() -> None:
    on = session(choose())
    there = timezone(timedelta(hours=5))
    on.now = lambda: datetime(2026, 1, 1, 2, 0, 0, 999, tzinfo=there)
    on.answer("choose", chosen("ant"))
    answer = on.notebook.answers["choose"]
    assert answer.at.isoformat() == "2025-12-31T21:00:00+00:00"
    assert answer.by == on.pen.by != ""


def test_each_answer_counts_one_higher_than_the_one_before() -> None:
    on = session(choose())
    revs = []
    for text in ("a", "b", "c"):
        on.answer("free", Said(text=text))
        revs.append(on.notebook.answers["free"].rev)
    assert revs == [1, 2, 3]


def test_two_sessions_write_under_two_names() -> None:
    assert session(seed=1).pen.by != session(seed=2).pen.by


def test_an_entry_has_a_time_and_an_id_of_its_own() -> None:
    on = session(choose())
    on.note("urge", {"strength": 7})
    on.note("urge", {"strength": 7})
    first, second = on.notebook.entries
    assert first.id != second.id
    assert first.at < second.at


def test_settings_are_kept_with_the_others_untouched() -> None:
    on = session(choose())
    on.choose(region="UK", theme="dark")
    on.choose(theme="light")
    settings = on.notebook.settings
    assert (settings.region, settings.theme, settings.rev) == ("UK", "light", 3)


def test_who_changes_how_it_is_kept_loses_nothing() -> None:
    on, kept = session(choose()), []
    on.answer("choose", chosen("ant"))
    found = Notebook(answers={"free": Said(text="kept here before")})
    on.keep_with(kept.append, found)
    assert kept == [on.notebook]
    assert set(on.notebook.answers) == {"free", "choose"}


def test_a_notebook_merged_elsewhere_is_gone_on_with_and_not_kept_again() -> None:
    kept: list[Notebook] = []
    on = session(choose(), kept=kept)
    merged = Notebook(answers={"free": Said(text="from the other window")})
    on.resume_with(merged)
    on.answer("choose", chosen("ant"))
    assert set(kept[0].answers) == {"free", "choose"}


def test_what_was_said_while_another_window_saved_is_not_lost() -> None:
    on = session(choose())
    before = on.notebook
    on.answer("choose", chosen("ant"))
    on.resume_with(before.answered("free", Said(text="from the other window")))
    assert set(on.notebook.answers) == {"free", "choose"}


# Own words


def people() -> Rows:
    columns = (Column(id="name", title="Name"), Column(id="can", title="Can"))
    return Rows(id="people", columns=columns)


def with_rows(on: Session, *rows: dict[str, str]) -> None:
    on.answer("people", Tabled(rows=tuple(on.pen.row(dict(row)) for row in rows)))


def test_an_again_asks_the_first_prompt_with_its_own_lead() -> None:
    mine = Listing(id="mine", lead=prose("First."), menu=(option("ant"),))
    asked = session(mine).asked(Again(id="mine", lead=prose("Once more.")))
    assert isinstance(asked, Listing)
    assert (plain(asked.lead), asked.menu) == ("Once more.", mine.menu)


def test_an_again_without_words_uses_those_of_the_first() -> None:
    mine = Listing(id="mine", lead=prose("First."))
    assert session(mine).asked(Again(id="mine")) == mine


def test_an_again_of_nothing_is_missing() -> None:
    with pytest.raises(Missing):
        session(choose()).asked(Again(id="elsewhere"))


def test_own_lines_join_menus_without_those_taken_out() -> None:
    on = session(Listing(id="mine"))
    items = tuple(on.pen.item(text) for text in ("Payday", "Sunday", " "))
    on.answer("mine", Listed(items=on.pen.taken_out(items, items[1].id)))
    assert on.lines_of("mine") == ("Payday",)


def test_of_a_table_the_first_column_joins_even_when_a_row_lacks_it() -> None:
    on = session(people())
    with_rows(on, {"can": "listen"}, {"can": "drive", "name": "Ana"})
    assert on.lines_of("people") == ("Ana",)


def test_nothing_said_yet_is_no_line() -> None:
    assert session(people()).lines_of("people") == ()


ASK = AskMyPlan(id="ask", source="people")


def test_a_row_is_drawn_from_the_plan_and_stays_through_the_session() -> None:
    on = session(people())
    with_rows(on, {"name": "Ana", "can": "listen"}, {"name": "Lee", "can": "drive"})
    drawn = on.drawn(ASK)
    assert drawn is not None
    assert (drawn.when, drawn.first) in {("Ana", "listen"), ("Lee", "drive")}
    assert all(on.drawn(ASK) == drawn for _ in range(5))


def test_another_session_may_draw_another_row() -> None:
    rows = [{"name": str(n), "can": "x"} for n in range(9)]
    names = set()
    for seed in range(9):
        on = session(people(), seed=seed)
        with_rows(on, *rows)
        names.add(on.drawn(ASK))
    assert len(names) > 1


def test_a_row_that_lacks_an_answer_is_drawn_only_where_no_row_has_one() -> None:
    on = session(people())
    with_rows(on, {"name": "Ana"})
    assert getattr(on.drawn(ASK), "when", "") == "Ana"
    with_rows(on, {"name": "Ana"}, {"name": "Lee", "can": "drive"})
    assert getattr(on.drawn(ASK), "when", "") == "Lee"


@pytest.mark.parametrize("rows", [[], [{"can": "listen", "name": " "}]])
def test_nothing_is_drawn_without_what_is_asked_about(rows: list[dict[str, str]]) -> None:
    on = session(people())
    with_rows(on, *rows)
    assert on.drawn(ASK) is None


def test_nothing_is_drawn_from_a_table_of_one_column() -> None:
    on = session(Rows(id="people", columns=(Column(id="name", title="Name"),)))
    with_rows(on, {"name": "Ana"})
    assert on.drawn(ASK) is None


def test_the_same_dice_give_the_same_session() -> None:
    def told() -> list[object]:
        on = Session(SmallCourse([lesson(choose())]), Notebook(), list.append, Clock(), Random(7))
        on.keep = lambda _notebook: None
        on.answer("choose", chosen("bee"))
        return [on.pen.by, shown(on, choose()), on.notebook]

    assert told() == told()


def test_the_emergency_number_stands_in_every_text_of_a_prompt() -> None:
    call = Turn(id="call", words=(Span("Call {emergency}"),), why=prose("{emergency}."), to="end")
    parts = (
        Part(id="start", title="Start", prose=prose("Not {emergency}?"), turns=(call,)),
        Part(id="end", title="End", prose=prose("{emergency} came.")),
    )
    story = Scenario(id="story", lead=prose("Call {emergency}?"), parts=parts)
    on = session(story, Again(id="story"))
    on.choose(region="UK")
    for prompt in (story, Again(id="story")):
        asked = on.asked(prompt).model_dump_json()
        assert "{emergency}" not in asked
        assert asked.count("999") == 5


def test_sources_that_cannot_be_read_stop_no_lesson() -> None:
    class Course(SmallCourse):
        @property
        def sources(self) -> dict[str, object]:
            raise Unreadable([])

        @sources.setter
        def sources(self, sources: dict[str, object]) -> None: ...

    assert session_on(Course([lesson(choose())])).source("A1") is None
