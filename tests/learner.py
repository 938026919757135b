"""What a learner does at the keyboard, step by step, on whichever terminal runs the course."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from tests.terminal import Terminal, key_bytes

HANDRAIL = Path(sys.executable).with_name("handrail")
STEP = re.compile(r"(\d+) of (\d+)$", re.MULTILINE)  # at the end of the progress bar
KEPT = {"Keep it, unlocked": "Saved", "Just for now": "Just for now"}  # below, once it is so
ON_PATH = re.compile(r"▌ [○◐●] .*")  # on the path
ROW = re.compile(r"[○◐●] +.*(min|done|of \d+|read)\s*$", re.MULTILINE)
FIRST = "Before you start"
PATIENCE = 20.0


class Learner:
    """Reads what is on the screen and presses what stands in the footer; nothing else."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def press(self, key: str) -> None:
        """Press a key, and wait until it has shown what it does."""
        before = self.terminal.text
        self.terminal.send(key_bytes(key))
        self.terminal.keys_pressed += 1
        end = time.monotonic() + PATIENCE
        while self.terminal.text == before:
            assert time.monotonic() < end, f"{key} did nothing:\n{self.terminal.framed()}"
            self.terminal.listen(first=0.1, quiet=0)
        self.terminal.listen(quiet=0.05)  # the footer may come after the rest

    @property
    def step(self) -> tuple[int, int]:
        """Where the lesson stands: this step, and how many there are."""
        match = self.terminal.wait_for(STEP, timeout=PATIENCE)
        return int(match[1]), int(match[2])

    def start(self, way: str) -> None:
        """Answer the first start, and come to Home."""
        self.terminal.wait_for("How do you want to take it?", timeout=PATIENCE)
        self.pick(way)
        self.terminal.wait_for("Your path", timeout=PATIENCE)
        self.terminal.wait_for(KEPT[way], timeout=PATIENCE)

    def open(self, title: str) -> None:
        """On Home: go along the path to a lesson, one seen move at a time, and open it."""
        self.terminal.wait_for(ON_PATH, timeout=PATIENCE)
        self.terminal.settle()  # the highlight goes to the next lesson once the notebook is there
        if not (self._on(title) or self._on(FIRST)):
            self.press("home")
        while not self._on(title):
            self.press("home" if self._at_the_end() else "down")
        self.press("enter")
        self.terminal.wait_gone("Your path", timeout=PATIENCE)
        self.terminal.wait_for(STEP, timeout=PATIENCE)

    def _at_the_end(self) -> bool:
        """Where it goes no further: the highlight had moved on by itself meanwhile."""
        here = self.terminal.wait_for(ON_PATH)
        return not ROW.search(self.terminal.text[here.end() :])

    def _on(self, title: str) -> bool:
        return title in self.terminal.wait_for(ON_PATH)[0]

    def pick(self, words: str) -> None:
        """Choose an entry of a list by the number that stands before it."""
        entry = rf"(\d) +(?:\( \) |\[ \] )?{re.escape(words)}"
        self.terminal.press(self.terminal.wait_for(re.compile(entry))[1])
        self.terminal.wait_for(re.compile(f"▌ {entry}"))
        self.terminal.press("enter")

    def reword(self, words: str) -> None:
        """Take an entry of a menu into the field, and leave it as it is."""
        self.pick(words)
        # In the field a line has no number before it.
        self.terminal.wait_for(re.compile(rf"^ +{re.escape(words)}\s*$", re.MULTILINE))
        self.terminal.press("enter")

    def write(self, words: str) -> None:
        """Leave the menu for the field, and write there."""
        self.terminal.press("tab")
        self.fill(words)

    def fill(self, words: str) -> None:
        """Write into the field that has the keys already."""
        self.terminal.type(words)
        self.terminal.wait_for(words)
        self.terminal.press("enter")

    def go_on(self) -> None:
        """Turn the page, or leave a list that is complete."""
        before = self.step
        self.terminal.press("enter")
        self.terminal.wait_gone(_bar(before))

    def skip_to(self, step: int) -> None:
        """Go on without answering until a step is reached."""
        while (before := self.step)[0] < step:
            if "Write here" in self.terminal.text and "→ Skip" not in self.terminal.text:
                self.press("tab")  # a field has the keys, so the arrow is its own
            self.press("right")
            self.terminal.wait_gone(_bar(before))

    def finish(self) -> None:
        """Go on to the end of the lesson, and back to Home."""
        self.skip_to(self.step[1])
        self.press("enter")
        self.terminal.wait_for("Your path")

    def leave(self) -> int:
        """Leave the program; its exit code. What a guest is asked on the way changes nothing."""
        self.terminal.press("ctrl+q", "ctrl+q")
        return self.terminal.exit_code()


