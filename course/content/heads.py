"""The ``+++`` head of a lesson, read alone: all that Home needs, without any heavy import."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.content.guards import LIMIT, too_deep
from course.text import clean

_NAME = re.compile(r"(?:(\d{1,6})-)?(.+)")


@dataclass(frozen=True, slots=True)
class Head:
    """What a lesson says about itself."""

    id: str
    """The file's name without its number; never changes once learners have it in a notebook."""
    number: int
    """From the file's name; 0 for the pages before lesson 1."""
    title: str
    summary: str = ""
    minutes: int = 10
    reviewed_by: str = ""
    """Empty means not yet reviewed by a clinician, and is shown as that."""
    reviewed_on: str = ""
    goals: tuple[str, ...] = ()
    group_minutes: int = 60
    language: str = "en"
    allow: tuple[tuple[str, str], ...] = ()
    """Words that need a reason, each with its reason."""
    terms: tuple[str, ...] = ()
    """Words of the glossary that the lesson takes as known."""
    file: Path = Path()
    broken: str = ""
    """Why the head could not be read, in a few words; empty when it could."""


def heads_of(folders: Sequence[Path], language: str) -> tuple[Head, ...]:
    """The heads of a whole course.

    A head that cannot be read still has a place in the list, with ``broken`` saying why.
    """
    return tuple(read_head(file, language) for file in files_of(folders, language).values())


def files_of(folders: Sequence[Path], language: str) -> dict[str, Path]:
    """The file of each lesson by its id; when two files have the same id, the first one holds."""
    found: dict[str, Path] = {}
    for lesson_id, file in all_files(folders, language):
        found.setdefault(lesson_id, file)
    return found


def all_files(folders: Sequence[Path], language: str) -> Iterator[tuple[str, Path]]:
    """The ids and files of our folder, then of each other one, also those whose id is taken."""
    for folder in folders:
        for file in sorted(home_of(folder, language).glob("*.md"), key=lambda file: file.name):
            if not _is_note(file):
                yield _named(file)[1], file


def home_of(folder: Path, language: str) -> Path:
    """Where a folder keeps what is in this language: in a folder for it, or directly."""
    inside = folder / language
    return inside if inside.is_dir() else folder


def _is_note(file: Path) -> bool:
    """Whether the file speaks about the folder and is no lesson."""
    return file.stem.lower() in {"readme", "license", "contributing"} or file.name.startswith("_")


def read_head(file: Path, language: str) -> Head:
    """The head of one file; never raises for what the file says."""
    number, name = _named(file)
    bare = Head(id=name, number=number, title=name, language=language, file=file)
    try:
        return _filled(bare, tomllib.loads(head_text(_start_of(file))))
    except (OSError, ValueError, RecursionError) as problem:
        return _broken(bare, problem)


def _named(file: Path) -> tuple[int, str]:
    """The number and the id in the name of a lesson's file."""
    found = _NAME.fullmatch(file.stem)
    return (int(found[1] or 0), found[2]) if found else (0, file.stem)


def _start_of(file: Path) -> str:
    with file.open("rb") as opened:
        raw = opened.read(LIMIT + 1)
    if len(raw) > LIMIT:
        raise ValueError("over 64 KB")
    return raw.decode("utf-8-sig")


def head_text(text: str) -> str:
    """What stands between the two ``+++`` lines. Raises ValueError when it may not be parsed."""
    lines = text.splitlines()
    if (
        not lines
        or lines[0].strip() != "+++"
        or "+++" not in (rest := [x.strip() for x in lines[1:]])
    ):
        raise ValueError("no +++ head")
    head = "\n".join(lines[1 : 1 + rest.index("+++")])
    if too_deep(head):
        raise ValueError("a name with far too many dots")
    return head


def _filled(bare: Head, settings: dict[str, object]) -> Head:
    def text(key: str, default: str = "") -> str:
        return clean(str(settings.get(key, default)))

    def number(key: str, default: int) -> int:
        value = settings.get(key, default)
        return value if isinstance(value, int) else default

    def texts(key: str) -> tuple[str, ...]:
        found = settings.get(key, ())
        return tuple(clean(str(one)) for one in found) if isinstance(found, list) else ()

    return Head(
        id=bare.id,
        number=bare.number,
        title=text("title", bare.title),
        summary=text("summary"),
        minutes=number("minutes", 10),
        reviewed_by=text("reviewed_by"),
        reviewed_on=text("reviewed_on"),
        goals=texts("goals"),
        group_minutes=number("group_minutes", 60),
        language=bare.language,
        allow=_allowed(settings.get("allow", ())),
        terms=texts("terms"),
        file=bare.file,
    )


def _allowed(found: object) -> tuple[tuple[str, str], ...]:
    pairs = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return tuple((clean(str(one.get("term", ""))), clean(str(one.get("why", "")))) for one in pairs)


def _broken(bare: Head, problem: Exception) -> Head:
    why = "not UTF-8" if isinstance(problem, UnicodeDecodeError) else "its head cannot be read"
    why = "the file cannot be opened" if isinstance(problem, OSError) else why
    return Head(
        id=bare.id,
        number=bare.number,
        title=bare.title,
        language=bare.language,
        file=bare.file,
        broken=why,
    )
