"""Answering whatever a lesson asks, by what the keys in the footer say, until the lesson ends."""

from __future__ import annotations

import re
import time
from itertools import count

from tests.learner import PATIENCE, Learner
from tests.terminal import Terminal

ENTER = re.compile(r"Enter (.+?)(?: {2}|$)")
SCALE = re.compile(r"\b0 +1 +2 +3 +4 ")
FIELDS = ("New line", "Next", "Leave empty", "Put it on my list")
LIT = re.compile(r"▌ +\d")  # a list or a scale has the keys, so no field has
EMPTY_FIELD = re.compile(r"^ +Write here\s*$", re.MULTILINE)


class Answering(Learner):
    """Takes lessons whole. A field gets words that nobody else would have written."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal)
        self.enters: set[str] = set()
        """What Enter was called on the way: which kinds of question were really answered."""
        self.planned: list[str] = []
        """Words written where the screen said that they go into the plan."""
        self._in_field = re.compile("(?!)")
        self._words = (f"heron{number}" for number in count(1))

    def take(self, title: str) -> None:
        """Answer every step of a lesson, from Home to Home."""
        self.open(title)
        while (enter := self.enter) != "Finish":
            assert "{" not in self.terminal.text, f"unfilled:\n{self.terminal.framed()}"
            self.enters.add(enter)
            self.answer(enter)
        self.press("enter")
        self.terminal.wait_for("Your path", timeout=PATIENCE)

    @property
    def enter(self) -> str:
        """What Enter does now, as the footer has it."""
        self.terminal.wait_for("Enter", timeout=PATIENCE)
        found = ENTER.search(self._footer)
        assert found is not None, self.terminal.framed()
        return found[1]

    def answer(self, enter: str) -> None:
        """Do what is asked next, and go on."""
        if enter in FIELDS:
            self.terminal.listen(quiet=0.12)  # the last of a list may still be seen, or its keys
            if enter != self.enter:
                return
        self._reply(enter, self.terminal.text, self._footer)
        self.press("tab" if enter in ("Use it", "New line") else "enter")
        if enter in FIELDS[1:]:
            self._leave_field()

    def _reply(self, enter: str, text: str, footer: str) -> None:
        if enter in FIELDS[1:] and not (LIT.search(text) or "–9" in footer):
            self._write()  # behind what was picked from the menu, if there was one
        elif enter == "New line" and EMPTY_FIELD.search(text):
            self._write()
        elif SCALE.search(text) and "[7]" not in text:
            self.press("7")
        elif "Space Tick" in footer and "[ ]" in text:
            self.press("space")
        elif "Space Start" in footer and "60 seconds left" in text:
            self.press("space")
            self.terminal.wait_for(re.compile(r"5\d seconds left"))

    def _write(self) -> None:
        words = next(self._words)
        if "Goes into your plan" in self.terminal.text:
            self.planned.append(words)
        self._in_field = re.compile(rf"^ +[^\d:▌]*{words} *$", re.MULTILINE)
        self.terminal.type(f" {words}")
        self.terminal.wait_for(words, timeout=PATIENCE)
        self.terminal.listen(quiet=0.05)  # what else the words change comes after them

    def _leave_field(self) -> None:
        """Wait out the pictures in which the rest has gone and the field still stands there."""
        end = time.monotonic() + 3
        while self._in_field.search(self.terminal.text) and time.monotonic() < end:
            self.terminal.listen(first=0.1, quiet=0.05)

    @property
    def _footer(self) -> str:
        """The keys that work now; they may need two rows."""
        return "   ".join(row.strip() for row in self.terminal.rows[-2:])
