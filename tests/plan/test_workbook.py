from collections.abc import Iterator
from pathlib import Path

import pytest

from course.content.course import Course
from course.content.prompts import KINDS
from course.places import lessons_folder
from course.plan.document import Contacts, EmptyRows, Points, WritingLines
from course.plan.workbook.book import Workbook
from course.plan.workbook.build import build_workbook
from course.plan.workbook.pages import (
    Choices,
    Menu,
    Para,
    Question,
    Reading,
    Refer,
    Scale,
    Sorting,
    Story,
)
from course.plan.workbook.wording import letter, mixed_by

KINDS_FOLDER = Path(__file__).parents[1] / "course"
EVERY_KIND = Course([KINDS_FOLDER], "en")
OURS = Course([lessons_folder()], "en")


def book(course: Course = EVERY_KIND, region: str = "UK") -> Workbook:
    return build_workbook(course, region=region)


def questions(made: Workbook) -> Iterator[Question]:
    for lesson in made.lessons:
        yield from (step for step in lesson.steps if isinstance(step, Question))


def asked(name: str, made: Workbook | None = None) -> Question:
    return next(each for each in questions(made or book()) if each.id == name)


def text(thing: object) -> str:
    return repr(thing)


# Numbers


@pytest.mark.parametrize("course", [EVERY_KIND, OURS], ids=["every kind", "ours"])
def test_every_prompt_has_a_number_of_its_own(course: Course) -> None:
    numbers = [each.number for each in questions(book(course))]
    assert len(numbers) == len(set(numbers))
    assert len(numbers) == sum(len(course.lesson(head.id).prompts) for head in course.heads)


@pytest.mark.parametrize("course", [EVERY_KIND, OURS], ids=["every kind", "ours"])
def test_the_back_speaks_of_every_question(course: Course) -> None:
    made = book(course)
    said = [each.number for lesson in made.solutions for each in lesson.solutions]
    free = [number for lesson in made.solutions for number in lesson.free]
    assert sorted(said + free) == sorted(each.number for each in questions(made))


def test_lessons_are_numbered_by_their_own_number() -> None:
    firsts = {lesson.number: lesson for lesson in book(OURS).lessons}
    lesson = firsts[2]
    numbers = [step.number for step in lesson.steps if isinstance(step, Question)]
    assert numbers == [f"2.{n}" for n in range(1, len(numbers) + 1)]


def test_a_lesson_that_cannot_be_read_is_named_and_the_others_stand(tmp_path: Path) -> None:
    head = '+++\ntitle = "Good"\nsummary = "It is."\nminutes = 1\n+++\n'
    (tmp_path / "01-good.md").write_text(f"{head}\n## Here\n\nWords.\n")
    (tmp_path / "02-bad.md").write_text('+++\ntitle = "Bad"\n+++\n\n::: choose\n')
    made = book(Course([tmp_path], "en"))
    assert made.missing == ("Bad",)
    assert [lesson.title for lesson in made.lessons] == ["Good"]


# How each kind is asked


def test_every_kind_asks_something_that_a_hand_can_do() -> None:
    lesson = EVERY_KIND.lesson(EVERY_KIND.heads[0].id)
    assert {prompt.kind for prompt in lesson.prompts} == {kind.kind for kind in KINDS}
    assert all(each.how and each.body for each in questions(book()))


def test_a_question_has_lettered_boxes_and_a_menu_has_bare_ones() -> None:
    (boxes, sure) = asked("what-is-it").body
    assert isinstance(boxes, Choices)
    assert [choice.letter for choice in boxes.choices] == ["a", "b", "c"]
    assert "sure" in text(sure)
    (menu,) = asked("what-helps").body
    assert isinstance(menu, Choices)
    assert {choice.letter for choice in menu.choices} == {""}
    assert "2" in asked("what-helps").how


def test_an_order_is_numbered_and_never_stands_in_its_order() -> None:
    (boxes,) = asked("chain").body
    assert isinstance(boxes, Choices)
    assert boxes.mark == "number"
    assert [one.words[0].text for one in boxes.choices] != ["Trigger", "Thought", "Craving"]


def test_things_are_sorted_under_heads() -> None:
    (table,) = asked("inside-or-out").body
    assert isinstance(table, Sorting)
    assert table.heads == ("Inside me", "Around me")
    assert len(table.choices) == 3


def test_a_story_sends_the_reader_on_and_every_way_leads_somewhere() -> None:
    for made in (book(), book(OURS)):
        stories = [(q, piece) for q in questions(made) for piece in q.body]
        for question, story in stories:
            if isinstance(story, Story):
                labels = [scene.label for scene in story.scenes]
                assert labels == [question.number + sign for sign in "ABCDEFGH"[: len(labels)]]
                assert {turn.to for scene in story.scenes for turn in scene.turns} <= set(labels)


def test_a_story_cannot_be_read_on() -> None:
    (story,) = asked("friday").body
    assert isinstance(story, Story)
    assert [scene.title for scene in story.scenes] == ["Five o'clock", "Home", "At the door"]


def test_a_scale_has_eleven_numbers() -> None:
    (ten,) = asked("how-sure").body
    (hundred,) = asked("how-well").body
    assert isinstance(ten, Scale)
    assert isinstance(hundred, Scale)
    assert ten.values == tuple(range(11))
    assert hundred.values == tuple(range(0, 101, 10))


