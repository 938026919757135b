"""How tall each kind of block is: what ``style.typ`` does with it, in figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from course.paper.arranging.letters import KICKER, SANS, SEMIBOLD, Face
from course.paper.arranging.scale import CAPS, SERIF_CAPS, Data, Scale, tall

BETWEEN = 0.7
"""What parts the blocks of a section."""
_SET_IN = {"number": 1.25, "tick": 1.32, "point": 0.95}
"""How far lines are set in behind their mark."""
_DAYS = 5.6
"""How wide the names of days are."""
_LONG_DAY = 14
"""So many letters stand before the words, not beside them."""


class Stacked(NamedTuple):
    """How tall something is, and how far from what comes before and after it."""

    above: float
    tall: float
    below: float


def stack(pieces: Iterable[Stacked]) -> float:
    """How tall they are one below the other: of two distances the larger one holds."""
    whole, before = 0.0, None
    for piece in pieces:
        whole += piece.tall + (max(before.below, piece.above) if before else 0.0)
        before = piece
    return whole


@dataclass(frozen=True, slots=True)
class Blocks:
    """How tall blocks are in letters of one size."""

    scale: Scale

    def stacked(self, blocks: Iterable[Data], width: float, narrow: bool) -> list[Stacked]:
        """Each of some blocks; where room is short, own words stand behind those that lead to
        them."""
        together: list[Data] = []
        for block in blocks:
            before = together[-1] if together else {"kind": ""}
            led = before["kind"] == "Words" and before["lead"]
            if self.scale.dense and led and block["kind"] == "Words" and block["own"]:
                words = f"{before['text']}   {block['text']}"
                together[-1] = {**block, "text": words, "lead": False}
            else:
                together.append(block)
        return [self.one(block, width, narrow) for block in together]

    def one(self, block: Data, width: float, narrow: bool) -> Stacked:
        """One block; ``narrow`` where it stands in a column."""
        kind = block["kind"]
        if kind == "Words":
            return self._words(block, width)
        if kind == "Contacts":
            return self.people(block["people"], width, 1.16 if narrow else 1.3)
        if kind == "WritingLines":
            return self.to_write(block["count"], 8)
        if kind == "Points":
            high = self._points(block, width)
        elif kind == "Details":
            high = self._details(block["lines"], width - _SET_IN[block["mark"]], 0.58)
        elif kind == "Table" and narrow and len(block["heads"]) > 2:
            high = self._details(_as_lines(block), width - _SET_IN["point"], 0.66)
        else:
            high = self._table(block, width)
        return Stacked(BETWEEN, high, BETWEEN)

    def people(self, people: Iterable[Data], width: float, size: float) -> Stacked:
        """Names with their numbers, one under the other."""
        return Stacked(0.0, sum(self._person(one, width, size) for one in people), 0.0)

    def to_write(self, count: int, pitch: float) -> Stacked:
        """Lines to write on, so many millimetres apart."""
        return Stacked(0.0, count * self.scale.mm(6.6 if self.scale.dense else pitch), 0.0)

    def days(self, week: Data, width: float) -> Stacked:
        """The days of a week that hold something, one under the other."""
        held = [each for each in zip(week["heads"], week["rows"][0], strict=False) if each[1]]
        said = [words if len(day) < _LONG_DAY else f"{day} {words}" for day, words in held]
        high = [tall(words, width - _DAYS, 0.44) for words in said]
        return Stacked(BETWEEN, sum(high) + 0.6 * max(0, len(high) - 1), 0.0)

    def help_line(self, person: Data, room: float, big: bool) -> float:
        """A name, a number and what it is for, one below the other."""
        size = 1.0 if len(person["number"]) > 14 else 1.3 if big else 1.05
        said = (
            (person["name"], SANS, self.scale.least(0.82, 7.4)),
            (person["number"], SEMIBOLD, size),
            (person["note"], SANS, self.scale.least(0.76, 7.2)),
        )
        return _lines(said, room, 0.32)

    def _words(self, block: Data, width: float) -> Stacked:
        if not block["lead"]:
            return Stacked(BETWEEN, tall(block["text"], width, 0.5), BETWEEN)
        above = 0.9 if self.scale.dense else 1.0
        return Stacked(above, tall(block["text"], width, 0.5, SEMIBOLD) - 0.2, 0.56)

    def _points(self, block: Data, width: float) -> float:
        mark, room = block["mark"], width - _SET_IN[block["mark"]]
        higher = 1.16 * SERIF_CAPS - CAPS if mark == "number" else 0.0
        least = 0.72 if mark == "tick" else 0.0
        high = [max(least, higher + tall(words, room, 0.46)) for words in block["points"]]
        return sum(high) + 0.58 * (len(high) - 1)

    def _details(self, lines: Sequence[Data], room: float, gap: float) -> float:
        return sum(self._detail(line, room) for line in lines) + gap * (len(lines) - 1)

    def _detail(self, line: Data, room: float) -> float:
        size = self.scale.least(0.88, 7.4)
        facts = "\u00a0\u00a0·  ".join(map(_fact, line["facts"]))
        if not facts:
            return tall(line["text"], room, 0.44)
        if not self.scale.dense:
            return tall(line["text"], room, 0.44) + 0.44 + tall(facts, room, 0.44, SANS, size)
        lines, used = SEMIBOLD.run(line["text"], room)
        more = SANS.lines(facts, room / size, (used + 0.6) / size) - 1
        return lines * CAPS + more * CAPS * size + (lines + more - 1) * 0.44

    def _person(self, person: Data, width: float, size: float) -> float:
        number = person["number"]
        beside = 0 < len(number) <= 16
        spaces = number.count(" ")
        wide = size * (0.6 + 0.53 * (len(number) - spaces) + 0.2 * spaces) if beside else 0.0
        said = (
            (person["name"], SEMIBOLD, 1.0),
            ("" if beside else number, SEMIBOLD, 1.05),
            (person["note"], SANS, self.scale.least(0.82, 7.4)),
        )
        high = _lines(said, width - wide, 0.36)
        least = size * CAPS if beside else 0.0
        inset = 2 * (0.4 if self.scale.dense else 0.5)
        return max(least, high) + inset

    def _table(self, block: Data, width: float) -> float:
        size = 1.0 if self.scale.dense else 0.96
        inset, apart = 2 * (0.44 if self.scale.dense else 0.58) * size, self.scale.mm(4)
        heads, rows = _heads_and_rows(block)
        count = len(heads)
        shares = {3: (1, 0.86, 1.25), 2: (1, 1.25)}.get(count, (1,) * count)
        rooms = [width * share / sum(shares) - apart for share in shares]
        rooms[-1] += apart
        faces = [SEMIBOLD, *[SANS] * (count - 1)]
        head = _row(
            [head.upper() for head in heads],
            rooms,
            [KICKER] * count,
            self.scale.least(0.74, 6.8) * size,
        )
        return head + inset + sum(_row(cells, rooms, faces, size) + inset for cells in rows)


def _lines(said: Iterable[tuple[str, Face, float]], room: float, between: float) -> float:
    """Words in letters of their own, each on lines of their own."""
    high = [tall(words, room, between, face, size) for words, face, size in said if words]
    return sum(high) + between * max(0, len(high) - 1)


def _row(cells: Sequence[str], rooms: Sequence[float], faces: Sequence[Face], size: float) -> float:
    each = zip(cells, rooms, faces, strict=True)
    return max(tall(words, room, 0.46, face, size) for words, room, face in each)


def _heads_and_rows(block: Data) -> tuple[list[str], list[list[str]]]:
    if block["kind"] == "Table":
        return block["heads"], [list(map(_cell, row)) for row in block["rows"]]
    heads = [head["title"] for head in block["heads"]]
    return heads, [[""] * len(heads)] * block["rows"]


def _cell(cell: str | bool) -> str:
    return cell if isinstance(cell, str) else "✓" if cell else ""


def _as_lines(table: Data) -> list[Data]:
    """The rows of a table as lines with their facts."""
    lines = []
    for first, *rest in table["rows"]:
        told = zip(table["labels"][1:], map(_cell, rest), strict=True)
        facts = [{"label": label, "words": words} for label, words in told if words]
        lines.append({"text": _cell(first), "facts": facts})
    return lines


def _fact(fact: Data) -> str:
    """A fact as it is set: a short one stays on one line, of a longer one a number or a day."""
    words: str = fact["words"].replace("\n", " ")
    label = f"{fact['label']} " if fact["label"] else ""
    if len(label) + len(words) < 28:
        return _unbroken(label + words)
    return label + (_unbroken(words) if len(words) < 20 and _DIGIT.search(words) else words)


def _unbroken(words: str) -> str:
    return words.replace(" ", "\u00a0")


_DIGIT = re.compile(r"\d")
