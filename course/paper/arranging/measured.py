"""A plan measured in letters of one size: how wide its page is, how tall its parts are where."""

from __future__ import annotations

from functools import cache
from typing import Literal

from course.paper.arranging.scale import Data, Scale
from course.paper.arranging.sections import Sections, holds_days
from course.plan.document import Look, Sheet

Place = Literal["column", "left", "right", "across"]
"""In one of some columns; what to do at once; beside it whom to call; as wide as the page."""
_SHEETS: dict[Sheet, tuple[float, float]] = {"a4": (595.28, 841.89), "us-letter": (612, 792)}
"""How wide and how tall they are, in points."""


class Measured:
    """The lengths of a plan, in ems; all parts ``taller`` where they may come out so."""

    def __init__(
        self, document: Data, base: float, *, dense: bool, sheet: Sheet, taller: float = 1.0
    ) -> None:
        scale = Scale(base, dense)
        wide, tall = (length / base for length in _SHEETS[sheet])
        self.parts: list[Data] = document["parts"]
        self.dense = dense
        self.columns = 3 if dense else 2
        self.gap = 1.3 if dense else 1.6
        self.page = tall - scale.mm(24 if dense else 26)
        self.lower = scale.mm(4)
        """How much lower whom to call stands than what to do."""
        self.little = 36 / base
        """Room that is not worth filling."""
        self._gutter = scale.mm(6 if dense else 8)
        self._width = wide - 2 * scale.mm(14 if dense else 16)
        self.calling = scale.mm(66 if dense else 70)
        """How wide whom to call is."""
        self._widths: dict[Place, float] = {
            "column": scale.share(self._width, self.columns, self._gutter),
            "left": self._width - self._gutter - self.calling,
            "right": self.calling,
            "across": self._width,
        }
        self._sections = Sections(scale, document["words"]["suggested"])
        self._taller = taller
        self.top = self._sections.top(document, self._width) * taller
        self._known = cache(self._measured)
        self._frame = cache(self._framed)

    def at(self, *looks: Look) -> list[int]:
        """Where in the document the parts of these looks stand."""
        return [at for at, part in enumerate(self.parts) if part["look"] in looks]

    def days(self, at: int) -> int:
        """How many days the part sets side by side."""
        part = self.parts[at]
        return len(part["blocks"][0]["heads"]) if holds_days(part) else 0

    def tall(self, at: int, place: Place, lines: int) -> float:
        """How tall a part is there, with so many lines to write on if nothing was written."""
        by_hand = self._sections.to_write(lines) if self.parts[at]["default"] else 0.0
        return self._known(at, place) * self._taller + by_hand

    def frame(self, at: int) -> tuple[float, int | None]:
        """How tall a frame is, and after how many pieces its second column starts."""
        tall, cut = self._frame(at)
        return tall * self._taller, cut

    def _measured(self, at: int, place: Place) -> float:
        part, width, sections = self.parts[at], self._widths[place], self._sections
        look = part["look"]
        if place == "column" or (place == "across" and look == "slip"):
            return sections.in_column(part, width)
        if look == "panel":
            return sections.panel(part, width, narrow=False)
        if place == "across" and look == "people":
            return sections.many_people(part, width, self._gutter)
        if place == "across" and look == "week" and self.days(at):
            return sections.week(part, width)
        return sections.section(part, width, narrow=look not in ("table", "people"))

    def _framed(self, at: int) -> tuple[float, int | None]:
        return self._sections.frame(self.parts[at], self._width, self._gutter)