def test_own_words_have_ideas_and_room() -> None:
    ideas, lines, *_rest = asked("to-myself").body
    assert isinstance(ideas, Menu)
    assert isinstance(lines, WritingLines)
    assert lines.count >= 3
    assert any(isinstance(piece, WritingLines) for piece in asked("my-triggers").body)
    grid, *_ideas = asked("when-then").body
    assert isinstance(grid, EmptyRows)
    assert [head.title for head in grid.heads][:2] == ["When", "First I will"]
    assert grid.rows >= 3


def test_what_was_asked_before_is_found_by_its_page() -> None:
    again = next(each for each in questions(book()) if each.how == "Once more")
    assert again.id == ""
    refer = again.body[0]
    assert isinstance(refer, Refer)
    assert refer.target == "my-triggers"
    assert "0.10 on page {page}" in refer.sentence


def test_the_plan_is_asked_by_its_columns() -> None:
    question = asked("my-first-step")
    assert "{when}" not in text(question)
    assert "(your words under “When”)" in text(question)
    (said,) = [
        each
        for lesson in book().solutions
        for each in lesson.solutions
        if each.number == question.number
    ]
    assert "(your words under “First I will”)" in text(said.prose)


# Nothing is given away


def test_the_front_is_the_same_whatever_is_right(tmp_path: Path) -> None:
    for file in ("words.toml", "sources.toml", "help-lines.toml", "plan.toml"):
        (tmp_path / file).write_bytes((KINDS_FOLDER / file).read_bytes())
    (tmp_path / "safety").mkdir()
    safety = "safety/tolerance.md"
    (tmp_path / safety).write_bytes((KINDS_FOLDER / safety).read_bytes())
    written = (KINDS_FOLDER / "every-kind.md").read_text("utf-8")
    around, shame = "### Around me {#outside}\n", "- Shame {#shame}\n  > A feeling is inside.\n"
    other = (
        written.replace("- [x] A trigger", "- [ ] A trigger")
        .replace("- [ ] A craving", "- [x] A craving")
        .replace(shame, "")
        .replace(around, f"{around}\n{shame}")
    )
    (tmp_path / "every-kind.md").write_text(other, "utf-8")
    made, mine = book(Course([tmp_path], "en")), book()
    assert made.lessons == mine.lessons
    assert made.solutions != mine.solutions


def test_mixing_is_the_same_each_time_and_never_the_order_written() -> None:
    for things in ("abc", "abcd", "zyx"):
        for salt in "123456789":
            mixed = mixed_by(tuple(things), salt, str)
            assert mixed == mixed_by(tuple(things), salt, str)
            assert mixed != tuple(things)
            assert sorted(mixed) == sorted(things)
    assert mixed_by(("a",), "x", str) == ("a",)


def test_letters_never_run_out() -> None:
    assert [letter(0), letter(25), letter(26)] == ["a", "z", "a2"]


def test_the_right_ones_come_first_at_the_back() -> None:
    (said, *_rest) = [each for lesson in book().solutions for each in lesson.solutions]
    right = said.reasons[0]
    assert right.right
    assert right.words[0].text == "A trigger"
    assert said.said == f"Tick {right.label}"
    assert all(reason.why for reason in said.reasons)


# Voices, numbers to ring, the plan


def test_who_says_what_is_never_left_open() -> None:
    readings = [
        step for lesson in book(OURS).lessons for step in lesson.steps if isinstance(step, Reading)
    ]
    for reading in readings:
        for passage in reading.passages:
            assert passage.voice == "" or passage.name or passage.voice == "safety"
            if passage.voice == "research":
                assert any(note.startswith("Source: ") for note in passage.notes)


def test_links_stand_as_words_and_bold_stays_bold() -> None:
    (reading, *_rest) = book().lessons[0].steps
    assert isinstance(reading, Reading)
    opening = reading.passages[0].prose[0]
    assert isinstance(opening, Para)
    assert [run.text for run in opening.text if run.mark == "strong"] == ["trigger"]


@pytest.mark.parametrize(("region", "number"), [("US", "911"), ("UK", "999"), ("", "112 (Europe)")])
def test_the_emergency_number_is_that_of_the_country(region: str, number: str) -> None:
    made = book(OURS, region)
    assert "{emergency}" not in text(made)
    assert number in made.help.act
    assert number in text(made.lessons)


def test_the_page_for_a_bad_minute_needs_no_lessons(tmp_path: Path) -> None:
    made = book(Course([tmp_path], "en"))
    assert len(made.help.steps) == 6
    assert isinstance(made.help.lines[0], Contacts)


def test_facilitators_cards_are_not_in_it() -> None:
    assert "Stories that go into detail about using" not in text(book())


def test_every_section_of_the_plan_has_room_or_fixed_words() -> None:
    for course in (EVERY_KIND, OURS):
        made = book(course)
        blank = [each for each in course.outline.sections if "blank" in each.papers]
        assert [section.id for section in made.plan] == [each.id for each in blank]
        assert all(section.blocks for section in made.plan)


def test_safety_texts_and_help_lines_stand_in_the_empty_plan() -> None:
    sections = {section.title: section for section in book(OURS).plan}
    overdose = sections["Overdose safety"]
    assert overdose.look == "danger"
    assert any(isinstance(block, Points) and block.mark == "number" for block in overdose.blocks)
    assert any(isinstance(block, Contacts) for block in sections["If a life is at risk"].blocks)


def test_a_section_no_lesson_fills_has_its_shape() -> None:
    folder = Course([lessons_folder()], "en")
    sections = {section.title: section for section in book(folder).plan}
    assert any(
        isinstance(block, WritingLines | EmptyRows) for block in sections["Early signs"].blocks
    )
