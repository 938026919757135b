"""The glossary: a term, and what it means in one plain sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from course.content.tables import TableFile, cleaned


def read_glossary(file: Path) -> dict[str, str]:
    """The terms of ``words.toml``, or ``Unreadable`` with all that is wrong in it."""
    tables = TableFile(file)
    words = tables.settings.get("words", {})
    tables.only("words")
    if not isinstance(words, dict):
        tables.notes.at(0, "[words] cannot be read", 'Write each as  term = "What it means."')
        words = {}
    for term, said in words.items():
        if not isinstance(said, str):
            what, remedy = f"“{term}” must be text in straight quotes", f'Write  {term} = "Words."'
            tables.notes.at(tables.line("words", term), what, remedy)
    tables.done()
    return dict(cleaned(words))


@cache
def pattern_of(term: str) -> re.Pattern[str]:
    """What finds the term in a text, also in its plural and the like."""
    return re.compile(rf"\b{re.escape(term)}(?:s|es|ed|d|ing)?\b", re.IGNORECASE)


def used_in(texts: Iterable[str], glossary: dict[str, str]) -> dict[str, str]:
    """The part of the glossary that these texts use, in its own order."""
    whole = "\n".join(texts)
    return {term: said for term, said in glossary.items() if pattern_of(term).search(whole)}
