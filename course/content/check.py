"""Everything that is wrong with a course: each file by its form, then the rules across files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from course.content.course import Course
from course.content.heads import all_files
from course.content.notes import Notes, did_you_mean
from course.content.rules import RULES
from course.content.rules.across import (
    claims_are_covered,
    glossary_is_kind,
    help_is_kind,
    outline_is_kind,
)
from course.content.rules.grades import terms_are_few
from course.content.rules.safety_texts import safety_is_plain
from course.errors import Problem, Unreadable


def check(course: Course, *, everything: bool = False) -> list[Problem]:
    """All problems, file by file; empty when the course is whole. ``everything``: with notes."""
    found = [
        *_tables(course),
        *_safety(course),
        *_lessons(course),
        *_names_of_files(course),
        *_outline(course),
        *(_across(course) if readable(course) else ()),
    ]
    return found if everything else [problem for problem in found if problem.level != "I"]


def _across(course: Course) -> Iterator[Problem]:
    """What the rules say about the other files, and about the course as a whole."""
    for file, rule in (
        (course.outline_file, outline_is_kind),
        (course.glossary_file, glossary_is_kind),
        (course.glossary_file, terms_are_few),
        (course.help_file, help_is_kind),
        (course.claims_file, claims_are_covered),
    ):
        notes = Notes(str(file))
        rule(course, notes)
        yield from notes.problems


def _of(read: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems of one file."""
    try:
        read()
    except Unreadable as problem:
        return problem.problems
    return ()


def readable(course: Course) -> bool:
    """Whether the tables that the rules look names up in can be read."""
    return not list(_tables(course))


def _tables(course: Course) -> Iterator[Problem]:
    yield from _of(lambda: course.outline)
    yield from _of(lambda: course.glossary)
    yield from _of(lambda: course.sources)
    yield from _of(lambda: course.all_help_lines)
    yield from _of(lambda: course.wording)
    yield from _of(lambda: course.claims)


def _safety(course: Course) -> Iterator[Problem]:
    whole = readable(course)
    for name, file in course.safety_files.items():
        yield from _of(lambda name=name: course.safety(name))  # type: ignore[misc]
        text = course.find_safety(name)
        for source in text.sources if text and whole else ():
            if source not in course.sources:
                what = f"there is no source “{source}”"
                yield _problem(file, source, what, did_you_mean(source, course.sources))
        if text and whole:
            notes = Notes(str(file))
            safety_is_plain(course, file, text, notes)
            yield from notes.problems


def _lessons(course: Course) -> Iterator[Problem]:
    whole = readable(course)
    for head in course.heads:
        problems = _of(lambda head=head: course.lesson(head.id))  # type: ignore[misc]
        yield from problems
        if whole and not problems:
            notes = Notes(str(head.file))
            for rule in RULES:
                rule(course, course.lesson(head.id), notes)
            yield from notes.problems


def _names_of_files(course: Course) -> Iterator[Problem]:
    """Two lessons of one name: the second would never be seen."""
    seen: dict[str, Path] = {}
    for lesson_id, file in all_files(course.folders, course.language):
        if lesson_id in seen:
            what = f"the lesson has the name of {seen[lesson_id].name}"
            yield Problem(str(file), 0, what, "Give the file another name.")
        seen.setdefault(lesson_id, file)


def _outline(course: Course) -> Iterator[Problem]:
    if not readable(course):
        return
    file = course.outline_file
    named = [name for section in course.outline.sections for name in section.sources]
    for name in dict.fromkeys([*named, *course.outline.help.names]):
        if course.lesson_of(name) is None:
            what = f"no lesson asks “{name}”"
            yield _problem(file, name, what, did_you_mean(name, course.prompt_ids))
    for section in course.outline.sections:
        for name in section.safety:
            if name not in course.safety_files:
                what = f"there is no safety text “{name}”"
                yield _problem(file, name, what, did_you_mean(name, course.safety_files))


def _problem(file: Path, quoted: str, what: str, remedy: str) -> Problem:
    """A problem on the first line of the file that holds the name in quotes."""
    lines = file.read_text("utf-8-sig").split("\n")
    line = next((number for number, one in enumerate(lines, 1) if f'"{quoted}"' in one), 0)
    return Problem(str(file), line, what, remedy)