def begin_reason(learner: Learner) -> None:
    """From Home into the field of the quick start's list of reasons."""
    learner.open("Quick start")
    learner.skip_to(2)
    learner.terminal.wait_for("What do you want to stay well for?")
    learner.terminal.press("shift+tab")
    learner.terminal.settle()


def quick_start(learner: Learner) -> None:
    """One reason, two people, three when-then pairs and a place for naloxone: what a card holds."""
    terminal = learner.terminal
    learner.open("Quick start")
    learner.go_on()
    terminal.wait_for("What do you want to stay well for?")
    learner.write("To hear Ana laugh")
    terminal.wait_for("▌ → Go on")
    learner.go_on()
    _two_people(learner)
    learner.go_on()
    terminal.wait_for("When this, then that")
    learner.go_on()
    terminal.wait_for("Do such plans help?")
    learner.go_on()
    _three_pairs(learner)
    learner.go_on()
    terminal.wait_for("Stay safe")
    learner.go_on()
    learner.reword("In the kitchen")
    terminal.wait_for("Who near me")
    learner.reword("A friend")
    terminal.wait_for("▌ → Go on")
    learner.finish()


def save_card(learner: Learner) -> str:
    """Save the card on the Papers screen; the name it was saved under."""
    return _save(learner, "My card", "card")


def save_plan(learner: Learner) -> str:
    """Save the plan on the Papers screen; the name it was saved under."""
    return _save(learner, "My plan", "plan")


def _save(learner: Learner, paper: str, name: str) -> str:
    terminal = learner.terminal
    terminal.wait_for("Your path")
    terminal.press("r")
    terminal.wait_for("Form PDF")
    learner.pick(paper)
    terminal.wait_for("Nothing was overwritten", timeout=30)
    found = terminal.wait_for(re.compile(rf"/\s*({name}-[\d-]+\.pdf)"))
    return found[1]


def _two_people(learner: Learner) -> None:
    terminal = learner.terminal
    terminal.wait_for("Who could you call on a hard day?")
    learner.write("Dee")
    terminal.wait_for("Phone 2 of 4")
    learner.fill("555 0142")
    learner.reword("Come and be with me")
    terminal.wait_for("Best time to call")
    learner.reword("Any time")
    terminal.wait_for("▌ → Go on")
    terminal.press("up", "enter")
    learner.reword("My worker")
    terminal.wait_for("Phone 2 of 4")
    learner.fill("555 0199")
    learner.reword("Listen")
    terminal.wait_for("Best time to call")
    learner.reword("In the day")
    terminal.wait_for("▌ → Go on")


def _three_pairs(learner: Learner) -> None:
    terminal = learner.terminal
    for when, first, sure in (
        ("I get paid", "Ask someone to hold my cash", "8"),
        ("I am alone at night", "Call the first person on my list", "6"),
        ("I pass a place where I used", "Take another way home", "9"),
    ):
        terminal.wait_for("When 1 of 3")
        learner.reword(when)
        terminal.wait_for("First I will 2 of 3")
        learner.reword(first)
        terminal.wait_for("How sure am I that I would do it?")
        terminal.press(sure, "enter")
        if when == "I pass a place where I used":
            terminal.wait_for("▌ → Go on")
        else:
            terminal.wait_for("▌ + Add another")
            terminal.press("enter")


def _bar(step: tuple[int, int]) -> re.Pattern[str]:
    return re.compile(rf"\b{step[0]} of {step[1]}$", re.MULTILINE)
