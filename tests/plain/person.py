"""Somebody who hears lines and types replies thought of beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.plain.talk import Talk


class Person:
    """Types each reply in turn, then leaves.

    A reply that begins with ``#`` is the number of the line with these words, as it was heard last;
    several are parted by ``|``.
    """

    def __init__(self, *replies: str) -> None:
        self._replies: Iterator[str] = iter(replies)
        self.heard: list[str] = []
        """Every line, and every question with what was typed."""
        self.questions: list[str] = []
        self.unused = len(replies)
        self.talk = Talk(self.heard.append, self._reply)

    def _reply(self, question: str) -> str:
        self.questions.append(question)
        reply = next(self._replies, None)
        if reply is None:
            raise EOFError
        self.unused -= 1
        typed = self._numbers(reply[1:]) if reply.startswith("#") else reply
        self.heard.append(question + typed)
        return typed

    def _numbers(self, words: str) -> str:
        return " ".join(self._number(each) for each in words.split("|"))

    def _number(self, words: str) -> str:
        for line in reversed(self.heard):
            if found := re.match(rf"(\d+)\. {re.escape(words)}", line):
                return found[1]
        raise AssertionError(f"nothing numbered was heard that begins with {words!r}")

    @property
    def text(self) -> str:
        """All that was heard, on one line."""
        return " ".join(" ".join(self.heard).split())
