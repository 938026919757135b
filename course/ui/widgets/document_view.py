"""A document's blocks as pieces of text: how plans and papers look on a screen."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course.language import _
from course.plan.document import (
    Block,
    Cell,
    Contact,
    Contacts,
    Details,
    Document,
    EmptyRows,
    Mark,
    Part,
    Points,
    Table,
    Words,
    WritingLines,
    in_words,
)
from course.ui.flow import Piece, own

_OURS = "$secondary"


def document_pieces(document: Document) -> list[Piece]:
    """The whole document, as one page."""
    pieces = [Piece(own(document.title, "bold $primary"))]
    if document.name:
        pieces.append(Piece(own(document.name), gap=0))
    pieces.append(Piece(Content.styled(document.date, _OURS), gap=0))
    for part in document.parts:
        pieces += part_pieces(part)
    return [*pieces, Piece(Content.styled(document.footer, _OURS))]


def part_pieces(part: Part, note: str = "") -> list[Piece]:
    """One section: its title, what is to be said about it, and what stands in it."""
    title = own(part.title, "bold")
    if part.aside:
        title = Content.assemble(title, "  ", own(part.aside, _OURS))
    if part.suggested and not note:
        note = _("Suggested by the course")
    said = [Piece(Content.styled(note, f"italic {_OURS}"), gap=0)] if note else []
    return [Piece(title), *said, *blocks_pieces(part.blocks)]


def blocks_pieces(blocks: Iterable[Block]) -> list[Piece]:
    """The blocks one under the other, without space between them."""
    return [piece for block in blocks for piece in block_pieces(block)]


def block_pieces(block: Block) -> list[Piece]:
    """One block. Own words are in the foreground, the course's are quieter."""
    match block:
        case Words():
            style = f"bold {_OURS}" if block.lead else _style(block.own)
            return [Piece(own(block.text, style), gap=0)]
        case Points():
            return _points(block)
        case Details():
            return _details(block)
        case Contacts():
            return [piece for person in block.people for piece in _contact(person)]
        case Table():
            return [piece for row in block.rows for piece in _row(block, row)]
        case EmptyRows():
            heads = " · ".join(head.title for head in block.heads)
            return [Piece(own(_("To fill in: {heads}").format(heads=heads), _OURS), gap=0)]
        case WritingLines():
            return []  # they are for a pen


def _style(is_own: bool) -> str:
    return "" if is_own else _OURS


def _points(block: Points) -> list[Piece]:
    width = len(str(len(block.points))) + 2
    return [
        Piece(own(point, _style(block.own)), _marked(block.mark, number, width), gap=0)
        for number, point in enumerate(block.points, start=1)
    ]


def _details(block: Details) -> list[Piece]:
    """Each line, and below it what belongs to it."""
    width = len(str(len(block.lines))) + 2
    pieces = []
    for number, line in enumerate(block.lines, start=1):
        mark = _marked(block.mark, number, width, ticked=line.ticked)
        pieces.append(Piece(own(line.text, _style(block.own)), mark, gap=0))
        if line.facts:
            facts = " · ".join(fact.told for fact in line.facts)
            pieces.append(Piece(own(facts, _OURS), Content(" " * len(mark)), gap=0))
    return pieces


def _marked(mark: Mark, number: int, width: int, *, ticked: bool = False) -> Content:
    marks = {"point": "• ", "tick": "[x] " if ticked else "[ ] "}
    return Content.styled(marks.get(mark) or f"{number}.".ljust(width), "$primary")


def _contact(person: Contact) -> list[Piece]:
    """Somebody to ring: the name, the number, and below what there is to know."""
    name = Content.assemble(own(person.name), "  ") if person.name else Content()
    who = Content.assemble(name, own(person.number, "bold $primary"))
    pieces = [Piece(who, Content.styled("• ", "$primary"), gap=0)]
    if person.note:
        pieces.append(Piece(own(person.note, _OURS), Content("  "), gap=0))
    return pieces


def _row(table: Table, row: tuple[Cell, ...]) -> list[Piece]:
    if table.boxes:
        return [
            Piece(
                own(in_words(row[0]), _style(table.own)), Content.styled("• ", "$primary"), gap=0
            ),
            Piece(own(table.boxes, _OURS), Content("  "), gap=0),
        ]
    cells = [(head, in_words(cell)) for head, cell in zip(table.heads, row, strict=True)]
    told = [(head, cell) for head, cell in cells if cell.strip()]
    return [
        Piece(
            Content.assemble(own(f"{head}  ", _OURS), own(cell, _style(table.own))),
            Content("  ") if at else Content.styled("• ", "$primary"),
            gap=0,
        )
        for at, (head, cell) in enumerate(told)
    ]
