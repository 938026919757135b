"""The ``{#id …}`` at the end of a heading or a bullet, and ids in general."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from course.content.notes import Notes

_TAIL = re.compile(r"\{#([^\s{}]*)([^{}]*)\}")
_ALMOST = re.compile(r"\{([a-z0-9-]+)\}|\(#([a-z0-9-]+)\)|\[#([a-z0-9-]+)\]")
_ID = re.compile(r"[a-z0-9-]{1,60}")


class Tail(NamedTuple):
    """What stood in the braces: an id, and for a column its shape and settings."""

    id: str
    given: str = ""


def split_tail(raw: str) -> tuple[str, Tail | None]:
    """The words, and the tail that followed them."""
    raw = raw.strip()
    start = raw.rfind("{#")
    found = _TAIL.fullmatch(raw, start) if start >= 0 else None
    if found is None:
        return raw, None
    return raw[:start].rstrip(), Tail(found[1], found[2].strip())


def is_id(word: str) -> bool:
    """Whether the word may name something: small letters, digits and hyphens."""
    return _ID.fullmatch(word) is not None


def slug(words: str) -> str:
    """An id made from words."""
    bare = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:40].strip("-") or "part"


@dataclass(slots=True)
class Ids:
    """The ids of one prompt, each of them used once."""

    notes: Notes
    taken: dict[str, int] = field(default_factory=dict)
    """The id, and the line on which it was first used."""

    def take(self, raw: str, line: int) -> tuple[str, Tail]:
        """The words and their tail; a tail that is missing or wrong is noted and made good."""
        words, tail = split_tail(raw)
        if tail is None:
            return words, self._missing(words, line)
        self.use(tail.id, line)
        return words, tail

    def use(self, name: str, line: int) -> None:
        """Note an id that is badly formed or was used before."""
        if not is_id(name):
            self.notes.at(line, f"“{name}” cannot be an id", f"Write {{#{slug(name)}}}.")
        elif name in self.taken:
            what = f"the id “{name}” is used twice; first on line {self.taken[name]}"
            self.notes.at(line, what, "Give this one an id of its own.")
        self.taken.setdefault(name, line)

    def _missing(self, words: str, line: int) -> Tail:
        almost = _ALMOST.fullmatch(words.split()[-1]) if words else None
        name = next(filter(None, almost.groups())) if almost else slug(words)
        short = "-".join(name.split("-")[:3])
        what = "an id is not written like this" if almost else "this has no id"
        self.notes.at(line, what, f"Write {{#{short}}} at the end of the line.")
        return Tail(short)
