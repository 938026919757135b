"""Looking a text through for words to avoid, and writing down what is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from course.content.notes import Notes
from course.content.texts import Text, line_with
from course.content.wording import Hit, Wording, hits

Allowed = Sequence[tuple[str, str]]
"""Words that need a reason, each with its reason."""


def look_through(
    table: Wording, texts: Iterable[Text], allowed: Allowed, lines: Sequence[str], notes: Notes
) -> None:
    """Note the words to avoid in these texts. ``lines`` are those of their file."""
    for text in texts:
        for hit in hits(table, text.words, text.role):
            _note(hit, _reason(hit, allowed), line_with(lines, hit.words, text.line), notes)


def _reason(hit: Hit, allowed: Allowed) -> str:
    """The written reason for a word; only words of level W can have one."""
    if hit.row.level != "W":
        return ""
    said = hit.words.lower()
    return next((why for term, why in allowed if _covers(term.lower(), said)), "")


def _covers(term: str, said: str) -> bool:
    """Whether a reason for “relapse” also stands for “relapses” and “relapsed”."""
    return said == term or (said.startswith(term) and len(said) - len(term) <= 3)


def _note(hit: Hit, reason: str, line: int, notes: Notes) -> None:
    rule, words = f"L{hit.row.id}", hit.words.replace("\n", " ")
    if hit.row.level == "I" or reason:
        notes.at(line, f"“{words}” stands here", reason or hit.row.say, rule=rule, level="I")
    elif hit.row.level == "W":
        remedy = f"Say: {hit.row.say}. Or give the reason:  allow = [{{term = …, why = …}}]"
        notes.at(line, f"“{words}” needs a written reason", remedy, rule=rule, level="W")
    else:
        remedy = f"Say: {hit.row.say}. ({hit.row.why})"
        notes.at(line, f"“{words}” can hurt or mislead", remedy, rule=rule)
