"""What is given on an opening line or in a column's tail: an id, flags, ``name=value`` settings."""

from __future__ import annotations

from collections.abc import Sequence

from course.content.marks import is_id, slug
from course.content.notes import Notes, did_you_mean

_CURLY = str.maketrans("", "", "“”„‘’«»\"'")
_DASHES = str.maketrans("–—−", "---")


class Given:
    """Takes the words one after the other; whatever nobody asked for is a mistake."""

    def __init__(self, words: str, line: int, notes: Notes) -> None:
        self.line = line
        self._notes = notes
        self._known: list[str] = []
        self._bare: list[str] = []
        self._settings: dict[str, str] = {}
        for word in self._straight(words).split():
            name, sign, value = word.partition("=")
            if sign:
                self._settings[name] = value
            else:
                self._bare.append(word)

    def _straight(self, words: str) -> str:
        plain = words.translate(_CURLY).translate(_DASHES)
        if plain != words:
            what = "curly quotes, quotes or long dashes in the settings of this line"
            self._notes.at(self.line, what, f"Write it with plain keys:  {plain}")
        return plain

    def id(self, kind: str) -> str:
        """The id, which comes first."""
        name = self._bare.pop(0) if self._bare else ""
        if not name:
            self._notes.at(
                self.line, f"this “{kind}” has no id", f"Write  ::: {kind} a-name-of-its-own"
            )
        elif not is_id(name):
            self._notes.at(
                self.line, f"“{name}” cannot be an id", f"Write  ::: {kind} {slug(name)}"
            )
        return name

    def rest(self) -> tuple[str, ...]:
        """All bare words that are left."""
        words, self._bare = tuple(self._bare), []
        return words

    def left(self) -> bool:
        """Whether bare words are left."""
        return bool(self._bare)

    def flag(self, name: str) -> bool:
        """Whether a bare word is there."""
        return self.one_of((name,)) == name

    def one_of(self, names: Sequence[str]) -> str:
        """The bare word that is one of these, or nothing."""
        self._known.extend(names)
        for word in self._bare:
            if word in names:
                self._bare.remove(word)
                return word
        return ""

    def text(self, name: str, allowed: Sequence[str] = ()) -> str:
        """The value of a setting, or nothing; one of ``allowed`` if these are given."""
        self._known.append(f"{name}=")
        value = self._settings.pop(name, "")
        if value and allowed and value not in allowed:
            self._notes.at(self.line, f"{name}={value} is not known", did_you_mean(value, allowed))
        return value

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """The value of a setting that is a whole number."""
        value = self.text(name)
        if not value:
            return default
        if not (
            value.isascii() and value.isdigit() and len(value) < 6 and least <= int(value) <= most
        ):
            what = f"{name}={value} is not a number from {least} to {most}"
            self._notes.at(self.line, what, f"Write  {name}={default}")
            return default
        return int(value)

    def done(self) -> None:
        """Note whatever is left over."""
        for word in [*self._bare, *(f"{name}=" for name in self._settings)]:
            what = f"“{word}” means nothing here"
            self._notes.at(self.line, what, did_you_mean(word, self._known))
