"""A plan arranged: what is urgent on the first page, the rest in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from course.paper.arranging.columns import Taken, as_they_fit, in_order, packed
from course.paper.arranging.measured import Measured, Place
from course.paper.arranging.pages import Pages

_SURE = 0.3
"""How much taller than expected, in ems, the columns of a page may come out."""
_TOO_TALL = 0.9
"""What takes up more of a page than that does not stand in a column."""
_TOO_TALL_BESIDE = 0.63
_TOO_TALL_A_FRAME = 0.6
_SURELY_WHOLE = 0.5
"""What takes up more of a page than that may break, as may what stands below a long frame: should
that come out much taller than it was reckoned, it goes on elsewhere instead of off the page."""


class _Piece(NamedTuple):
    """A part by its place in the document, and how tall it is."""

    part: int
    tall: float


def arranged(plan: Measured, lines: int) -> Pages:
    """The pages of the plan, with so many empty lines where nothing was written."""
    return _Arranging(plan, lines).pages


class _Arranging:
    """One plan on its pages."""

    def __init__(self, plan: Measured, lines: int) -> None:
        self.pages = Pages(plan.page, plan.gap, plan.top)
        self._plan = plan
        self._lines = lines
        weeks, long, waiting = self._sorted()
        tables = self._beside(plan.at("table"), waiting)
        for at in tables:
            self._across(at)
        frames = plan.at("danger")
        for at in frames[:1]:
            self._danger(at)
        self._flow(waiting, frames[1:])
        for at in long:
            self._across(at)
        for at in weeks:
            self._across(at, days=True, parted=False)

    def _sorted(self) -> tuple[list[int], list[int], list[_Piece]]:
        """Weeks that are set side by side, parts too tall for a column, and what stands in one."""
        weeks, long, waiting = [], [], []
        for at in self._plan.at("cover", "column", "slip", "week", "full"):
            tall = self._tall(at, "column")
            if not self._plan.dense and 4 <= self._plan.days(at) < 9:
                weeks.append(at)
            elif tall > self._plan.page * _TOO_TALL:
                long.append(at)
            else:
                waiting.append(_Piece(at, tall))
        return weeks, long, waiting

    def _beside(self, tables: list[int], waiting: list[_Piece]) -> list[int]:
        """What to do at once, and beside it whom to call; gives back the tables that are left."""
        left = [self._piece(at, "left") for at in self._plan.at("panel")]
        right = [self._piece(at, "right") for at in self._plan.at("people")]
        tallest = max(self._stacked(left), self._stacked(right))
        if not (left and right) or tallest > self._plan.page * _TOO_TALL_BESIDE:
            for at, _ in left + right:
                self._across(at)
            return tables
        here = left[0].part
        tables = self._with_tables(tables, left, right)
        self._filled_up(sorted(waiting, key=lambda it: abs(it.part - here)), waiting, left, right)
        tall = max(self._stacked(left), self._stacked(right) + self._plan.lower)
        self.pages.add(tall, kind="beside", columns=_parts(left, right))
        return tables

    def _with_tables(self, tables: list[int], left: list[_Piece], right: list[_Piece]) -> list[int]:
        """Tables go to the left where that is lower, if it is no longer much lower then."""
        kept = []
        for at in tables:
            piece = self._piece(at, "left")
            if self._stacked(left) + piece.tall / 2 > self._stacked(right):
                kept.append(at)
            else:
                left.append(piece)
        return kept

    def _filled_up(
        self,
        nearest: list[_Piece],
        waiting: list[_Piece],
        left: list[_Piece],
        right: list[_Piece],
    ) -> None:
        """The lower side takes in what fits there, first what stands near in the document."""
        for waits in nearest:
            room = self._stacked(right) + self._plan.lower - self._stacked(left)
            if abs(room) <= self._plan.little:
                return
            if self._plan.parts[waits.part]["look"] in ("slip", "week"):
                continue
            piece = self._piece(waits.part, "left" if room > 0 else "right")
            if piece.tall + self._plan.gap <= abs(room):
                (left if room > 0 else right).append(piece)
                waiting.remove(waits)

    def _flow(self, waiting: list[_Piece], frames: list[int]) -> None:
        """Sections in columns, page by page. A frame comes where it fits: first, or at the top of
        the next page."""
        pages, frames = self.pages, list(frames)
        while waiting or frames:
            while frames and (self._plan.frame(frames[0])[0] <= pages.room or pages.fresh):
                self._danger(frames.pop(0))
            taken = [[waiting[at] for at in these] for these in self._taken(waiting)]
            if taken:
                tall = max(map(self._stacked, taken))
                loose = [it.part for these in taken for it in these if self._may_break(it)]
                pages.add(tall, kind="columns", columns=_parts(*taken), loose=loose)
                waiting = [it for it in waiting if not any(it in these for these in taken)]
            if waiting or frames:
                pages.turn()

    def _taken(self, waiting: list[_Piece]) -> Taken:
        """What of it stands in which column of this page."""
        room, gap, columns = self.pages.room - _SURE, self._plan.gap, self._plan.columns
        heights = [it.tall for it in waiting]
        for whole in (in_order, packed):
            taken = whole(heights, gap, columns, room)
            if taken is not None:
                return taken
        some = as_they_fit(heights, gap, columns, room)
        # What is left of a page is used if two columns or more find something that fits.
        return some if len(some) > 1 or self.pages.fresh else []

    def _may_break(self, piece: _Piece) -> bool:
        below_long = any(band.get("long") for band in self.pages.bands[-1])
        return below_long or piece.tall > self._plan.page * _SURELY_WHOLE

    def _danger(self, at: int) -> None:
        tall, cut = self._plan.frame(at)
        parted = tall > self._plan.page * _TOO_TALL_A_FRAME
        self._add(at, tall, cut=cut, parted=parted, long=parted)
        self.pages.urgent_in_front &= self.pages.last == 1

    def _across(self, at: int, *, days: bool = False, parted: bool = True) -> None:
        self._add(at, self._tall(at, "across"), days=days, parted=parted)

    def _add(self, at: int, tall: float, *, parted: bool, **how: bool | int | None) -> None:
        band = {"cut": None, "days": False, **how}
        self.pages.add(tall, parted=parted, kind="across", columns=[[at]], whole=not parted, **band)

    def _piece(self, at: int, place: Place) -> _Piece:
        return _Piece(at, self._tall(at, place))

    def _tall(self, at: int, place: Place) -> float:
        return self._plan.tall(at, place, self._lines)

    def _stacked(self, pieces: Sequence[_Piece]) -> float:
        return sum(it.tall for it in pieces) + self._plan.gap * max(0, len(pieces) - 1)


def _parts(*columns: Sequence[_Piece]) -> list[list[int]]:
    return [[it.part for it in these] for these in columns]
