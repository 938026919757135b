"""For those who write lessons: looking for mistakes, tables of grades and claims, a new lesson.

Each gives back what to print and the exit code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from course.content.heads import home_of
from course.content.marks import is_id
from course.errors import HandrailError, Problem, Unreadable
from course.language import _, guess_language, ngettext
from course.places import lessons_folder

if TYPE_CHECKING:
    from course.content.course import Course
    from course.content.grading import Grade
    from course.machine import Machine

Said = tuple[str, int]
"""What to print, and the exit code."""

_PACKAGE = Path(__file__).parent


def check(machine: Machine, place: Path | None, *, everything: bool, as_json: bool) -> Said:
    """Every mistake in our lessons and in what the program says, or in a folder or a lesson."""
    course = course_for(machine, place)
    problems = _problems(course, place, everything)
    code = int(any(problem.level != "I" for problem in problems))
    if as_json:
        return json.dumps([asdict(one) for one in problems], indent=2, ensure_ascii=False), code
    said = [*map(str, problems), *_left(course, problems)]
    return "\n".join(said) or _("No mistakes found."), code


def _problems(course: Course, place: Path | None, everything: bool) -> list[Problem]:
    from course.content.check import check as look
    from course.content.spoken import problems_of_program

    found = look(course, everything=everything)
    if place is None:
        said = problems_of_program(_PACKAGE, course.wording)
        return found + [problem for problem in said if everything or problem.level != "I"]
    here = [problem for problem in found if _is_in(place, Path(problem.file))]
    if not (here or any(_is_in(place, file) for file in _texts(course))):
        said_of = _("there is no lesson in {place}: a lesson is a file that ends in .md")
        raise HandrailError(said_of.format(place=place))
    return here


def _is_in(place: Path, file: Path) -> bool:
    return file.resolve().is_relative_to(place.resolve())


def _texts(course: Course) -> list[Path]:
    return [*course.lesson_files.values(), *course.safety_files.values()]


def _left(course: Course, problems: Sequence[Problem]) -> list[str]:
    """A line, when some lesson could not be read: its words and sources come after that."""
    files = {problem.file for problem in problems}
    if any(str(head.file) in files and not _is_whole(course, head.id) for head in course.heads):
        return [_("When this is mended, check again: only then are words and sources looked at.")]
    return []


def _is_whole(course: Course, lesson_id: str) -> bool:
    try:
        course.lesson(lesson_id)
    except Unreadable:
        return False
    return True


def course_for(machine: Machine, place: Path | None) -> Course:
    """The course, or that of a folder or a file."""
    from course.content.around import course_around

    return machine.course if place is None else course_around(place, guess_language())


def grades(machine: Machine, folder: Path | None, *, as_json: bool) -> Said:
    """How hard each lesson and safety text is to read."""
    course = course_for(machine, folder)
    rows = [*_lesson_rows(course), *_safety_rows(course)]
    if as_json:
        return json.dumps(rows, indent=2, ensure_ascii=False), 0
    names = {key: _heading(key) for key in rows[0]} if rows else {}
    return _table([names, *rows]), 0


def _heading(key: str) -> str:
    return {
        "text": _("text"),
        "sentences": _("sentences"),
        "words": _("words"),
        "masked": _("masked"),
        "raw": _("raw"),
        "readings": _("readings"),
        "reasons": _("reasons"),
        "smog": "SMOG",
        "longest": _("longest"),
        "mean": _("mean"),
        "passive": _("passive"),
    }[key]


def _lesson_rows(course: Course) -> Iterable[dict[str, str]]:
    from course.content.grading import grade_of

    for head in course.heads:
        try:
            lesson = course.lesson(head.id)
        except Unreadable:
            continue
        grade = grade_of(course, lesson)
        yield _row(head.id, grade.whole, grade.readings, grade.feedback)


def _safety_rows(course: Course) -> Iterable[dict[str, str]]:
    from course.content.grading import grade_of_safety

    for name in course.safety_files:
        if text := course.find_safety(name):
            yield _row(f"safety/{name}", grade_of_safety(course, text), None, None)


def _row(name: str, whole: Grade, readings: Grade | None, reasons: Grade | None) -> dict[str, str]:
    from course.content.passive import is_passive
    from course.content.rules.grades import SMOG_FROM

    raw, masked = whole.raw, whole.masked
    passive = sum(is_passive(sentence.text) for sentence in raw.sentences)
    long_enough = len(raw.sentences) >= SMOG_FROM
    return {
        "text": name,
        "sentences": str(len(raw.sentences)),
        "words": str(raw.words),
        "masked": f"{masked.grade:.1f}",
        "raw": f"{raw.grade:.1f}",
        "readings": f"{readings.masked.grade:.1f}" if readings else "",
        "reasons": f"{reasons.masked.grade:.1f}" if reasons and reasons.raw.words else "",
        "smog": f"{masked.smog:.1f}" if long_enough else "",
        "longest": str(raw.longest),
        "mean": f"{raw.mean:.1f}",
        "passive": f"{passive / max(1, len(raw.sentences)):.0%}",
    }


def claims(machine: Machine, folder: Path | None, *, as_json: bool) -> Said:
    """Which lesson and step speaks of each claim; the exit code is 1 when some has none."""
    from course.content.claims import places_of_claims

    course = course_for(machine, folder)
    found = places_of_claims(course)
    rows = [
        {
            "claim": str(claim.number),
            "says": claim.says,
            "steps": ", ".join(f"{place.lesson}#{place.step}" for place in found[claim.number]),
        }
        for claim in course.claims
    ]
    missing = sum(not row["steps"] for row in rows)
    if as_json:
        return json.dumps(rows, indent=2, ensure_ascii=False), int(missing > 0)
    lines = [f"{row['claim']:>2}  {row['says']}\n    {row['steps'] or '-'}" for row in rows]
    if missing:
        left = ngettext("{n} claim has no lesson.", "{n} claims have no lesson.", missing)
        lines.append(left.format(n=missing))
    return "\n".join(lines), int(missing > 0)


def _table(rows: Sequence[dict[str, str]]) -> str:
    """The rows in columns; the first one to the left, figures to the right."""
    columns = list(zip(*(row.values() for row in rows), strict=True))
    widths = [max(map(len, column)) for column in columns]
    lines = []
    for row in rows:
        first, *others = row.values()
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def new_lesson(name: str, folder: Path) -> Said:
    """A template with notes in a new file; nothing is ever written over."""
    name = name.removesuffix(".md")
    if not is_id(name):
        raise HandrailError(_("a lesson's name has small letters, digits and hyphens: my-lesson"))
    file = home_of(folder, guess_language()) / f"{name}.md"  # where it is looked for
    bare = name.lstrip("0123456789").lstrip("-") or name
    template = home_of(lessons_folder(), guess_language()) / "_new-lesson.md"
    text = template.read_text("utf-8").replace("NAME", bare).replace("FILE", file.name)
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError as problem:
        raise HandrailError(_("{file} is there already").format(file=file)) from problem
    except OSError as problem:
        said = _("{file} cannot be written: {why}").format(file=file, why=problem.strerror)
        raise HandrailError(said) from problem
    return _("Written: {file}").format(file=file), 0
