"""A Markdown file, opened with care: its settings, its lines, and where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from course.content.guards import LIMIT
from course.content.notes import Notes
from course.text import clean


class Page(NamedTuple):
    """One file, split into its ``+++`` head and its body. Lines are counted from 1."""

    head: str
    body: tuple[str, ...]
    body_line: int
    """The line on which the body begins."""


def read_page(file: Path, notes: Notes) -> Page | None:
    """The page, or nothing when there is a reason in ``notes``."""
    raw = _raw(file, notes)
    text = None if raw is None else _decoded(raw, notes)
    return None if text is None else _split(lines_of_text(text), notes)


def _raw(file: Path, notes: Notes) -> bytes | None:
    try:
        with file.open("rb") as opened:
            raw = opened.read(LIMIT + 1)
    except OSError as problem:
        why = problem.strerror or "unknown reason"
        notes.at(
            0, f"the file cannot be opened: {why}", "Look whether it is there and may be read."
        )
        return None
    if len(raw) > LIMIT:
        notes.at(0, "the file is over 64 KB", "Make two lessons of it, or take large parts out.")
        return None
    return raw


def _decoded(raw: bytes, notes: Notes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        notes.at(line, "the file is not UTF-8", "Save it again with the encoding “UTF-8”.")
        return None


def lines_of_text(text: str) -> list[str]:
    """The lines as an editor counts them, each of them clean."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [clean(line).replace("\n", " ") for line in lines]


def _split(lines: list[str], notes: Notes) -> Page | None:
    if lines[0].strip() != "+++":
        notes.at(
            1,
            "the file does not begin with +++",
            "Put the settings first, between two lines of +++.",
        )
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "+++":
            body = tuple(lines[number + 1 :])
            return Page("\n".join(lines[1:number]), body, number + 2)
    notes.at(
        1, "the settings that open here never end", "Write +++ on a line of its own below them."
    )
    return None


def lines_of_file(file: Path) -> list[str]:
    """The lines of a file that was read before; none when it cannot be opened now."""
    try:
        return lines_of_text(file.read_bytes()[:LIMIT].decode("utf-8-sig", "replace"))
    except OSError:
        return []
