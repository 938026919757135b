"""The plan's outline: its sections, what feeds each, and which prompts help on a hard day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from course.content.prompts import Frozen
from course.content.tables import TableFile

Show = Literal["sentence", "bullets", "ticks", "steps", "people", "pairs", "table", "week", "lines"]
"""How the answers of a section are laid out."""

Paper = Literal["card", "wallet", "door", "plan", "large", "week", "share", "blank"]
"""The papers a section can stand on."""

SectionLook = Literal[
    "cover", "top", "panel", "people", "danger", "table", "column", "slip", "week", "full"
]
"""Where the two-page plan puts a section."""


class Section(Frozen):
    """One section of the plan."""

    id: str
    number: StrictInt = 0
    title: str
    aside: str = ""
    """A few small words beside the title."""
    sources: Annotated[tuple[str, ...], Field(alias="from")] = ()
    """The prompts that feed it; none when no lesson asks for it yet."""
    leads: tuple[str, ...] = ()
    """A few words before what each of them gave, in the same order; none where they need none."""
    lesson: StrictInt = 0
    """The number of the lesson that will ask for it, while nothing feeds it."""
    show: Show = "bullets"
    default: tuple[str, ...] = ()
    """What the course puts there while nothing was written. Marked as the course's own."""
    papers: tuple[Paper, ...] = ()
    look: SectionLook = "full"
    safety: tuple[str, ...] = ()
    """Safety texts that always stand in it."""
    lines: StrictBool = False
    """Whether the help lines of the chosen country stand in it too."""


class Help(Frozen):
    """Which prompts hold what a person needs on a hard day."""

    people: str = ""
    reasons: str = ""
    pairs: str = ""
    naloxone: str = ""
    slip: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The prompts that are named, each once."""
        named = (self.people, self.reasons, self.pairs, self.naloxone, self.slip)
        return tuple(dict.fromkeys(name for name in named if name))


class Outline(Frozen):
    """The whole outline."""

    sections: tuple[Section, ...] = ()
    help: Help = Help()

    def section(self, section_id: str) -> Section | None:
        """The section of that id, if there is one."""
        return next((one for one in self.sections if one.id == section_id), None)


def read_outline(file: Path) -> Outline:
    """The outline in ``plan.toml``, or ``Unreadable`` with all that is wrong in it."""
    tables = TableFile(file)
    sections = tables.tables("sections", Section)
    named = tables.table("help", Help) or Help()
    tables.only("sections", "help")
    tables.unique("sections", [section.id for section in sections])
    tables.done()
    return Outline(sections=sections, help=named)
