"""How does a notebook read as a file? TOML, with ``format`` first.

The first line carries a check over the whole file, so that a cut or a changed byte is noticed and
the generation before is taken. Who edits by hand takes the check out.
What this version does not know, and single parts it cannot read, go through it unharmed.
"""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Callable
from typing import Any

import tomli_w

from course.errors import Damaged, TooNew
from course.language import _
from course.notebook.notebook import FORMAT, Notebook
from course.store import salvage
from course.text import clean

Raw = dict[str, Any]

MIGRATIONS: list[Callable[[Raw], Raw]] = []
"""The first turns format 1 into 2, and so on; each works on the file as it was read."""

_DEPTH = 40
"""How deep a field may be nested: far more than is needed, far less than Python can."""
_BITS = 1000
"""How long a number may be, for the same reason."""
_NOTE = b"  # check %08x (remove this note if you change the file by hand)"
_FIRST_LINE = re.compile(rb"(format = \d+) *# check ([0-9a-f]{8})\b[^\n]*")


class Newer(TooNew):
    """Written by a newer Handrail; holds what this one can read of it. Never to be saved."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        super().__init__(
            _("This notebook was written by a newer Handrail. It can be read but not changed here.")
        )


def to_bytes(notebook: Notebook) -> bytes:
    """The notebook as a file."""
    raw = {**notebook.model_dump(), "format": FORMAT}
    text = tomli_w.dumps(_plain(raw, 2 * _DEPTH)).encode()
    first, line_end, rest = text.partition(b"\n")
    return first + _NOTE % zlib.crc32(text) + line_end + rest


def from_bytes(data: bytes) -> Notebook:
    """The notebook in a file. Raises Damaged, or Newer for one from a later version."""
    raw = _parsed(data)
    if raw["format"] > FORMAT:
        raise Newer(_read({**raw, "format": FORMAT}))
    for step in MIGRATIONS[raw["format"] - 1 :]:
        raw = step(raw)
    return _read({**raw, "format": FORMAT})


def _read(raw: Raw) -> Notebook:
    try:
        return salvage.notebook(raw)
    except (ValueError, RecursionError):  # a ValidationError is a ValueError
        raise _damaged() from None


def _parsed(data: bytes) -> Raw:
    try:
        fields = tomllib.loads(_checked(data).decode())
        raw = {clean(f): _plain(each, _DEPTH + (f == salvage.UNREAD)) for f, each in fields.items()}
    except (ValueError, RecursionError):  # also TOMLDecodeError and UnicodeDecodeError
        raise _damaged() from None
    if type(raw.get("format")) is not int or raw["format"] < 1:
        raise _damaged()
    return raw


def _checked(data: bytes) -> bytes:
    """The file without its check; ValueError when it does not agree. Without one, as it is."""
    if b"\n" not in data:
        raise ValueError("cut within the first line")
    noted = _FIRST_LINE.match(data)
    if not noted:
        return data
    text = noted[1] + data[noted.end() :]
    if zlib.crc32(text) != int(noted[2], 16):
        raise ValueError("the check does not agree")
    return text


def _plain(value: Any, depth: int) -> Any:
    """The same as TOML can hold it: texts cleaned, None left out, nothing beyond measure."""
    if depth == 0:
        raise ValueError("nested too deep")
    match value:
        case str():
            return clean(value)
        case dict():
            kept = {key: each for key, each in value.items() if each is not None}
            return {clean(key): _plain(each, depth - 1) for key, each in kept.items()}
        case list() | tuple():
            return [_plain(each, depth - 1) for each in value if each is not None]
        case int() if value.bit_length() > _BITS:
            raise ValueError("too long a number")
        case _:
            return value


def _damaged() -> Damaged:
    return Damaged(_("This copy of the notebook is damaged."))
