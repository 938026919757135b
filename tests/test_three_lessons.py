"""Every question of the quick start and the first three lessons, answered; and the plan in hand."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journey import Answering
from tests.learner import HANDRAIL, save_plan
from tests.terminal import Terminal

EVERY_KIND = {
    "Answer": "choose",
    "Try once more": "choose, not quite right",
    "Goes here": "sort",
    "Comes next": "order",
    "Do this": "scenario",
    "Use it": "write, with a menu",
    "New line": "write",
    "Put it on my list": "list",
    "Next": "rows",
    "Add one": "rows, one more",
    "Show it": "ask-my-plan",
    "Choose": "task",
    "Go on": "rate, pause and reading",
}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
def test_what_is_answered_in_three_lessons_stands_in_the_plan_in_every_form(home: Path) -> None:
    with Terminal([HANDRAIL, "--home", home]) as terminal:
        learner = Answering(terminal)
        learner.start("Keep it, unlocked")
        for title in LESSONS:
            learner.take(title)
        assert set(EVERY_KIND) - learner.enters == set()
        plan = home / save_plan(learner)
        assert learner.leave() == 0
    own = learner.planned
    assert len(own) > 15
    assert _missing(own, _read(plan)) == []

    assert _missing(own, _said(home)) == []
    assert _missing(own, _said(home, "--text")) == []
    assert _missing(own, _said(home, "--markdown")) == []
    for sheet in ("a4", "us-letter"):
        _said(home, "--pdf", home / f"{sheet}.pdf", "--sheet", sheet)
        assert _missing(own, _read(home / f"{sheet}.pdf")) == []

    _said(home, "--paper", "card", "--pdf", home / "card.pdf")
    for card in (_read(home / "card.pdf"), _said(home, "--paper", "card")):
        reason, person, phone = own[:3]
        assert _missing([reason, person, phone], card) == []


LESSONS = ("Quick start", "Cured or sober?", "What the numbers say", "A slip is not a failure")


def _missing(words: list[str], text: str) -> list[str]:
    """Which of the words don't stand in a text."""
    found = set(re.findall(r"\w+", text))
    return [each for each in words if each not in found]


def _read(pdf: Path) -> str:
    run = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return run.stdout.decode()


def _said(home: Path, *options: str | Path) -> str:
    argv = [HANDRAIL, "--home", home, "plan", *options]
    run = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout
