"""Markdown lines -> blocks: paragraphs, lists and headings, each with its line in the file.

The parser is made once. It knows more of Markdown than a lesson may hold, so that the rest can be
named as a mistake instead of turning up as odd characters on somebody's screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from course.content.inline import line_of
from course.content.notes import Notes
from course.content.prose import Items, Para, Prose

_PARSER = MarkdownIt("commonmark")
_PARSER.enable("table")
_PARSER.disable(["lheading", "reference", "code"])
_PARSER.core.ruler.disable(["inline", "text_join"])

_REFUSED = {
    "table_open": (
        "a table",
        "Use a list. Tables do not fit small screens and cannot be read aloud.",
    ),
    "html_block": ("HTML", "Write it as plain words."),
    "fence": ("a code block", "Write it as plain words."),
    "hr": ("a line of dashes", "Take it out, or write a ## heading."),
    "blockquote_open": (
        "a reason (>) outside its answer",
        "Indent it by two spaces, right under its answer.",
    ),
}
_OPENERS = {"paragraph_open", "heading_open", "bullet_list_open", "ordered_list_open"}


class Words(NamedTuple):
    """A paragraph."""

    raw: str
    line: int


class Title(NamedTuple):
    """A heading and its level."""

    raw: str
    level: int
    line: int


class Item(NamedTuple):
    """One bullet or number: its words and the quoted reason below them."""

    raw: str
    line: int
    why: tuple[Block, ...] = ()


class Bullets(NamedTuple):
    """A list."""

    items: tuple[Item, ...]
    numbered: bool
    line: int


Block: TypeAlias = Words | Title | Bullets


def read_blocks(lines: Sequence[str], first_line: int, notes: Notes) -> tuple[Block, ...]:
    """The blocks of some lines of a file; what may not stand there is noted and left out."""
    try:
        tokens = _PARSER.parse("\n".join(lines))
    except RecursionError:
        notes.at(first_line, "this is nested far too deep", "Write it flat.")
        return ()
    return tuple(_Reader(first_line, notes).blocks(tokens))


def to_prose(blocks: Sequence[Block], notes: Notes) -> Prose:
    """Blocks as prose; a heading or a reason among them is noted."""
    return tuple(_one(block, notes) for block in blocks if not _misplaced(block, notes))


def _one(block: Block, notes: Notes) -> Para | Items:
    if isinstance(block, Bullets):
        lines = tuple(line_of(item.raw, item.line, notes) for item in block.items)
        return Items(lines, block.numbered)
    return Para(line_of(block.raw, block.line, notes))


def _misplaced(block: Block, notes: Notes) -> bool:
    if isinstance(block, Title):
        notes.at(block.line, "a heading cannot stand here", "Take it out, or make it bold words.")
        return True
    if isinstance(block, Bullets):
        for item in block.items:
            if item.why:
                remedy = "A > reason belongs to an answer. Take off the >."
                notes.at(item.line + 1, "a reason in a list that asks nothing", remedy)
    return False


class _Reader:
    """Goes through the tokens of one parse."""

    def __init__(self, first_line: int, notes: Notes) -> None:
        self._first = first_line
        self._notes = notes

    def _line(self, token: Token) -> int:
        return self._first + (token.map[0] if token.map else 0)

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks that stand side by side in these tokens."""
        runs = list(_runs(tokens))
        for number, run in enumerate(runs):
            first = run[0]
            if first.type == "paragraph_open":
                yield Words(run[1].content, self._line(first))
            elif first.type == "heading_open":
                yield Title(run[1].content, int(first.tag[1]), self._line(first))
            elif first.type in _OPENERS:
                numbered = first.type == "ordered_list_open"
                items = [self._item(item) for item in _runs(run[1:-1])]
                stray = runs[number + 1] if number + 1 < len(runs) else ()
                yield Bullets(self._mended(items, stray), numbered, self._line(first))
            else:
                self._refuse(first)

    def _mended(self, items: list[Item], stray: Sequence[Token]) -> tuple[Item, ...]:
        """The items; a reason that was not indented still counts, so that it is noted only once."""
        if items and not items[-1].why and stray and stray[0].type == "blockquote_open":
            last = items.pop()
            items.append(Item(last.raw, last.line, tuple(self.blocks(stray[1:-1]))))
        return tuple(items)

    def _item(self, run: Sequence[Token]) -> Item:
        line = self._line(run[0])
        words, why = "", tuple[Block, ...]()
        for number, inner in enumerate(_runs(run[1:-1])):
            if number == 0 and inner[0].type == "paragraph_open":
                words = inner[1].content
            elif number and inner[0].type == "blockquote_open" and not why:
                why = tuple(self.blocks(inner[1:-1]))
            else:
                self._refuse_in_item(inner[0])
        return Item(words, line, why)

    def _refuse_in_item(self, token: Token) -> None:
        line = self._line(token)
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._notes.at(line, "a list inside a list", "Write it as one flat list.")
        elif token.type == "paragraph_open":
            what = "a second paragraph inside one line of a list"
            self._notes.at(
                line, what, "Join it to the first, or put > before it if it is the reason."
            )
        else:
            self._refuse(token)

    def _refuse(self, token: Token) -> None:
        what, remedy = _REFUSED.get(token.type, ("this", "Write it as a paragraph or a flat list."))
        self._notes.at(self._line(token), f"{what} cannot stand here", remedy)


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens cut into blocks: each from its opening to its own closing."""
    start = depth = 0
    for number, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : number + 1]
            start = number + 1
