"""Where the reader writes down what is wrong with a file, so that it can say everything at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from course.errors import Problem

Level = Literal["E", "W", "I"]

MOST = 200
"""How many problems of one file are worth saying."""


SHOWN = 20
"""How many known words are listed when none comes close."""


class Notes:
    """The problems of one file, in the order of its lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[Problem, None] = {}

    def at(self, line: int, what: str, remedy: str, *, rule: str = "", level: Level = "E") -> None:
        """Write down a mistake; the same one on the same line is written once."""
        if len(self._found) < MOST:
            self._found.setdefault(Problem(self.file, line, what, remedy, level, rule))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, by line."""
        return tuple(sorted(self._found, key=lambda problem: problem.line))

    def __bool__(self) -> bool:
        return bool(self._found)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was likely meant; empty when none comes close."""
    from difflib import get_close_matches  # only where there is a mistake

    close = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy: the word that was likely meant, or all that are known."""
    choices = list(known)
    if close := nearest(word, choices):
        return f"Did you mean “{close}”?"
    if not choices:
        return "Take it out."
    shown = ", ".join(choices[:SHOWN]) + (" …" if len(choices) > SHOWN else ".")
    return f"Known here: {shown}"
