"""A lesson's text, cut at its ``:::`` lines: stretches of prose, and divs that ask or speak.

Works on lines alone, with no Markdown, so that line numbers are true, a div that was never closed
is named once, and the ids of a whole folder can be gathered in a moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from course.content.notes import Notes

_FENCE = re.compile(r" {0,3}:::+[ \t]*(.*)")
_NEARLY = re.compile(r" {0,3}(::|;;;+|:;:)[ \t]*[a-z-]+\b")


@dataclass(slots=True)
class Stretch:
    """Lines outside every div."""

    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Div:
    """What stands between an opening ``::: kind …`` and its ``:::``."""

    kind: str
    given: str
    """The rest of the opening line: an id, flags, settings."""
    line: int
    lines: list[str] = field(default_factory=list)
    broken: bool = False
    """Never closed: what it holds is not looked at, since all of it would seem wrong."""


def cut(lines: Sequence[str], first_line: int, notes: Notes) -> list[Stretch | Div]:
    """The stretches and divs of a text, in order."""
    return _Cutter(notes).cut(lines, first_line)


def openings(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The kind and the first word of each opening line: enough to find a prompt's home."""
    for line in lines:
        found = _FENCE.match(line) if ":::" in line else None
        if found and (words := found[1].split(maxsplit=2)):
            yield words[0], words[1] if len(words) > 1 else ""


class _Cutter:
    """Walks down the lines and remembers which div is open."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._done: list[Stretch | Div] = []
        self._open: Div | None = None
        self._doubtful: Stretch | None = None
        """What follows a div that stood inside another: either the rest of that one, which ends
        in a closing line left over, or prose after one that was never closed."""

    def cut(self, lines: Sequence[str], first_line: int) -> list[Stretch | Div]:
        for number, line in enumerate(lines, start=first_line):
            found = _FENCE.match(line) if ":::" in line else None
            if found is None:
                self._keep(line, number)
            elif words := found[1].strip():
                self._opening(words, number)
            else:
                self._closing(number)
        if self._open is not None:
            self._never_closed(self._open.line)
        self._settle()
        return self._done

    def _keep(self, line: str, number: int) -> None:
        if _NEARLY.match(line):
            self._notes.at(number, "this looks like a ::: line", "Write three colons in a row.")
        if self._open is not None:
            self._open.lines.append(line)
            return
        self._stretch(number).lines.append(line)

    def _stretch(self, number: int) -> Stretch:
        """The stretch that goes on here, or a new one."""
        if self._doubtful is not None:
            self._doubtful.line = self._doubtful.line or number
            return self._doubtful
        if self._done and isinstance(last := self._done[-1], Stretch):
            return last
        fresh = Stretch(number)
        self._done.append(fresh)
        return fresh

    def _settle(self) -> None:
        """What was in doubt is prose after all; what follows still is in doubt."""
        if self._doubtful is not None:
            self._done.append(self._doubtful)
            self._doubtful = Stretch(0)

    def _opening(self, words: str, number: int) -> None:
        self._settle()
        if self._open is not None:
            self._never_closed(number)
            self._doubtful = Stretch(0)
        kind, *given = words.split(maxsplit=1)
        straight = "=".join(part.strip() for part in "".join(given).split("="))
        self._open = Div(kind, straight, number)

    def _closing(self, number: int) -> None:
        if self._open is not None:
            self._look_for_blanks(self._open, number)
            self._done.append(self._open)
            self._open = None
        elif self._doubtful is not None:
            self._doubtful = None
        else:
            self._notes.at(number, "this ::: closes nothing", "Take it out, or open a div above.")

    def _never_closed(self, seen_at: int) -> None:
        assert self._open is not None
        self._open.broken = True
        self._done.append(self._open)
        remedy = "Write ::: on a line of its own, with a blank line before it, after its last line."
        self._notes.at(
            seen_at, f"the div opened on line {self._open.line} was never closed", remedy
        )
        self._open = None

    def _look_for_blanks(self, div: Div, closing: int) -> None:
        if not div.lines or not any(line.strip() for line in div.lines):
            return
        if div.lines[0].strip():
            self._notes.at(
                div.line + 1, "no blank line after the opening", "Put one above this line."
            )
        if div.lines[-1].strip():
            self._notes.at(closing, "no blank line before the :::", "Put one above this line.")
