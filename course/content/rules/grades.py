"""A lesson can be read by somebody tired: reading grade, sentences, voice.

Bars from evidence 5.6. Grades are years of US schooling, on normalised text; ``masked`` means that
the glossary's long terms count as one short word, since they cannot be avoided.
"""

from __future__ import annotations

from collections.abc import Sequence

from course.content.course import Course
from course.content.grading import Grade, grade_of, long_terms
from course.content.lesson import Lesson
from course.content.notes import Notes
from course.content.page import lines_of_file
from course.content.passive import is_passive
from course.content.reading import Measured, Sentence, measured
from course.content.texts import Text, for_learners, line_with

LESSON, LESSON_RAW = 6.0, 7.0
"""H1: the highest grade of a lesson, masked and raw."""
FEEDBACK, FEEDBACK_RAW = 5.0, 6.5
"""H2: of the reasons of a lesson taken together."""
SMOG, SMOG_FROM = 8.0, 30
"""H3: the highest SMOG grade, for texts of so many sentences or more."""
LONGEST, MEAN = 20, 12.0
"""H4: words in the longest sentence, and in a sentence on average."""
PASSIVE = 0.10
"""H5: the share of sentences in the passive voice."""
ENOUGH = 10
"""Sentences below which a grade says nothing about a lesson."""

EASIER = "Use shorter words and shorter sentences."


def reads_easily(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note a lesson, or its reasons, above the grades (H1, H2, H3)."""
    grade = grade_of(course, lesson)
    if grade.whole.raw.sentences and len(grade.whole.raw.sentences) >= ENOUGH:
        _grade(grade.whole, (LESSON, LESSON_RAW), "the lesson", "H1", notes)
    if len(grade.feedback.raw.sentences) >= ENOUGH:
        _grade(grade.feedback, (FEEDBACK, FEEDBACK_RAW), "the reasons", "H2", notes)
    masked = grade.whole.masked
    if len(masked.sentences) >= SMOG_FROM and masked.smog > SMOG:
        what = f"too many long words: SMOG {masked.smog:.1f}, over {SMOG:g}"
        notes.at(0, what, "Use shorter words: fewer with three syllables or more.", rule="H3")


def _grade(grade: Grade, bars: tuple[float, float], whose: str, rule: str, notes: Notes) -> None:
    for found, bar, kind in (
        (grade.masked, bars[0], ""),
        (grade.raw, bars[1], " with its terms"),
    ):
        if round(found.grade, 1) > bar:
            what = f"{whose} reads at grade {found.grade:.1f}{kind}, over {bar:g}"
            notes.at(0, what.replace("reasons reads", "reasons read"), EASIER, rule=rule)
            return


def sentences_are_short(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note long sentences, a long average, and too much passive voice (H4, H5)."""
    lines, texts = lines_of_file(lesson.head.file), for_learners(lesson)
    every: list[Sentence] = []
    for text in texts:
        found = measured([text.words]).sentences
        every.extend(found)
        note_long(found, LONGEST, text, lines, notes)
    whole = Measured(tuple(every))
    if len(every) >= ENOUGH and whole.mean > MEAN:
        what = f"sentences have {whole.mean:.1f} words on average, over {MEAN:g}"
        notes.at(0, what, "Make two sentences of the long ones.", rule="H4")
    passive = [sentence for sentence in every if is_passive(sentence.text)]
    if len(every) >= ENOUGH and len(passive) > PASSIVE * len(every):
        what = f"{len(passive)} of {len(every)} sentences are passive, such as “{passive[0].text}”"
        notes.at(0, what, "Say who does it: “the nurse gives”, not “is given”.", rule="H5")


def note_long(
    found: Sequence[Sentence], most: int, text: Text, lines: Sequence[str], notes: Notes
) -> None:
    """Note every sentence with more than so many words."""
    for sentence in found:
        if len(sentence.words) > most:
            start = " ".join(sentence.text.split()[:3])
            what = f"a sentence of {len(sentence.words)} words, over {most}: “{start} …”"
            line = line_with(lines, start, text.line)
            notes.at(line, what, "Make two sentences of it.", rule="H4")


def terms_are_few(course: Course, notes: Notes) -> None:
    """Note a glossary that masks too much of what makes a text hard."""
    if len(terms := long_terms(course.glossary)) > MASKED:
        what = f"the glossary has {len(terms)} long terms, over {MASKED}"
        notes.at(0, what, "Take some out: each of them hides how hard a text is.", rule="H1")


MASKED = 15
"""How many terms may be masked."""
