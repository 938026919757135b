"""What the rules say about whole courses, and what they let pass."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.content.check import check
from course.content.claims import places_of_claims, uncovered
from course.content.course import Course
from course.content.rules.across import LESSONS
from course.errors import Problem
from course.places import lessons_folder

WHOLE = Path(__file__).parent.parent / "course"
OURS = Course([lessons_folder()], "en")

LESSON = """+++
title = "A lesson"
summary = "It has all that a lesson needs."
minutes = 5
{settings}
+++

## The main thing {{#main}}

**You can do this.** Take your time.

{words}

::: again when-then

One more?

:::

::: task task-{number}

Take a walk.

:::

## To take with you {{#take}}

::: summary

- You can do this.

:::
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(WHOLE, tmp_path / "own", ignore=shutil.ignore_patterns("bad"))
    return tmp_path / "own"


def written(folder: Path, number: int, words: str = "", settings: str = "") -> None:
    text = LESSON.format(words=words, settings=settings, number=number)
    (folder / f"{number:02}-lesson-{number}.md").write_text(text)


def found(folder: Path, *, everything: bool = False) -> list[Problem]:
    return check(Course([folder], "en"), everything=everything)


def article(numbers: str) -> str:
    return f"::: article {numbers}\n\nThe article says so.\n\n:::"


def test_a_course_that_is_not_whole_may_leave_claims_out(folder: Path) -> None:
    written(folder, 1, article("1 2"))
    assert found(folder) == []


def test_twelve_lessons_must_speak_of_every_claim(folder: Path) -> None:
    for number in range(1, LESSONS + 1):
        written(folder, number, article(f"{number} {number + 12}"))
    (problem,) = found(folder)
    assert (problem.rule, "claim 25" in problem.what) == ("H11", True)
    written(folder, 12, article("12 24 25"))
    assert found(folder) == []


def test_the_table_of_claims_names_lesson_and_step() -> None:
    places = places_of_claims(OURS)
    assert list(places) == list(range(1, 26))
    assert [place.lesson for place in places[21]] == ["what-the-numbers-say"]
    assert all(not places[claim.number] for claim in uncovered(OURS))


def test_a_claim_is_said_in_our_own_words_once() -> None:
    assert [claim.number for claim in OURS.claims] == list(range(1, 26))
    assert len({claim.says for claim in OURS.claims}) == 25


def test_a_word_with_its_reason_is_only_a_note(folder: Path) -> None:
    settings = 'allow = [{term = "sober", why = "The word is explained here."}]'
    written(folder, 1, "What does sober mean?", settings)
    assert found(folder) == []
    (note,) = (one for one in found(folder, everything=True) if one.rule == "L44")
    assert (note.level, note.remedy) == ("I", "The word is explained here.")


def test_a_term_may_be_listed_or_bold_and_comes_from_a_safety_text(folder: Path) -> None:
    written(folder, 1, "A trigger is a thing.", 'terms = ["trigger"]')
    written(folder, 2, "A **trigger** is a thing. Each trigger counts.")
    assert found(folder) == []
    written(folder, 3, "Each trigger counts. A **trigger** is a thing.\n\nA trigger.")
    assert found(folder) == []
    written(folder, 4, "Each trigger counts.\n\nA **trigger** is a thing.")
    assert [problem.rule for problem in found(folder)] == ["H8"]


@pytest.mark.parametrize(
    "words",
    [
        "We sat. We ate. We talked. We left.",
        "At 9 a.m. we met. It took 3.5 hours, e.g. on a Monday.",
        "Breathe in for four. Breathe out for six.",
        "She came at five. It was 5 to 6 hours by bus.",
        "This is one in a row.",
        "Take 2 to 3 minutes. Give one breath every 5 seconds.",
        "Your worker can show you the way.",
        "It is fine if you are tired.",
    ],
)
def test_lines_that_are_no_faults_pass(folder: Path, words: str) -> None:
    written(folder, 1, words)
    assert found(folder) == []


def test_research_may_say_in_words_who_was_counted(folder: Path) -> None:
    words = "::: research A4\n\nA study followed people for a year. About 3 in 10 left.\n\n:::"
    written(folder, 1, words)
    assert found(folder) == []


def test_a_screen_may_hold_a_long_safety_text_and_a_lead(folder: Path) -> None:
    text = '+++\ntitle = "Long"\nsources = ["A4"]\nreviewed_by = ""\n+++\n\n'
    steps = "".join(
        f"{n}. **Stop.** Look left. Look right. Then go on, and rest.\n" for n in "123456"
    )
    (folder / "safety" / "long.md").write_text(
        text + steps.replace("rest.", "rest for a while. Sit.")
    )
    lead = "Read this slowly.\n\n::: safety long\n\n:::"
    written(folder, 1, f"## Steps {{#steps}}\n\n{lead}")
    assert found(folder) == []
    written(
        folder,
        1,
        f"## Steps {{#steps}}\n\n{'Read this slowly, and more than once. ' * 4}\n\n{lead}",
    )
    assert [problem.rule for problem in found(folder)] == ["H6"]


def test_the_lessons_of_somebody_else_are_free_in_their_frame(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    bare = '+++\ntitle = "Mine"\nsummary = "Mine."\nminutes = 5\n+++\n\n## One {#one}\n\nWords.\n'
    (other / "01-mine.md").write_text(bare)
    assert check(Course([folder, other], "en")) == []
