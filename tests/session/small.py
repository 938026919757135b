"""A course made by hand, and a session on it whose clock and dice are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from course.content.heads import Head
from course.content.lesson import Lesson, Passage, Reading, Step
from course.content.prompts import Again, Box, Choose, Option, Order, Prompt, Sort, SortItem
from course.content.prose import Para, Prose, Span
from course.errors import Missing
from course.notebook.notebook import Notebook
from course.session.session import Session

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def prose(text: str) -> Prose:
    return (Para((Span(text),)),)


def option(name: str, *, right: bool = False) -> Option:
    return Option(id=name, words=(Span(name.title()),), why=prose(f"Why {name}."), right=right)


def options(*names: str, right: Sequence[str] = ()) -> tuple[Option, ...]:
    return tuple(option(name, right=name in right) for name in names)


def choose(right: Sequence[str] = ("ant",), **more: object) -> Choose:
    found = options("ant", "bee", "cat", "dog", right=right)
    return Choose(id="choose", lead=prose("Which?"), options=found, **more)


def order() -> Order:
    return Order(id="order", lead=prose("In order?"), options=options("one", "two", "three"))


def sort() -> Sort:
    boxes = (Box(id="in", title="Inside"), Box(id="out", title="Outside"))
    put = {"pain": "in", "cash": "out", "joy": "in"}
    items = tuple(
        SortItem(id=name, words=(Span(name),), why=prose(f"Why {name}."), box=box)
        for name, box in put.items()
    )
    return Sort(id="sort", lead=prose("Where?"), boxes=boxes, items=items)


def reading(name: str, voice: str = "") -> Reading:
    passages = (Passage(voice=voice, prose=prose(f"All about {name}.")),)
    return Reading(id=name, title=name.title(), passages=passages)


def lesson(*steps: Step, name: str = "lesson") -> Lesson:
    return Lesson(head=Head(id=name, number=1, title=name.title()), steps=steps)


@dataclass
class SmallCourse:
    """As much of a course as a session asks for."""

    lessons: list[Lesson]
    language: str = "en"
    sources: dict[str, object] = field(default_factory=dict)

    def lesson(self, lesson_id: str) -> Lesson:
        for found in self.lessons:
            if found.id == lesson_id:
                return found
        raise Missing(lesson_id)

    def prompt(self, prompt_id: str) -> Prompt | None:
        prompts = [p for each in self.lessons for p in each.prompts if not isinstance(p, Again)]
        return next((p for p in prompts if p.id == prompt_id), None)


@dataclass
class Clock:
    """Tells what it was set to, a minute later each time."""

    moment: datetime = NOON

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


def session(
    *steps: Step,
    notebook: Notebook | None = None,
    seed: int = 1,
    kept: list[Notebook] | None = None,
    clock: Clock | None = None,
) -> Session:
    """A session on one lesson called ``lesson``."""
    return session_on(SmallCourse([lesson(*steps)]), notebook, seed, kept, clock)


def session_on(
    course: SmallCourse,
    notebook: Notebook | None = None,
    seed: int = 1,
    kept: list[Notebook] | None = None,
    clock: Clock | None = None,
) -> Session:
    keep = (kept if kept is not None else []).append
    return Session(course, notebook or Notebook(), keep, clock or Clock(), Random(seed))
