"""Help lines by country. Each row says when it was last checked; age is shown and hides nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator

from course.content.prompts import Frozen
from course.content.tables import TableFile


def _day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


Day = Annotated[str, BeforeValidator(_day)]
"""A day as 2026-11-30; empty when there was none."""

LineKind = Literal["emergency", "crisis", "treatment", "companion", "poison", "directory"]


class HelpLine(Frozen):
    """A number to ring or a page to visit. None of them pays anybody."""

    id: str
    region: str
    """Two letters of the country."""
    name: str
    contact: str
    kind: LineKind
    what: str = ""
    hours: str = ""
    source: str
    checked: Day = ""
    """The day a person rang it or loaded it; empty when nobody has."""
    seen: str = ""
    """The newest proof that was found, in words."""
    status: Literal["confirmed", "not confirmed"]


def read_help_lines(file: Path) -> tuple[HelpLine, ...]:
    """All rows of ``help-lines.toml``, or ``Unreadable`` with all that is wrong in it."""
    tables = TableFile(file)
    lines = tables.tables("lines", HelpLine)
    tables.only("lines")
    tables.unique("lines", [line.id for line in lines])
    tables.done()
    return lines
