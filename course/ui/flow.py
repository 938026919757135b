"""Text laid out by us: paragraphs, hanging lists, panels. One widget can draw a whole page of it.

A page is a list of pieces; ``laid`` wraps them to a width. Learner words come in as ``own(text)``
and never as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from course.content.prose import Items, Line, Prose
from course.text import shown

NOTHING = Content()
AIR = 2
"""Cells between words on a ground of their own and its right edge: as many as the bar takes."""
_ORPHAN = 12
"""How much narrower a paragraph may become so that its last line is no lonely word."""
_STYLES = {"": "", "strong": "bold", "em": "italic"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph or item, the marks that stand before its lines, and the space above it."""

    content: Content
    first: Content = NOTHING
    """Before the first line."""
    rest: Content | None = None
    """Before the lines after it; blanks as wide as ``first`` when None."""
    gap: int = 1
    """Empty lines above. Inside a panel they carry ``rest``."""
    fill: str = ""
    """A style for the whole width of its lines, e.g. ``on $raised``."""
    edge: str = ""
    """Instead of words: a half block, all along the upper or the lower edge of the ``fill``."""


BLANK = Piece(NOTHING, gap=0)
"""An empty line."""


def own(text: str, style: str = "") -> Content:
    """A learner's words, ready to be drawn: never markup, never a control sequence."""
    return Content.styled(shown(text), style)


def line_content(line: Line, style: str = "") -> Content:
    """An author's line with its bold and italics."""
    return Content.assemble(
        *(
            Content.styled(shown(span.text), f"{style} {_STYLES[span.mark]}".strip())
            for span in line
        )
    )


def prose_pieces(prose: Prose, *, style: str = "", before: Content = NOTHING) -> list[Piece]:
    """Prose as pieces, each line with ``before`` in front of it."""
    pieces: list[Piece] = []
    for block in prose:
        if isinstance(block, Items):
            pieces += _items(block, style, before, first_gap=1 if pieces else 0)
        else:
            gap = 1 if pieces else 0
            pieces.append(Piece(line_content(block.line, style), before, before, gap))
    return pieces


def _items(block: Items, style: str, before: Content, first_gap: int) -> list[Piece]:
    width = len(str(len(block.items))) + 2 if block.numbered else 2
    pieces = []
    for number, line in enumerate(block.items):
        mark = f"{number + 1}.".ljust(width) if block.numbered else "• "
        gap = first_gap if number == 0 else int(block.numbered)
        first = before + Content.styled(mark, "$primary")
        pieces.append(Piece(line_content(line, style), first, before + Content(" " * width), gap))
    return pieces


def laid(pieces: Sequence[Piece], width: int) -> Content:
    """The pieces wrapped to ``width`` cells, joined by line ends."""
    return Content("\n").join(lines_laid(pieces, width)) if pieces else Content()


def lines_laid(pieces: Iterable[Piece], width: int) -> list[Content]:
    """The same as a list of lines."""
    lines: list[Content] = []
    for number, piece in enumerate(pieces):
        if piece.edge:
            lines.append(Content.styled(piece.edge * width, piece.fill.removeprefix("on ")))
            continue
        rest = Content(" " * piece.first.cell_length) if piece.rest is None else piece.rest
        if number:
            lines += [_padded(rest.rstrip(), width, piece.fill)] * piece.gap
        beside = max(piece.first.cell_length, rest.cell_length) + (AIR if piece.fill else 0)
        for at, line in enumerate(_wrapped(piece.content, max(8, width - beside))):
            lines.append(_padded((rest if at else piece.first) + line, width, piece.fill))
    return lines


def _wrapped(content: Content, room: int) -> list[Content]:
    """As wide as there is room, or a little less where that keeps the last word company."""
    lines = content.wrap(room)
    if len(lines) < 2 or " " in lines[-1].plain.strip() or "\n" in content.plain:
        return lines
    less = lines[-2].rstrip().cell_length - 1
    closer = content.wrap(less) if less >= max(8, room - _ORPHAN) else lines
    return closer if len(closer) == len(lines) else lines


def _padded(line: Content, width: int, fill: str) -> Content:
    if not fill:
        return line
    return line.pad_right(max(0, width - line.cell_length)).stylize_before(fill)
