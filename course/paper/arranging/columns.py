"""How things of known heights are parted between columns: all in order, unless that wastes room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations

Taken = list[list[int]]
"""Which stand in each column, by where they came."""


def in_order(heights: Sequence[float], gap: float, columns: int, limit: float) -> Taken | None:
    """All read down in their order, the columns as low as can be; none when they do not fit."""
    least = max((sum(heights) + gap * (len(heights) - columns)) / columns, *heights, 0.0)
    ends = [0.0, *accumulate(height + gap for height in heights)]
    sums = {end - start - gap for start, end in combinations(ends, 2)}
    for lowest in sorted(each for each in sums if least - _ALIKE <= each <= limit):
        taken = _cut(heights, gap, lowest)
        if len(taken) <= columns:
            return taken
    return None


def packed(heights: Sequence[float], gap: float, columns: int, limit: float) -> Taken | None:
    """All packed as well as can be, the tallest first; none when they do not fit."""
    tallest_first = sorted(range(len(heights)), key=lambda at: -heights[at])
    taken = as_they_fit(heights, gap, columns, limit, tallest_first)
    if sum(map(len, taken)) < len(heights):
        return None
    return sorted(taken)


def as_they_fit(
    heights: Sequence[float],
    gap: float,
    columns: int,
    limit: float,
    order: Iterable[int] | None = None,
) -> Taken:
    """Each column takes whatever still fits, in that order; some may be left."""
    left = list(range(len(heights)) if order is None else order)
    taken: Taken = []
    for _ in range(columns):
        these: list[int] = []
        tall = -gap
        for at in left:
            if tall + gap + heights[at] <= limit:
                these.append(at)
                tall += gap + heights[at]
        left = [at for at in left if at not in these]
        taken.append(sorted(these))
    return [these for these in taken if these]


_ALIKE = 1e-6
"""What is no difference between two sums."""


def _cut(heights: Sequence[float], gap: float, limit: float) -> Taken:
    """As many columns as it takes when none may be taller than that."""
    taken: Taken = []
    tall = float("inf")
    for at, height in enumerate(heights):
        if tall + gap + height > limit + _ALIKE:
            taken.append([])
            tall = -gap
        taken[-1].append(at)
        tall += gap + height
    return taken
