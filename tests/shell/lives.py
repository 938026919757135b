"""A notebook that is written in by programs that are killed, one after the other.

A word counts as saved when it stood on the screen beside *Saved*, long enough to be seen. Nothing
else does: not that it was typed, not that a file was written.
"""

from __future__ import annotations

import re
import shutil
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple, Self

from course.store.names import TEMPORARY
from tests.learner import HANDRAIL
from tests.terminal import Ended, Terminal, key_bytes

SEEN = 0.03
"""Seconds for which a picture stands that a person has seen."""
WORD = re.compile(r"\bheron\d+\b")
NOTICE = re.compile(r"^ *!  .*", re.MULTILINE)
TALL = (80, 50)
LESSON = """\
+++
title = "Many words"
summary = "A place to write many words, for a test."
minutes = 5
reviewed_by = ""
+++

::: {asks}

Which words come to you?
{menu}
:::
"""
ASKS = ("list many-lines most=50", "write many-words")
MENU = "\n- Bread {#bread}\n"
"""From a menu, and from one's lines, Tab goes to the field; a field to write in has the keys."""

ROUNDS = 6
"""Kills of one notebook, before another is begun: its list would grow over the screen."""


class Way(NamedTuple):
    """How a kept notebook is come back to."""

    start: tuple[str, ...]
    """The arguments that lead there, or to the first screen."""
    come_in: Callable[[Terminal], None]
    """From the first screen to Home, if there is anything between."""


@dataclass
class Tally:
    """What came of all lives of a test."""

    kills: int = 0
    at_start: int = 0
    typed: int = 0
    saved: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.at_start} of them while starting), "
            f"{self.typed} words typed, {self.saved} of them shown as saved, 0 lost"
        )


@dataclass
class Life:
    """One notebook, in a folder of its own."""

    folder: Path
    asks: str
    way: Way
    dice: Random
    tally: Tally
    saved: set[str] = field(default_factory=set)
    numbers: count[int] = field(default_factory=count)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def begin(self, as_in: Path) -> None:
        """With a copy of that home, and a lesson that asks for many words."""
        shutil.copytree(as_in, self.home)
        lessons = self.folder / "lessons"
        lessons.mkdir()
        text = LESSON.format(asks=self.asks, menu=MENU if self._listed else "")
        (lessons / "90-many-words.md").write_text(text)

    @property
    def _listed(self) -> bool:
        return self.asks.startswith("list")

    def be_killed(self) -> None:
        """Start, look, write, and be killed at a moment that nobody chose."""
        at_start = self.tally.kills % 5 == 4
        moment = self.dice.uniform(0, 1.0)
        with self._window(*self.way.start) as terminal, Killer(terminal, moment) as killer:
            with suppress(Ended):
                if at_start:
                    killer.start()
                self.way.come_in(terminal)
                if not self.way.start:
                    self._go_from_home(terminal)
                self._look(terminal)
                self._write(terminal)
                terminal.wait_for("Saved")
                if not at_start:
                    killer.start()
                self._go_on_writing(terminal)
            assert terminal.exit_code() == -signal.SIGKILL
            self._note_what_was_seen(terminal, killer.at)
        self.tally.kills += 1
        self.tally.at_start += at_start

    def end(self) -> None:
        """Start once more, and look."""
        with self._window() as terminal:
            self.way.come_in(terminal)
            terminal.wait_for("Your plan:", timeout=20)
            self._go_from_home(terminal)
            self._look(terminal)
            self._write(terminal)
            terminal.wait_for("Saved")
        left = [file.name for file in self.home.rglob(f"{TEMPORARY}*")]
        assert not left, "a save sweeps up what kills left behind"

    def _window(self, *words: str) -> Terminal:
        command = [HANDRAIL, "--home", self.home, "--lessons", self.folder / "lessons"]
        return Terminal([*command, *words], size=TALL)

    def _go_from_home(self, terminal: Terminal) -> None:
        terminal.wait_for("Your path", timeout=20)
        assert not NOTICE.search(terminal.text), terminal.framed()
        terminal.send(key_bytes("end") + key_bytes("enter"))

    def _look(self, terminal: Terminal) -> None:
        """Every word that was seen as saved is there, and nothing was torn."""
        terminal.wait_for("Which words come to you?", timeout=20)
        for word in sorted(self.saved):
            terminal.wait_for(re.compile(rf"\b{word}\b"))
        terminal.settle()
        assert not list(self.home.rglob("*-unreadable*")), terminal.framed()

    def _write(self, terminal: Terminal) -> None:
        if self._listed:
            terminal.press("tab")
        terminal.type(f" heron{next(self.numbers)} " + "\n" * self._listed)
        self.tally.typed += 1

    def _go_on_writing(self, terminal: Terminal) -> None:
        """One word after the other, now quick, now slow, for as long as anybody is there."""
        while not terminal.ended:
            self._write(terminal)
            rest = self.dice.choice((0.05, 0.2, 0.8))
            terminal.listen(quiet=rest, limit=rest)

    def _note_what_was_seen(self, terminal: Terminal, end: float) -> None:
        picture, since = "", end
        for at, screen in terminal.draw():
            self._note(picture, at - since)
            picture, since = "\n".join(screen.display), at
        self._note(picture, end - since)

    def _note(self, picture: str, stood: float) -> None:
        if "Saved" in picture and stood > SEEN:
            new = set(WORD.findall(picture)) - self.saved
            self.saved |= new
            self.tally.saved += len(new)


class Killer:
    """Kills a program so many seconds after it was told to start; once, and that one alone."""

    def __init__(self, terminal: Terminal, seconds: float) -> None:
        self._terminal = terminal
        self._timer = threading.Timer(seconds, self._kill)
        self.at = 0.0

    def start(self) -> None:
        self._timer.start()

    def _kill(self) -> None:
        self.at = time.monotonic()
        self._terminal.signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._timer.is_alive():
            self._timer.join()
