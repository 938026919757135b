"""A safety text is the plainest of all, and its steps are orders (H2, H4, H6, H9, H12)."""

from __future__ import annotations

import re
from pathlib import Path

from course.content.course import Course
from course.content.grading import grade_of_safety
from course.content.looking import look_through
from course.content.notes import Notes
from course.content.page import lines_of_file
from course.content.prose import Items, Line, plain, words
from course.content.reading import measured
from course.content.rules.grades import EASIER, LONGEST, note_long
from course.content.rules.screens import note_paragraphs
from course.content.safety import SafetyText
from course.content.texts import Text, line_with

GRADE, GRADE_RAW = 5.0, 6.5
"""H2: the highest grade, masked and raw."""
STEPS, ORDER, WORDS = 6, 5, 15
"""H12: steps at most, words of the order each opens with, words in a sentence of a step."""

_NO_ORDER = re.compile(
    r"(?:the|an?|you|your|they|their|it|he|she|we|i|if|when|this|that|there|do you|is|are|how|why|"
    r"naloxone|breathing|help)\b(?! or\b)",
    re.IGNORECASE,
)
"""How something begins that tells nobody to do anything."""


def safety_is_plain(course: Course, file: Path, text: SafetyText, notes: Notes) -> None:
    """Note whatever makes a safety text harder to act on."""
    lines = lines_of_file(file)
    _grades(course, text, notes)
    said = Text(2, plain(text.prose), "reading")
    note_long(measured([said.words]).sentences, LONGEST, said, lines, notes)
    note_paragraphs(text.prose, 2, lines, notes)
    for block in text.prose:
        if isinstance(block, Items) and block.numbered:
            _steps(block, lines, notes)
    title = Text(2, text.title, "head")
    look_through(course.wording, [title, said], text.allow, lines, notes)


def _grades(course: Course, text: SafetyText, notes: Notes) -> None:
    grade = grade_of_safety(course, text)
    for found, bar in ((grade.masked, GRADE), (grade.raw, GRADE_RAW)):
        if round(found.grade, 1) > bar:
            what = f"the text reads at grade {found.grade:.1f}, over {bar:g}"
            notes.at(0, what, EASIER, rule="H2")
            return


def _steps(steps: Items, lines: list[str], notes: Notes) -> None:
    if len(steps.items) > STEPS:
        line = line_with(lines, " ".join(words(steps.items[0]).split()[:3]), 2)
        what = f"{len(steps.items)} steps, over {STEPS}"
        notes.at(line, what, "Put two of them together.", rule="H12")
    for item in steps.items:
        line = line_with(lines, " ".join(words(item).split()[-3:]), 2)
        _order(item, line, notes)
        long = next((s for s in measured([words(item)]).sentences if len(s.words) > WORDS), None)
        if long and len(long.words) <= LONGEST:
            what = f"a step has a sentence of {len(long.words)} words, over {WORDS}"
            notes.at(line, what, "Make two sentences of it.", rule="H12")


def _order(item: Line, line: int, notes: Notes) -> None:
    opening = item[0].text.strip() if item and item[0].mark == "strong" else ""
    count = len(opening.split())
    if not 1 <= count <= ORDER or _NO_ORDER.match(opening):
        what = "a step that does not open with a short order"
        remedy = f"Begin with what to do, bold, in one to {ORDER} words:  **Call for help.**"
        notes.at(line, what, remedy, rule="H12")
