"""Settings -> records, with every mistake named by its line and in words for a counsellor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from course.content.notes import Notes, did_you_mean
from course.content.page import lines_of_text
from course.content.prompts import Frozen
from course.content.settings import Settings, read_settings
from course.errors import Unreadable
from course.text import clean

_MOST = 256 * 1024
"""Bytes a file of tables may hold."""

_WANTED = {
    "string_type": "text in straight quotes",
    "int_type": "a whole number without quotes",
    "bool_type": "true or false, without quotes",
    "tuple_type": "a list in square brackets",
    "date_type": "a day, such as 2026-11-30, without quotes",
    "date_from_datetime_parsing": "a day, such as 2026-11-30, without quotes",
    "dict_type": "a group of settings",
}

Record = TypeVar("Record", bound=Frozen)


class Place(NamedTuple):
    """Where some settings stand: the lines of the file, and the line they begin on."""

    lines: Sequence[str]
    first: int
    """Counted from 1 within ``lines``."""
    offset: int = 0
    """How many lines of the file stand before ``lines``."""

    def line(self, key: str) -> int:
        """The line that sets the key; that of the beginning when none does."""
        for number, line in enumerate(self.lines[self.first - 1 :], start=self.first):
            if number > self.first and line.startswith("["):
                break
            if re.match(rf"\s*\"?{re.escape(key)}\"?\s*[=:]", line):
                return number + self.offset
        return self.first + self.offset


def record(
    kind: type[Record], settings: Settings, place: Place, notes: Notes, lost: frozenset[str]
) -> Record | None:
    """The settings as a record, or nothing and the reasons in ``notes``."""
    try:
        return kind.model_validate(cleaned(settings))
    except ValidationError as problem:
        known = [field.alias or name for name, field in kind.model_fields.items()]
        for error in problem.errors(include_input=False, include_url=False):
            key = str(error["loc"][0]) if error["loc"] else ""
            if key not in lost and "*" not in lost:
                what, remedy = _said(error["type"], key, error.get("ctx", {}), known)
                missing = error["type"] == "missing"
                notes.at(place.first + place.offset if missing else place.line(key), what, remedy)
        return None


def _said(kind: str, key: str, context: dict[str, Any], known: list[str]) -> tuple[str, str]:
    if kind == "missing":
        return f"“{key}” is missing", f"Write  {key} = …  on a line of its own."
    if kind == "extra_forbidden":
        return f"“{key}” is not a setting here", did_you_mean(key, known)
    if kind == "literal_error":
        return f"this “{key}” is not known", f"Known here: {context.get('expected', '')}."
    if kind in _WANTED:
        return f"“{key}” must be {_WANTED[kind]}", "Look at how another file writes it."
    if kind == "string_too_short":
        return f"“{key}” says too little", "Write a few words more."
    if kind.startswith(("greater", "less")):
        return f"“{key}” is too small or too large", "Write a likely number."
    return f"“{key}” cannot be read", "Look at how another file writes it."


def cleaned(value: Any) -> Any:
    """The same settings with every text clean."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return tuple(cleaned(one) for one in value)
    if isinstance(value, dict):
        return {clean(key): cleaned(one) for key, one in value.items()}
    return value


class TableFile:
    """A TOML file of our own content, such as the outline or the help lines."""

    def __init__(self, file: Path) -> None:
        self.notes = Notes(str(file))
        self.lines = self._read(file)
        text = "\n".join(self.lines)
        self.settings, self._lost = read_settings(text, 1, self.notes)

    def _read(self, file: Path) -> list[str]:
        try:
            raw = file.read_bytes()
            if len(raw) <= _MOST:
                return lines_of_text(raw.decode("utf-8-sig"))
            self.notes.at(0, "the file is far too large", "Take parts out.")
        except OSError as problem:
            why = problem.strerror or "unknown reason"
            self.notes.at(0, f"the file cannot be opened: {why}", "Look whether it is there.")
        except UnicodeDecodeError:
            self.notes.at(0, "the file is not UTF-8", "Save it again with the encoding “UTF-8”.")
        return [""]

    def tables(self, name: str, kind: type[Record]) -> tuple[Record, ...]:
        """All ``[[name]]`` tables as records."""
        found = self.settings.get(name, [])
        starts = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{name}]]"]
        if not isinstance(found, list) or len(starts) != len(found):
            self.notes.at(
                0, f"[[{name}]] cannot be read", f"Write each one as a [[{name}]] of its own."
            )
            return ()
        records = (
            record(kind, table, Place(self.lines, start), self.notes, self._lost)
            for table, start in zip(found, starts, strict=True)
        )
        return tuple(one for one in records if one is not None)

    def table(self, name: str, kind: type[Record]) -> Record | None:
        """The one ``[name]`` table as a record; nothing when it is not there."""
        if name not in self.settings:
            return None
        place = Place(self.lines, self._start(name))
        return record(kind, self.settings[name], place, self.notes, self._lost)

    def line(self, table: str, key: str) -> int:
        """The line that sets the key of a ``[table]``."""
        return Place(self.lines, self._start(table)).line(key)

    def _start(self, table: str) -> int:
        return next((n for n, line in enumerate(self.lines, 1) if line.strip() == f"[{table}]"), 1)

    def only(self, *names: str) -> None:
        """Note every setting at the top that is none of these."""
        for name in self.settings:
            if name not in names:
                line = Place(self.lines, 1).line(name)
                self.notes.at(line, f"“{name}” is not a setting here", did_you_mean(name, names))

    def unique(self, name: str, ids: Sequence[str]) -> None:
        """Note every id that was used before."""
        starts = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{name}]]"]
        for number, one in enumerate(ids):
            if one in ids[:number] and len(starts) == len(ids):
                line = Place(self.lines, starts[number]).line("id")
                self.notes.at(line, f"the id “{one}” is used twice", "Give this one its own.")

    def done(self) -> None:
        """Raise whatever was found."""
        if self.notes:
            raise Unreadable(self.notes.problems)
