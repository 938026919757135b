"""The safety texts: each written once, reviewed, locked by a test, and pulled in by name."""

from __future__ import annotations

from pathlib import Path

from course.content.head_rules import SafetyHead, settings_of
from course.content.markdown import read_blocks, to_prose
from course.content.notes import Notes
from course.content.page import read_page
from course.content.prompts import Frozen
from course.content.prose import Prose
from course.errors import Unreadable


class SafetyText(Frozen):
    """One of the texts that keep people alive. ``{emergency}`` in it is filled when it is shown."""

    name: str
    title: str
    prose: Prose
    sources: tuple[str, ...] = ()
    reviewed_by: str = ""
    """Empty means not yet reviewed by a clinician, and is shown as that."""
    allow: tuple[tuple[str, str], ...] = ()
    """Words that need a reason, each with its reason."""


def read_safety(file: Path) -> SafetyText:
    """The safety text in this file, or ``Unreadable`` with all that is wrong in it."""
    notes = Notes(str(file))
    text = _read(file, notes)
    if text is None or notes:
        raise Unreadable(notes.problems)
    return text


def _read(file: Path, notes: Notes) -> SafetyText | None:
    page = read_page(file, notes)
    if page is None:
        return None
    head = settings_of(page, SafetyHead, notes)
    prose = to_prose(read_blocks(page.body, page.body_line, notes), notes)
    if not prose:
        notes.at(page.body_line, "the text is empty", "Write it below the +++ line.")
    if head is None:
        return None
    return SafetyText(
        name=file.stem,
        title=head.title,
        prose=prose,
        sources=head.sources,
        reviewed_by=head.reviewed_by,
        allow=tuple((one.term, one.why) for one in head.allow),
    )
