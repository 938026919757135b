"""What the ``+++`` head of a lesson or a safety text may say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeVar

from pydantic import Field, StrictInt

from course.content.notes import Notes
from course.content.page import Page
from course.content.prompts import Frozen
from course.content.settings import read_settings
from course.content.tables import Place, record

Minutes = Annotated[StrictInt, Field(ge=1, le=240)]


class Allow(Frozen):
    """A word that needs a reason, and the reason."""

    term: Annotated[str, Field(min_length=2)]
    why: Annotated[str, Field(min_length=8)]


class LessonHead(Frozen):
    """The settings of a lesson."""

    title: str
    summary: str
    minutes: Minutes
    reviewed_by: str = ""
    reviewed_on: date | str = ""
    goals: tuple[str, ...] = ()
    group_minutes: Minutes = 60
    allow: tuple[Allow, ...] = ()
    """Words of level W that are meant here."""
    terms: tuple[str, ...] = ()
    """Words of the glossary that this lesson takes as known."""


class SafetyHead(Frozen):
    """The settings of a safety text."""

    title: str
    sources: tuple[str, ...]
    reviewed_by: str
    reviewed_on: date | str = ""
    allow: tuple[Allow, ...] = ()
    """Words of level W that are meant here."""


Settings = TypeVar("Settings", LessonHead, SafetyHead)


def settings_of(page: Page, kind: type[Settings], notes: Notes) -> Settings | None:
    """The head of a page, or nothing and the reasons in ``notes``."""
    settings, lost = read_settings(page.head, 2, notes)
    lines = page.head.split("\n")
    return record(kind, settings, Place(lines, 1, offset=1), notes, lost)
