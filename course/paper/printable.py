"""Data that the fonts at hand can show: first with our own fonts, then with the machine's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.paper.coverage import lacking
from course.paper.sheet import each_text

if TYPE_CHECKING:
    import typst

_PACKAGES = (
    "fontpkg_source_sans_3",
    "fontpkg_source_serif_4",
    "fontpkg_atkinson_hyperlegible",
)
_TRAITS = {
    "long-words": re.compile(r"\S{26,}"),
    "right-to-left": re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"),
}
"""Words that may have to be broken to fit on a line; Hebrew, Arabic and their kin."""
INSTEAD = "[?]"
"""What stands where a character cannot be shown."""


@dataclass(frozen=True)
class Printable:
    """Data, the fonts that can show it, and the characters that were replaced."""

    data: Any
    fonts: typst.Fonts
    unprintable: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All its words, line by line."""
        return _all_text(self.data)

    @property
    def traits(self) -> dict[str, bool]:
        """What its words need that few do."""
        return {trait: bool(found.search(self.text)) for trait, found in _TRAITS.items()}


@cache
def own_fonts() -> tuple[Path, ...]:
    """The font files that come with us."""
    folders = [Path(str(files(package))) / "files" for package in _PACKAGES]
    return tuple(font for folder in folders for font in sorted(folder.glob("*.ttf")))


def printables(data: Any, fonts: Callable[[bool], typst.Fonts]) -> Iterator[Printable]:
    """Ways to print the data, best first; all but the last may be refused by the engine.

    ``fonts`` gives our own, or with True also those of the machine.
    """
    plain = Printable(data, fonts(False))
    missing = lacking(plain.text, own_fonts())
    if missing:
        borrowed = fonts(True)
        paths = [Path(font.path) for font in borrowed.fonts() if font.path]
        yield _without(data, lacking(plain.text, [*own_fonts(), *paths]), borrowed)
    yield _without(data, missing, fonts(False)) if missing else plain
    yield _without(data, missing | {c for c in plain.text if ord(c) > 0x24F}, fonts(False))


def _all_text(data: Any) -> str:
    texts: list[str] = []
    waiting = [data]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str):
            texts.append(thing)
        elif isinstance(thing, dict | list):
            waiting += thing.values() if isinstance(thing, dict) else thing
    return "\n".join(texts)


def _without(data: Any, characters: frozenset[str], fonts: typst.Fonts) -> Printable:
    if not characters:
        return Printable(data, fonts)
    run = re.compile("[" + re.escape("".join(sorted(characters))) + "\u200d\ufe0e\ufe0f]+")
    silent = re.compile("[\u200d\ufe0e\ufe0f]+")

    def replaced(text: str) -> str:
        return run.sub(lambda found: "" if silent.fullmatch(found[0]) else INSTEAD, text)

    return Printable(each_text(data, replaced), fonts, tuple(sorted(characters)))
