"""Where the safety texts of a course stand, and which lesson asks which prompt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from course.content.divs import openings
from course.content.guards import LIMIT
from course.content.heads import home_of
from course.content.prompts import KINDS

_FROM = re.compile(r"\bfrom=([a-z0-9-]+)")
_ASKS = {kind.kind for kind in KINDS} - {"again"}


def of_safety(folders: Sequence[Path], language: str) -> dict[str, Path]:
    """The file of each safety text; the first folder that has one holds."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted((home_of(folder, language) / "safety").glob("*.md")):
            found.setdefault(file.stem, file)
    return found


def of_prompts(lessons: Mapping[str, Path]) -> dict[str, str]:
    """The lesson of each prompt, found in the opening lines alone."""
    found: dict[str, str] = {}
    for lesson_id, file in lessons.items():
        for kind, name in openings(_lines(file)):
            if kind in _ASKS:
                found.setdefault(name, lesson_id)
    return found


def asked_again(lessons: Iterable[Path]) -> frozenset[str]:
    """The prompts that an ``again``, or a ``from=``, brings up once more."""
    found: set[str] = set()
    for file in lessons:
        lines = _lines(file)
        found.update(name for kind, name in openings(lines) if kind == "again")
        found.update(_FROM.findall("\n".join(lines)))
    return frozenset(found)


def _lines(file: Path) -> list[str]:
    try:
        with file.open("rb") as opened:
            raw = opened.read(LIMIT + 1)
    except OSError:
        return []
    return raw.decode("utf-8", "replace").splitlines() if len(raw) <= LIMIT else []
