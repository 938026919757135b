"""The real program, somebody's notebook full of words that are out to break it, and a mouse."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import tomli_w

from tests.hostile import HOSTILE
from tests.learner import Learner
from tests.shell.test_keeping import window
from tests.shell.test_locked import DEAF
from tests.terminal import Terminal
from tests.ui.test_hostile_words import obeyed

LINE = "[@click=app.quit]Sam[/]"


@pytest.fixture
def spoiled(home: Path) -> Path:
    """As somebody could write it by hand: nothing in it was cleaned."""
    at = {"at": "2026-01-01T12:00:00Z"}
    words = [text for text in HOSTILE if text.isascii() or "\ud800" not in text]
    items = [{"id": str(n), "text": text} for n, text in enumerate((LINE, *words))]
    rows = [
        {"id": str(n), "cells": {"name": text, "phone": text, "can": text, "hours": text}}
        for n, text in enumerate((LINE, *words))
    ]
    answers = {
        "my-reasons": {"shape": "listed", "items": items, **at},
        "my-people": {"shape": "tabled", "rows": rows, **at},
        "gone": {"shape": "said", "text": "\n".join(words), **at},
    }
    folder = home / "notebook"
    folder.mkdir()
    file = folder / "notebook-00000001.toml"
    file.write_text(tomli_w.dumps({"format": 1, "answers": answers}), newline="")
    return home


def click(terminal: Terminal, words: str) -> None:
    """The left button, pressed and let go, in the middle of these words."""
    row, at = next(
        (number, row.index(words)) for number, row in enumerate(terminal.rows, 1) if words in row
    )
    for end in "Mm":
        terminal.send(f"\x1b[<0;{at + len(words) - 5};{row}{end}".encode())
    terminal.settle()


@pytest.mark.slow
def test_what_stands_in_a_file_is_shown_as_it_is_and_a_click_runs_nothing(spoiled: Path) -> None:
    with window(spoiled) as terminal:
        for key, awaited in (("p", "P Print   Esc Back"), ("f1", "Someone will not wake up")):
            terminal.wait_for("Your path")
            terminal.press(key)
            terminal.wait_for(awaited)
            time.sleep(DEAF)
            while LINE not in terminal.text:
                Learner(terminal).press("down")
            click(terminal, LINE)
            terminal.press("pagedown", "pagedown", "end", "escape")
        terminal.wait_for("Your path")
        terminal.press("r", "v")
        terminal.wait_for(re.compile(r"\[/bold\]"))
        terminal.press("end", "escape", "escape", "ctrl+q")
        assert terminal.exit_code() == 0
        assert b"Something in Handrail broke" not in terminal.raw
        assert obeyed(terminal.raw) == []


def test_what_is_pasted_or_typed_into_any_field_of_the_locks_is_not_obeyed(home: Path) -> None:
    paste = "".join(f"\x1b[200~{text}\x1b[201~" for text in HOSTILE if "\ud800" not in text)
    with window(home) as terminal:
        terminal.wait_for("How do you want to take it?")
        terminal.press("2", "enter")
        terminal.wait_for("A name")
        for awaited in ("Take these words", "Once more"):
            terminal.settle()
            terminal.send(paste.encode())
            terminal.settle()
            terminal.press("enter")
            terminal.wait_for(awaited)
            time.sleep(DEAF)
            terminal.press("f2", "3", "enter") if awaited == "Take these words" else None
        terminal.press("f2")
        terminal.settle()
        terminal.press("ctrl+q")
        terminal.exit_code()
        assert b"Something in Handrail broke" not in terminal.raw
        assert obeyed(terminal.raw) == []
