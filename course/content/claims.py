"""The article's claims by number, and which step of which lesson speaks of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import StrictInt

from course.content.lesson import Lesson, Reading
from course.content.prompts import Frozen
from course.content.tables import TableFile
from course.errors import Unreadable

if TYPE_CHECKING:
    from course.content.course import Course


class Claim(Frozen):
    """One thing the article says."""

    number: StrictInt
    says: str
    """In our own words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A step that speaks of a claim."""

    lesson: str
    step: str


def read_claims(file: Path) -> tuple[Claim, ...]:
    """The claims of ``article.toml``, or ``Unreadable`` with all that is wrong in it."""
    tables = TableFile(file)
    found = tables.tables("claims", Claim)
    tables.only("claims")
    for wanted, claim in enumerate(found, start=1):
        if claim.number != wanted:
            what = f"claim {claim.number} stands where claim {wanted} should"
            tables.notes.at(0, what, "Number the claims from 1 on, each once.")
            break
    tables.done()
    return found


def places_of_claims(course: Course) -> dict[int, list[Place]]:
    """Where each claim is spoken of; an empty list where none does."""
    found: dict[int, list[Place]] = {claim.number: [] for claim in course.claims}
    for lesson in _readable(course):
        for number, step in _claims_in(lesson):
            place = Place(lesson.id, step)
            if place not in found.setdefault(number, []):
                found[number].append(place)
    return found


def _readable(course: Course) -> Iterator[Lesson]:
    for head in course.heads:
        try:
            yield course.lesson(head.id)
        except Unreadable:
            continue


def _claims_in(lesson: Lesson) -> Iterator[tuple[int, str]]:
    for step in lesson.steps:
        for passage in step.passages if isinstance(step, Reading) else ():
            if passage.voice == "article":
                yield from ((int(ref), step.id) for ref in passage.refs if ref.isdigit())


def uncovered(course: Course) -> list[Claim]:
    """The claims that no lesson speaks of."""
    places = places_of_claims(course)
    return [claim for claim in course.claims if not places[claim.number]]
