"""The language table catches what it should, lets pass what only looks like it, and is in order."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from course.content.course import Course
from course.content.looking import look_through
from course.content.notes import Notes
from course.content.spoken import problems_of_program, spoken
from course.content.texts import Role, Text
from course.content.wording import hits, read_wording
from course.errors import Problem, Unreadable
from course.places import lessons_folder
from tests.source import COURSE as PACKAGE

FIXTURES = tomllib.loads(
    (Path(__file__).parent / "language-fixtures.toml").read_text("utf-8"),
)
FAULTS = [(int(row), line) for row, lines in FIXTURES["faults"].items() for line in lines]
INNOCENT = FIXTURES["innocent"]["lines"]
TABLE = Course([lessons_folder()], "en").wording


@pytest.mark.parametrize(("row", "line"), FAULTS)
def test_a_word_to_avoid_is_caught(row: int, line: str) -> None:
    found = hits(TABLE, line, "feedback")
    assert row in {hit.row.id for hit in found}, found


@pytest.mark.parametrize("line", INNOCENT)
@pytest.mark.parametrize("role", ["reading", "feedback"])
def test_a_line_that_only_looks_like_a_fault_passes(line: str, role: str) -> None:
    assert [hit.words for hit in hits(TABLE, line, role) if hit.row.level != "I"] == []


def test_every_row_has_a_fault_that_it_catches() -> None:
    assert {row.id for row in TABLE.rows} == {row for row, _line in FAULTS}
    assert set(range(1, 58)) <= {row.id for row in TABLE.rows}
    assert len(INNOCENT) >= 30


def test_each_row_says_what_to_say_and_why() -> None:
    assert [row.id for row in TABLE.rows if not (row.say and row.why)] == []


def test_some_words_are_looked_for_only_in_reasons_and_in_the_program() -> None:
    assert hits(TABLE, "What went wrong? You failed.", "reading") == []
    assert [hit.words for hit in hits(TABLE, "You failed.", "feedback")] == ["You failed"]
    assert [hit.words for hit in hits(TABLE, "Reset", "program")] == ["Reset"]


def looked(words: str, *allowed: tuple[str, str], role: Role = "reading") -> tuple[Problem, ...]:
    notes = Notes("made-up.md")
    look_through(TABLE, [Text(3, words, role)], allowed, ["", "", "one", words], notes)
    return notes.problems


def test_a_finding_has_its_row_its_line_and_its_level() -> None:
    (problem,) = looked("He is an addict.")
    assert (problem.line, problem.level, problem.rule) == (4, "E", "L1")
    assert "person with addiction" in problem.remedy


def test_a_word_that_needs_a_reason_passes_with_one() -> None:
    (bare,) = looked("After a relapse, call.")
    assert (bare.level, bare.rule) == ("W", "L23")
    (told,) = looked("After a relapse, call.", ("relapse", "Taught here."))
    assert (told.level, told.remedy) == ("I", "Taught here.")
    (bent,) = looked("She relapsed.", ("relapse", "Taught here."))
    assert bent.level == "I"


def test_no_reason_makes_a_mistake_right() -> None:
    (problem,) = looked("He is an addict.", ("addict", "We like the word."))
    assert problem.level == "E"


def test_a_word_is_found_across_a_line_break_and_with_a_hyphen() -> None:
    assert [hit.words for hit in hits(TABLE, "stay\nclean")] == ["stay\nclean"]
    assert [hit.row.id for hit in hits(TABLE, "ex-addict")] == [8]


def test_what_the_program_says_is_collected_from_its_source() -> None:
    source = 'a = _("One")\nb = ngettext("two", "three", n)\nN_("four")\nprint("five")\n'
    assert list(spoken(source)) == [(1, "One"), (2, "two"), (2, "three"), (3, "four")]
    strings = [said for file in PACKAGE.rglob("*.py") for said in spoken(file.read_text("utf-8"))]
    assert len(strings) > 300


def test_the_program_speaks_kindly() -> None:
    found = problems_of_program(PACKAGE, TABLE)
    assert [str(problem) for problem in found if problem.level != "I"] == []


def test_a_harsh_word_in_the_program_is_found(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('say(_("Wrong! Your review is overdue."))\n')
    found = problems_of_program(tmp_path, TABLE)
    assert [(problem.line, problem.rule) for problem in found] == [(1, "L57"), (1, "L57")]


def test_a_table_that_cannot_be_used_says_where(tmp_path: Path) -> None:
    file = tmp_path / "language.toml"
    row = '[[rows]]\nid = 1\nfind = ["(open"]\nsay = "x"\nwhy = "y"\nlevel = "E"\n'
    file.write_text(row + row.replace("(open", "fine").replace('"E"', '"X"'))
    with pytest.raises(Unreadable) as caught:
        read_wording(file)
    assert {problem.line for problem in caught.value.problems} == {3, 12}
