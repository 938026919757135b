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
def test_a_card_comes_out_of_the_quick_start_and_all_is_written_into_its_folder(
    home: Path, record_property: Report
) -> None:
    with watched(handrail(home)) as (terminal, watch):
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
    assert watch.network == []
    assert watch.processes == []
    assert watch.writes
    assert [write for write in watch.writes if str(home) not in write.detail] == []


@pytest.mark.slow
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
        left_at, (step, of) = page(terminal), learner.step
        assert step == 6
        assert learner.leave() == 0

    with Terminal(handrail(home)) as terminal:
        learner = Learner(terminal)
        terminal.wait_for(re.compile(r"● +Quick start(?s:.)*▌ ◐ +1 +Cured or sober\?"))
        terminal.wait_for(f"You stopped at step {step} of {of}.")
        learner.press("enter")
        assert page(terminal) == left_at
        assert learner.step == (step, of)
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
