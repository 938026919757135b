"""Written text, taken out of Markdown: paragraphs and lists of spans. What all outputs lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Mark = Literal["", "strong", "em"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    mark: Mark = ""


Line: TypeAlias = tuple[Span, ...]
"""Text without a break: the words of an option, a paragraph, an item."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points, or of numbered steps."""

    items: tuple[Line, ...]
    numbered: bool = False


Prose: TypeAlias = tuple[Para | Items, ...]


def words(line: Line) -> str:
    """The line as plain text."""
    return "".join(span.text for span in line)


def plain(prose: Prose) -> str:
    """The whole as plain text: a line for each paragraph or item."""
    return "\n".join(words(line) for block in prose for line in lines_of(block))


def lines_of(block: Para | Items) -> tuple[Line, ...]:
    """The lines a block is made of."""
    return (block.line,) if isinstance(block, Para) else block.items


def filled(prose: Prose, values: dict[str, str]) -> Prose:
    """The prose with each ``{name}`` replaced by its value; unknown names stay as they are."""
    return tuple(_filled_block(block, values) for block in prose)


def _filled_block(block: Para | Items, values: dict[str, str]) -> Para | Items:
    if isinstance(block, Para):
        return Para(filled_line(block.line, values))
    return Items(tuple(filled_line(line, values) for line in block.items), block.numbered)


def filled_line(line: Line, values: dict[str, str]) -> Line:
    """The line with each ``{name}`` replaced by its value."""
    return tuple(Span(_put(span.text, values), span.mark) for span in line)


def _put(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
