"""The lessons we ship are whole, and what keeps people alive is not changed by accident."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from course.content.check import check
from tests.ours import our_course

LOCK = Path(__file__).parent / "content" / "safety-lock.toml"
COURSE = our_course()


def test_the_lessons_we_ship_have_no_problem() -> None:
    assert [str(problem) for problem in check(COURSE)] == []


def test_a_change_to_a_safety_text_needs_a_second_look() -> None:
    """When this fails: let a second person read the text, then write its new sum into the lock."""
    locked = tomllib.loads(LOCK.read_text("utf-8"))["sha256"]
    found = {
        f"{COURSE.language}/{name}": hashlib.sha256(file.read_bytes()).hexdigest()
        for name, file in sorted(COURSE.safety_files.items())
    }
    assert found == locked


def test_every_prompt_named_in_help_is_asked() -> None:
    named = COURSE.outline.help.names
    assert len(named) == 5
    assert all(COURSE.prompt(name) for name in named)
