"""The lengths of one layout: in ems of its base size, as in ``style.typ``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course.paper.arranging.letters import SANS, Face

Data = dict[str, Any]
"""A part of the document, or a block of it, as the templates are given it."""
POINTS_OF_MM = 72 / 25.4
CAPS = 0.66
"""How tall a line of letters is, from the foot to the top of its capitals."""
SERIF_CAPS = 0.67


@dataclass(frozen=True, slots=True)
class Scale:
    """Letters of one size, and whether room is saved everywhere."""

    base: float
    """In points."""
    dense: bool

    def mm(self, length: float) -> float:
        """Millimetres in ems."""
        return length * POINTS_OF_MM / self.base

    def least(self, factor: float, points: float) -> float:
        """A factor that makes letters no smaller than that."""
        return max(factor, points / self.base)

    def share(self, width: float, columns: int, apart: float) -> float:
        """How wide each of some columns is."""
        return (width - apart * (columns - 1)) / columns


def tall(words: str, width: float, between: float, face: Face = SANS, size: float = 1.0) -> float:
    """How tall a paragraph is, with so much between its lines."""
    lines = face.lines(words, width / size)
    return lines * CAPS * size + (lines - 1) * between
