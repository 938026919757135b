"""What the program itself says: every string handed to gettext in the source of the course."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from course.content.looking import look_through
from course.content.notes import Notes
from course.content.page import lines_of_text
from course.content.texts import Text
from course.content.wording import Wording
from course.errors import Problem

_GETTEXT = {"_": 1, "N_": 1, "ngettext": 2}
"""The calls, and how many of their arguments are words."""


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """Each string for people in a module, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            for given in node.args[: _GETTEXT.get(name, 0)]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.lineno, given.value


def problems_of_program(package: Path, table: Wording) -> list[Problem]:
    """The words to avoid in what the modules of a package say."""
    found: list[Problem] = []
    for file in sorted(package.rglob("*.py")):
        source = file.read_text("utf-8")
        if "_(" in source or "ngettext(" in source:
            notes = Notes(str(file))
            texts = [Text(line, words, "program") for line, words in spoken(source)]
            look_through(table, texts, (), lines_of_text(source), notes)
            found.extend(notes.problems)
    return found
