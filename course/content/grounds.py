"""Who says a passage, and what it rests on: the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from course.language import _

if TYPE_CHECKING:
    from course.content.lesson import Passage
    from course.content.safety import SafetyText
    from course.content.sources import Source

Find: TypeAlias = "Callable[[str], Source | None]"
FindSafety: TypeAlias = "Callable[[str], SafetyText | None]"


def speaker(passage: Passage, under: str) -> str:
    """The name above a passage; nothing for the lesson itself, or where ``under`` said it."""
    names = {
        "": "",
        "article": _("The article says"),
        "research": _("What newer research adds"),
        "course": _("A note from this course"),
        "summary": _("In short"),
    }
    name = names.get(passage.voice, passage.title or _("Your safety"))
    return "" if name == under else name


def grounds(passage: Passage, source: Find, safety: FindSafety) -> Iterator[str]:
    """Where it comes from, and whether a clinician has looked at it."""
    if passage.voice == "safety":
        text = safety(passage.refs[0]) if passage.refs else None
        if text is None or not text.reviewed_by:
            yield _("Not yet reviewed by a clinician.")
    elif passage.voice == "research":
        yield from (cited(found) for ref in passage.refs if (found := source(ref)))


def cited(source: Source) -> str:
    """Who published it, when, and who was counted.

    Titles stay in the register: many of them hold words that this course doesn't use of people.
    """
    named = source.publisher or source.title
    if source.year:
        named = f"{named}, {source.year}"
    if not source.counted:
        return _("Source: {source}.").format(source=named)
    return _("Source: {source}. Counted: {who}.").format(source=named, who=source.counted)
