"""Notebooks with a few words in them, to be kept by the tests."""

from __future__ import annotations

from datetime import UTC, datetime

from course.notebook.answers import Said
from course.notebook.notebook import Notebook
from course.store.form import to_bytes

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
WORDS = "canary words of a learner"


def saying(text: str = WORDS, prompt: str = "why", by: str = "mine") -> Notebook:
    """A notebook that says one thing."""
    return Notebook().answered(prompt, Said(at=NOON, text=text, by=by))


def said(notebook: Notebook, prompt: str = "why") -> str:
    """What it says there."""
    answer = notebook.answers[prompt]
    assert isinstance(answer, Said)
    return answer.text


def file_of(text: str) -> bytes:
    return to_bytes(saying(text))
