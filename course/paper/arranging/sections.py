"""How tall the sections of a plan are: what ``plan.typ`` does with them, in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.paper.arranging.blocks import BETWEEN, Blocks, Stacked, stack
from course.paper.arranging.columns import in_order
from course.paper.arranging.letters import ITALIC, SANS, TITLE
from course.paper.arranging.scale import CAPS, SERIF_CAPS, Data, Scale, tall

_HEADING = 1.2
"""Headings are larger than the letters around them by so much."""
_DIAMOND = 1.3
"""What stands between two reasons."""
_FRAMED = 0.96
"""Letters in a frame are smaller by so much."""


def holds_days(part: Data) -> bool:
    """Whether it is a week with a column for each day."""
    blocks = part["blocks"]
    if part["look"] != "week" or len(blocks) != 1 or blocks[0]["kind"] != "Table":
        return False
    return len(blocks[0]["rows"]) == 1


@dataclass(frozen=True, slots=True)
class Sections:
    """How tall sections are in letters of one size, without lines to write on."""

    scale: Scale
    suggested: str
    """The word that marks what is the course's own."""

    @property
    def blocks(self) -> Blocks:
        """How tall what stands in them is."""
        return Blocks(self.scale)

    def section(self, part: Data, width: float, *, narrow: bool) -> float:
        """A part with its title; ``narrow`` where it stands in a column."""
        title = self._title(part, width, narrow)
        if narrow and holds_days(part):
            return stack([title, self.blocks.days(part["blocks"][0], width)])
        return stack([title, *self.blocks.stacked(part["blocks"], width, narrow)])

    def panel(self, part: Data, width: float, *, narrow: bool) -> float:
        """A part on a tint of its own."""
        x, y = (4.4, 4) if self.scale.dense else (5, 5)
        inner = width - 2 * self.scale.mm(x)
        return self.section(part, inner, narrow=narrow) + 2 * self.scale.mm(y)

    def in_column(self, part: Data, width: float) -> float:
        """A part as it stands in a column."""
        either = self.panel if part["look"] == "slip" else self.section
        return either(part, width, narrow=True)

    def many_people(self, part: Data, width: float, gutter: float) -> float:
        """People in two columns as wide as the page."""
        column = self.scale.share(width, 2, gutter)
        halves = [self._title(part, width, narrow=False)]
        for block in part["blocks"]:
            if block["kind"] == "Contacts":
                half = (len(block["people"]) + 1) // 2
                both = block["people"][:half], block["people"][half:]
                halves.append(max(self.blocks.people(some, column, 1.3) for some in both))
            else:
                halves.append(self.blocks.one(block, width, narrow=False))
        return stack(halves)

    def week(self, part: Data, width: float) -> float:
        """The days of a week side by side."""
        days = part["blocks"][0]["rows"][0]
        size = self.scale.least(0.84, 7.4)
        room = self.scale.share(width, len(days), self.scale.mm(2.6))
        most = max(SANS.lines(words, room / size) for words in days)
        high = 0.45 + SERIF_CAPS + most * (CAPS * size + 0.4)
        return stack([self._title(part, width, narrow=False), Stacked(0.0, high, 0.0)])

    def frame(self, part: Data, width: float, gutter: float) -> tuple[float, int | None]:
        """What saves a life, and after how many pieces its second column starts, if it has one."""
        inner = width - self.scale.mm(10)
        calls = [block for block in part["blocks"] if block["kind"] == "Contacts"]
        people = [person for block in calls for person in block["people"]]
        others = [block for block in part["blocks"] if block["kind"] != "Contacts"]
        gap = 0.576 if self.scale.dense else 0.71
        pieces, cut = self._pieces(others, inner), None
        halves = [pieces]
        if len(pieces) > 3:
            pieces = self._pieces(others, (inner - gutter) / 2)
            cut = len((in_order(pieces, gap, 2, float("inf")) or [[]])[0])
            halves = [pieces[:cut], pieces[cut:]]
        high = max(sum(half) + gap * (len(half) - 1) for half in halves) if pieces else 0.0
        high += self._help_lines(people, inner) if people else 0.0
        high += 0.9 if people and pieces else 0.0
        edge = 0.5 + self.scale.mm(7.8) if self.scale.dense else 0.7 + self.scale.mm(8.2)
        return high + edge, cut

    def top(self, document: Data, width: float) -> float:
        """The head of the paper and the reasons."""
        scale = self.scale
        below, rule, after = (3.0, 3.6, 1.1) if scale.dense else (3.6, 4.4, 1.3)
        high = SERIF_CAPS * 1.4 * (2.5 if scale.dense else 2.75) + scale.mm(rule) + after
        if document["kicker"]:
            high += CAPS * scale.least(0.74, 6.8) + scale.mm(below)
        reasons = [part for part in document["parts"] if part["look"] == "top"]
        return high + sum(self._reasons(part, width) for part in reasons)

    def to_write(self, count: int) -> float:
        """Empty lines below what a section says while nothing was written."""
        return (BETWEEN + self.blocks.to_write(count, 7.4).tall) if count else 0.0

    def _title(self, part: Data, width: float, narrow: bool) -> Stacked:
        dense, ours = self.scale.dense, part["default"]
        size = _HEADING * (1.36 if not dense else 1.1 if narrow else 1.3)
        small = _HEADING * self.scale.least(0.8 if dense and narrow and ours else 0.86, 7.4)
        above, used = TITLE.run(part["title"], width / size)
        below = 0
        if ours or (dense and narrow and part["aside"]):
            below = SANS.lines(part["aside"], width / small, self._chip / small if ours else 0.0)
        elif part["aside"]:
            beside = (used + 0.14) * size + SANS.width(part["aside"]) * small
            below = int(beside > width)
        high = above * SERIF_CAPS * size + below * CAPS * small
        high += (above + below - 1) * 0.52 * _HEADING
        if ours:
            chip = _HEADING * (self.scale.least(0.62, 5.6) * CAPS + 2 * 0.22)
            high += chip - CAPS * small
        return Stacked(0.0, high, (0.66 if dense else 0.78) * _HEADING)

    @property
    def _chip(self) -> float:
        word = SANS.width(self.suggested) + 0.03 * len(self.suggested)
        inset = 0.4 if self.scale.dense else 0.5
        return _HEADING * (self.scale.least(0.62, 5.6) * word + 2 * inset + 0.4)

    def _reasons(self, part: Data, width: float) -> float:
        lines = [line for block in part["blocks"] for line in _said(block)]
        other = [block for block in part["blocks"] if block["kind"] not in ("Points", "Words")]
        high = self.scale.least(0.74, 6.8) * _HEADING * CAPS + 0.84
        if all(len(line) < 120 and "\n" not in line for line in lines):
            rows, used = 1, 0.0
            for line in lines:
                more, used = ITALIC.run(line, width / 1.2, used)
                rows, used = rows + more - 1, used + _DIAMOND
            high += rows * SERIF_CAPS * 1.2 + (rows - 1) * 0.5
        else:
            sized = [(line, 1.2 if len(line) < 240 else 1.0) for line in lines]
            high += sum(tall(line, width - 1.5, 0.5, ITALIC, size) + 0.6 for line, size in sized)
        high += 1.6 if part["default"] else 0.0
        return high + sum(self.blocks.one(block, width, False).tall + 1.2 for block in other)

    def _help_lines(self, people: Sequence[Data], width: float) -> float:
        rows = [people[:4], *(people[n : n + 5] for n in range(4, len(people), 5))]
        high = 0.8 * (len(rows) - 1)
        for n, row in enumerate(rows):
            room = self.scale.share(width, len(row), self.scale.mm(4))
            high += max(self.blocks.help_line(one, room, n == 0) for one in row)
        return high

    def _pieces(self, blocks: Sequence[Data], width: float) -> list[float]:
        """What a frame may be parted into: a lead stays with what follows it."""
        room = width / _FRAMED
        pieces: list[float] = []
        lead = 0.0
        for block in blocks:
            one = self.blocks.one(block, room, narrow=True).tall
            if block["kind"] == "Words" and block["lead"]:
                lead = 0.3 + one + 0.56
                continue
            some = [one]
            if block["kind"] == "Points":
                points = [{**block, "points": [words]} for words in block["points"]]
                some = [self.blocks.one(point, room, narrow=True).tall for point in points]
            some[0] += lead
            pieces += [high * _FRAMED for high in some]
            lead = 0.0
        return pieces


def _said(block: Data) -> list[str]:
    if block["kind"] == "Points":
        points: list[str] = block["points"]
        return points
    return [block["text"]] if block["kind"] == "Words" else []
