"""Pages filled with bands, one below the other: what a template sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Pages:
    """Pages that are being filled. All lengths are in ems."""

    whole: float
    """How tall a page is."""
    gap: float
    """What parts two bands."""
    used: float
    """How much of the last page is taken."""
    bands: list[list[dict[str, Any]]] = field(default_factory=lambda: [[]])
    """The bands of each page: one part as wide as the page, or parts in columns."""
    more: int = 0
    """Pages that bands go on over by themselves."""
    urgent_in_front: bool = True
    """Whether all that saves a life is on the first page."""

    @property
    def count(self) -> int:
        """How many pages there are. A plan has two at least."""
        return max(2, self.last)

    @property
    def last(self) -> int:
        """The number of the last page."""
        return len(self.bands) + self.more

    @property
    def filled(self) -> float:
        """How many pages are taken."""
        return self.last - 1 + self.used / self.whole

    @property
    def room(self) -> float:
        """What is left of the last page for one more band."""
        return self.whole - self.used - self.gap

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the last page."""
        return not self.bands[-1]

    def exactly(self, count: int) -> bool:
        """Whether it came out so, page by page: then all stands where it was put."""
        return count == len(self.bands)

    def as_expected(self, count: int, urgent_in_front: bool) -> bool:
        """Whether it came out so, or better; where there are many pages, one more is no matter."""
        spare = self.count // 5
        return count <= self.count + spare and (urgent_in_front or not self.urgent_in_front)

    def turn(self) -> None:
        """Go on with a fresh page."""
        self.bands.append([])
        self.used = -self.gap

    def add(self, tall: float, *, parted: bool = True, **band: Any) -> None:
        """Put a band below the others, or on the next page if it does not fit whole and must."""
        if tall > self.room and not parted and self.used > 0:
            self.turn()
        self.bands[-1].append(band)
        self.used += self.gap + tall
        while self.used > self.whole:
            self.more += 1
            self.used -= self.whole
            band["long"] = True
