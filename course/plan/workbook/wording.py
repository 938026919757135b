"""Written text on its way to paper: the emergency number filled in, every option with a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from string import ascii_lowercase
from typing import TypeVar

from course.content import prose as written
from course.content.prompts import Option
from course.emergency import emergency_number
from course.plan.workbook.pages import Choice, Items, Para, Prose, Run, Text

T = TypeVar("T")
Some = TypeVar("Some", bound=Option)


@dataclass(frozen=True, slots=True)
class Wording:
    """Fills ``{names}`` and changes the spans of a lesson into runs."""

    region: str
    values: dict[str, str] = field(default_factory=dict)

    def text(self, line: written.Line) -> Text:
        """One line."""
        values = {"emergency": emergency_number(self.region), **self.values}
        return tuple(Run(span.text, span.mark) for span in written.filled_line(line, values))

    def prose(self, prose: written.Prose) -> Prose:
        """Paragraphs and lists."""
        return tuple(
            Para(self.text(block.line))
            if isinstance(block, written.Para)
            else Items(tuple(map(self.text, block.items)), block.numbered)
            for block in prose
        )

    def texts(self, options: Iterable[Option]) -> tuple[Text, ...]:
        """The words of options."""
        return tuple(self.text(option.words) for option in options)

    def lettered(self, options: Iterable[Option]) -> tuple[Choice, ...]:
        """The options with a letter each."""
        return tuple(Choice(letter(n), self.text(o.words)) for n, o in enumerate(options))

    def bare(self, options: Iterable[Option]) -> tuple[Choice, ...]:
        """The options without letters: nothing at the back speaks of them."""
        return tuple(Choice("", self.text(option.words)) for option in options)


def letter(number: int) -> str:
    """``a`` for 0; after ``z`` comes ``a2``."""
    again, at = divmod(number, len(ascii_lowercase))
    return ascii_lowercase[at] + (str(again + 1) if again else "")


def plain_text(text: str) -> Text:
    """Text in one style."""
    return (Run(text),)


def mixed(options: tuple[Some, ...], salt: str) -> tuple[Some, ...]:
    """The options in an order that gives nothing away."""
    return mixed_by(options, salt, lambda option: option.id)


def mixed_by(things: tuple[T, ...], salt: str, name: Callable[[T], str]) -> tuple[T, ...]:
    """The same ones in another order, which is the same in every copy of the book.

    Never that in which they were written, where there are three or more.
    """
    for turn in count():
        found = tuple(sorted(things, key=lambda thing: _sum(salt, turn, name(thing))))
        if found != things or len(things) < 3:
            return found
    raise AssertionError  # count() has no end


def _sum(salt: str, turn: int, name: str) -> bytes:
    return hashlib.sha256(f"{salt}/{turn}/{name}".encode()).digest()
