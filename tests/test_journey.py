"""From the first start to a plan on paper: real keys on a real terminal."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit import watched
from tests.learner import HANDRAIL, Learner, quick_start, save_card, save_plan
from tests.terminal import Terminal

TITLES = (
    "Before you start",
    "Quick start",
    "Cured or sober?",
    "What the numbers say",
    "A slip is not a failure",
)
Report = Callable[[str, object], None]

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (package poppler-utils)"
)


def words_of(pdf: Path) -> str:
    """The words on a PDF, one blank between two."""
    out = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return " ".join(out.stdout.decode().split())


def page(terminal: Terminal) -> str:
    """What stands between the bar above and the keys below."""
    return "\n".join(terminal.rows[1:-2])


def handrail(home: Path) -> list[str | Path]:
    return [HANDRAIL, "--home", home]


@needs_pdftotext
def test_a_card_comes_out_of_the_quick_start(home: Path, record_property: Report) -> None:
    with Terminal(handrail(home)) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        quick_start(learner)
        terminal.wait_for(re.compile("● +Quick start +done"))
        card = home / save_card(learner)
        record_property("keys from the first start to a saved card", terminal.keys_pressed)
        assert learner.leave() == 0
    printed = words_of(card)
    for own in ("To hear Ana laugh", "Dee", "555 0142", "My worker", "I get paid", "hold my cash"):
        assert own in printed


@needs_pdftotext
def test_a_learner_leaves_in_the_middle_comes_back_and_holds_a_plan(home: Path) -> None:
    with Terminal(handrail(home)) as terminal:
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        learner.open("Before you start")
        learner.finish()
        quick_start(learner)
        learner.open("Cured or sober?")
        learner.skip_to(5)
        learner.pick("You are right. It only counts when I stop taking it")
        terminal.wait_for("Not quite.")
        terminal.press("enter")
        terminal.wait_for("Enter Answer")
        learner.pick("This is my treatment, and I am in recovery")
        terminal.wait_for("You found it.")
        learner.go_on()
        terminal.settle()
        left_at = page(terminal)
        assert re.search(r" 6 of \d+", left_at)
        assert learner.leave() == 0

    with Terminal(handrail(home)) as terminal:
        learner = Learner(terminal)
        terminal.wait_for(re.compile(r"● +Quick start(?s:.)*◐ +1 +Cured or sober\?"))
        learner.open("Cured or sober?")
        terminal.settle()
        assert page(terminal) == left_at
        learner.finish()
        learner.open("What the numbers say")
        learner.finish()
        learner.open("A slip is not a failure")
        learner.skip_to(14)
        terminal.wait_for("If you slip, what will you do that day?")
        learner.write("Unlock the door and ring Dee")
        terminal.wait_for("Go on")
        learner.finish()
        terminal.wait_for(re.compile(r"● +3 +A slip is not a failure +done"))
        plan = home / save_plan(learner)
        assert learner.leave() == 0

    printed = words_of(plan)
    for own in ("To hear Ana laugh", "555 0142", "hold my cash", "Unlock the door and ring Dee"):
        assert own in printed


def test_just_for_now_writes_nothing_and_calls_nobody(home: Path) -> None:
    with watched(handrail(home)) as (terminal, watch):
        learner = Learner(terminal)
        learner.start("Just for now")
        quick_start(learner)
        terminal.press("p")
        terminal.wait_for("To hear Ana laugh")
        terminal.press("escape", "f1")
        terminal.wait_for("Someone will not wake up")
        terminal.press("escape")
        terminal.wait_for("Your path")
        assert learner.leave() == 0
    assert watch.events == []
    assert list(home.iterdir()) == []


def test_keeping_writes_only_into_its_folder_and_calls_nobody(home: Path) -> None:
    with watched(handrail(home)) as (terminal, watch):
        learner = Learner(terminal)
        learner.start("Keep it, unlocked")
        quick_start(learner)
        card = save_card(learner)
        assert learner.leave() == 0
    assert watch.network == []
    assert watch.processes == []
    assert watch.writes
    assert [write for write in watch.writes if str(home) not in write.detail] == []
    assert (home / card).is_file()


def test_no_step_of_any_lesson_shows_an_unfilled_place(home: Path) -> None:
    unfilled = []
    with Terminal(handrail(home), size=(80, 50)) as terminal:
        learner = Learner(terminal)
        learner.start("Just for now")
        for title in TITLES:
            learner.open(title)
            for step in range(1, learner.step[1] + 1):
                learner.skip_to(step)
                unfilled += re.findall(r".*[{}].*", terminal.text)
            learner.finish()
    assert unfilled == []
