"""Every source once. Lessons and safety texts point here by id."""

from __future__ import annotations

from pathlib import Path

from pydantic import StrictInt

from course.content.help_lines import Day
from course.content.prompts import Frozen
from course.content.tables import TableFile


class Source(Frozen):
    """Something that was read, and who was counted in it."""

    id: str
    title: str
    publisher: str = ""
    year: StrictInt = 0
    """0 when it is not known."""
    counted: str = ""
    """Who was counted, in plain words; empty when the source counts nobody."""
    read: Day = ""
    """The day it was read."""
    address: str = ""
    mark: str = ""
    """``V``: the source or its summary was read. ``V2``: another page's report of it."""


def read_sources(file: Path) -> dict[str, Source]:
    """All sources by id, or ``Unreadable`` with all that is wrong in the file."""
    tables = TableFile(file)
    found = tables.tables("sources", Source)
    tables.only("sources")
    tables.unique("sources", [source.id for source in found])
    tables.done()
    return {source.id: source for source in found}
