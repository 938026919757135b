from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.content.course import Course
from course.notebook.answers import Done, Other, Rated
from course.notebook.notebook import Notebook
from course.notebook.units import Item, Row
from course.plan.document import Contact, Contacts, Points, Table, Words, WritingLines
from tests.plan.small import AT, blocks, chosen, listed, notebook, plan, said, tabled

EMPTY = Notebook()
LESSONS = Path(__file__).parents[2] / "lessons"


def ids(course: Course, book: Notebook, paper: str = "plan") -> list[str]:
    return [part.id for part in plan(course, book, paper).parts]


def test_an_empty_plan_shows_the_courses_words_and_says_so(course: Course) -> None:
    part = plan(course, EMPTY).parts[0]
    assert (part.id, part.default) == ("why", True)
    assert part.blocks == (Words("Stay alive today.", own=False),)


def test_a_default_of_several_lines_keeps_the_marks_of_its_section(course: Course) -> None:
    assert blocks(plan(course, EMPTY), "helps") == (
        Points(("Walk.", "Breathe."), "tick", own=False),
    )


def test_the_emergency_number_is_that_of_the_country(course: Course) -> None:
    (points,) = blocks(plan(course, EMPTY), "pairs")
    assert isinstance(points, Points)
    assert points.points[1] == "Ring 999 if a life is in danger."


def test_own_words_take_the_place_of_the_default(course: Course) -> None:
    part = plan(course, notebook(reasons=listed("Mia", "My back"))).parts[0]
    assert part.blocks == (Points(("Mia", "My back")),)
    assert not part.default


def test_what_was_taken_out_is_not_shown(course: Course) -> None:
    book = notebook(reasons=listed("Mia", Item(id="x", text="Old", gone=True)))
    assert blocks(plan(course, book), "why") == (Points(("Mia",)),)


def test_people_are_whom_to_ring_in_their_order(course: Course) -> None:
    book = notebook(
        people=tabled({"name": "Ruth", "phone": "07700", "hours": "any"}, {"name": "Sam"})
    )
    assert blocks(plan(course, book), "people") == (
        Contacts((Contact("Ruth", "07700", "Any time"), Contact("Sam"))),
    )


def test_pairs_are_a_table_without_the_ratings(course: Course) -> None:
    book = notebook(pairs=tabled({"when": "Payday", "first": "Bus 14", "sure": 7}))
    assert blocks(plan(course, book), "pairs") == (
        Table(("When", "First"), (("Payday", "Bus 14"),)),
    )


def test_a_choice_is_shown_in_todays_words_while_its_id_lives(course: Course) -> None:
    book = notebook(menu=chosen(("walk", "old words"), ("swim", "A swim")))
    assert blocks(plan(course, book), "helps") == (Points(("A walk", "A swim"), "tick"),)


def test_only_sections_of_the_paper_are_on_it(course: Course) -> None:
    assert ids(course, EMPTY, "card") == ["why", "lines"]


def test_help_lines_come_emergency_first_with_their_age(course: Course) -> None:
    contacts = blocks(plan(course, EMPTY), "lines")[-1]
    assert contacts == Contacts(
        (
            Contact("Emergency", "999", "24 hours. Last checked 1 November 2026"),
            Contact(
                "Listeners",
                "116 123",
                "24 hours. Someone who listens. Not confirmed. Last seen: May 2022",
            ),
        ),
        own=False,
    )


def test_a_country_without_lines_still_has_the_emergency_numbers(course: Course) -> None:
    contacts = blocks(plan(course, EMPTY, region=""), "lines")[-1]
    assert isinstance(contacts, Contacts)
    assert "911" in contacts.people[0].number


def test_a_damaged_file_of_lines_does_not_lose_the_plan(course: Course) -> None:
    (course.folders[0] / "help-lines.toml").write_text("[[[")
    contacts = blocks(plan(course, EMPTY), "lines")[-1]
    assert isinstance(contacts, Contacts)
    assert contacts.people[0].number == "999"


def test_safety_texts_stand_whatever_was_written(course: Course) -> None:
    assert blocks(plan(course, EMPTY), "lines")[:2] == (
        Words("Act fast.", own=False),
        Points(("Call. Ring 999.", "Stay. Do not go."), "number", own=False),
    )


def test_the_cover_names_nobody_unless_the_learner_does(course: Course) -> None:
    assert plan(course, EMPTY).name == ""
    assert plan(course, notebook(name=said("Alex"))).name == "Alex"
    assert "about" not in ids(course, notebook(name=said("Alex")))


def test_the_share_copy_leaves_out_what_is_private(course: Course) -> None:
    book = notebook(
        name=said("Alex", private=True),
        reasons=listed("Mia", Item(id="p", text="Secret", private=True)),
        people=tabled(Row(id="p", private=True, cells={"name": "Kev"})),
    )
    assert "Secret" in str(plan(course, book))
    shared = plan(course, book, "share")
    assert shared.name == ""
    assert "Secret" not in str(shared)
    assert "Kev" not in str(shared)
    assert next(part for part in shared.parts if part.id == "people").default


def test_the_days_are_written_out(course: Course) -> None:
    document = plan(course, EMPTY)
    assert (document.date, document.next_look) == ("22 November 2026", "20 December 2026")


def test_what_no_section_asks_for_is_never_left_off(course: Course) -> None:
    book = notebook(
        extra=said("My words."),
        gone_lesson=tabled({"a": "Left", "b": True, "c": 3}),
    )
    other = plan(course, book).parts[-1]
    assert other.title == "Other things I wrote"
    assert other.blocks == (
        Words("Say it in your own words.", own=False, lead=True),
        Words("My words."),
        Words("Gone lesson", own=False, lead=True),
        Points(("Left – yes – 3",)),
    )
    assert "other" not in ids(course, book, "card")


def test_quiz_answers_numbers_and_things_done_are_not_for_paper(course: Course) -> None:
    book = notebook(
        quiz=chosen(("this", "This"), right=True),
        old_quiz=chosen(("x", "X"), right=False),
        try_it=Done(at=AT),
        hope=Rated(at=AT, value=7),
        empty=said("  "),
        later=Other(at=AT, shape="hologram"),
    )
    assert "other" not in ids(course, book)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=1, max_size=80))
def test_no_words_are_lost_or_changed(course: Course, text: str) -> None:
    book = notebook(extra=said(text))
    kept = book.answers["extra"]
    shown = [block for part in plan(course, book).parts for block in part.blocks]
    assert kept.empty or Words(getattr(kept, "text", "")) in shown


def test_every_section_of_our_own_outline_says_something_while_empty() -> None:
    ours = Course([LESSONS], "en")
    for region in ("US", "UK", ""):
        for paper in ("plan", "card", "share", "large", "door", "week", "blank"):
            for part in plan(ours, EMPTY, paper, region).parts:
                assert part.blocks, (paper, part.id)
                assert "{emergency}" not in str(part)


def test_safety_steps_without_a_first_sentence_have_their_title() -> None:
    shown = blocks(plan(Course([LESSONS], "en"), EMPTY), "overdose")
    assert Words("If someone will not wake up", own=False, lead=True) in shown


def test_a_section_to_write_in_by_hand_has_lines() -> None:
    ours = Course([LESSONS], "en")
    assert WritingLines(2) in blocks(plan(ours, EMPTY), "review")
