"""How a line is said and how one is asked for: plain text that is only ever added to."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from course.content.prose import Items, Prose, words
from course.emergency import overdose_text
from course.language import _
from course.notebook.answers import Answer
from course.text import LIMIT, clean, fits, shown

WIDTH = 78
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "•": "-",
        "→": "->",
        "\xa0": " ",
    }
)
"""What printers' marks are typed as; letters of any language stay."""


class Answered(NamedTuple):
    """What an asker hears: the same fact that widgets send up."""

    prompt_id: str
    answer: Answer


class BackAsked(Exception):
    """The person typed ``b``."""


class LeaveAsked(Exception):
    """The person typed ``q``, or there is nothing more to read from."""


class RepeatAsked(Exception):
    """The person typed ``r``."""


_WISHES = {"b": BackAsked, "q": LeaveAsked, "r": RepeatAsked}


def _help_anywhere() -> str:
    return overdose_text("")


@dataclass(slots=True)
class Talk:
    """Says and asks through two callables, so that a list of answers can stand for a person."""

    say_line: Callable[[str], None]
    ask_line: Callable[[str], str]
    just_entered: bool = False
    """Whether Enter alone was typed, and nothing said since."""
    help_now: Callable[[], str] = _help_anywhere
    """What ``sos`` says."""

    def say(self, text: str, first: str = "") -> None:
        """Say a text, with ``first`` before its first line and blanks before the others."""
        self.just_entered = False
        rest = " " * len(first)
        for line in shown(text).translate(_PLAIN).split("\n"):
            wrapped = textwrap.wrap(line, WIDTH, initial_indent=first, subsequent_indent=rest)
            for each in wrapped or [""]:
                self.say_line(each)
            first = rest

    def prose(self, prose: Prose, label: str = "") -> None:
        """Say paragraphs and points, with a label before the first."""
        for block in prose:
            if isinstance(block, Items):
                if label:
                    self.say(label)
                self.numbered(map(words, block.items), mark="" if block.numbered else "-")
            else:
                self.say(f"{label} {words(block.line)}".strip())
            label = ""

    def numbered(self, texts: Iterable[str], mark: str = "") -> None:
        """Say texts one under the other, each with its number or its mark."""
        for number, text in enumerate(texts, start=1):
            self.say(text, f"{mark or f'{number}.'} ")

    def ask(self, question: str, *, free: bool = False) -> str:
        """What the person types. In ``free`` words a capital B, Q or R is only a letter.

        Raises what the person wishes for instead of answering.
        """
        while True:
            typed = self._typed(question)
            command = typed if free else typed.lower()
            if command in _WISHES:
                raise _WISHES[command]
            if command == "?":
                self.say(_("Enter: on. b: back. q: leave. r: this step again. sos: help now."))
            elif command.lower() == "sos":
                self.say(self.help_now())
            elif not fits(typed):
                self.say(_("That is too long. Please use {most} characters.").format(most=LIMIT))
            else:
                return typed

    def _typed(self, question: str) -> str:
        try:
            typed = clean(self.ask_line(question)).strip()
        except (EOFError, KeyboardInterrupt):
            raise LeaveAsked from None
        self.just_entered = not typed
        return typed

    def number(self, question: str, low: int, high: int) -> int | None:
        """A number in these bounds, asked for until it is one; None for Enter alone."""
        while typed := self.ask(question):
            if typed.isdecimal() and len(typed) < 9 and low <= int(typed) <= high:
                return int(typed)
            self.say(_("Please type a number from {low} to {high}.").format(low=low, high=high))
        return None

    def pick(self, texts: Sequence[str], question: str = "") -> int | None:
        """Say the texts with their numbers; which one the person picked, counted from 0."""
        self.numbered(texts)
        question = question or _("Type a number, 1 to {most}, or press Enter to go on: ")
        number = self.number(question.format(most=len(texts)), 1, len(texts))
        return None if number is None else number - 1

    def numbers(self, question: str, of: int, most: int) -> tuple[int, ...]:
        """Some of the numbers 1 to ``of``, in the order typed, counted from 0; none for Enter."""
        while typed := self.ask(question):
            parts = typed.replace(",", " ").split()
            found = [int(part) for part in parts if part.isdecimal() and len(part) < 9]
            if 0 < len(set(found)) == len(parts) <= most and all(1 <= n <= of for n in found):
                return tuple(number - 1 for number in found)
            self.say(
                _("Please type up to {most} numbers from 1 to {of}, each of them once.").format(
                    most=most, of=of
                )
            )
        return ()
