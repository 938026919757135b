"""What stands on Help now, tile by tile. Complete with a region alone, and even without one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from course.emergency import (
    ACT,
    CHANGES,
    CRISIS_ASKED,
    NO_ALARM,
    NO_LINES,
    OVERDOSE,
    REVIEW,
    crisis_number,
    emergency_number,
    overdose_steps,
    place_name,
)
from course.language import _
from course.plan.document import Block
from course.ui.flow import Piece, own, prose_pieces
from course.ui.widgets.document_view import blocks_pieces
from course.ui.widgets.tiles import Tile

if TYPE_CHECKING:
    from course.content.prose import Prose
    from course.plan.help import Line, Lines, Mine, Slip

_QUIET = "$secondary"
_RUST = "bold $error"
_SPRAY = 3
"""The step that needs naloxone."""


def overview(region: str, lines: Lines | None = None, mine: Mine | None = None) -> list[Tile]:
    """Overdose first, then not coping, then the learner's own, then all lines of the country."""
    tiles = [_overdose(region, mine.naloxone if mine else ()), _crisis(region, lines)]
    if mine is not None:
        tiles.append(_used())
        own = (
            ("people", _("My people"), mine.people),
            ("pairs", _("When this comes"), mine.pairs),
            ("reasons", _("My reasons"), mine.reasons),
        )
        tiles += [_headed(name, title, blocks) for name, title, blocks in own if blocks]
    tiles.append(_every(region, lines))
    return tiles


def _overdose(region: str, naloxone: tuple[Block, ...]) -> Tile:
    pieces = [
        Piece(Content.styled(_(OVERDOSE), _RUST)),
        Piece(_with_number(_(ACT), emergency_number(region)), gap=0),
        *_my_naloxone(naloxone),
        Piece(_key(_("Enter"), _("or O opens the six steps")), gap=0),
    ]
    return Tile("overdose", tuple(pieces), "$error")


def _my_naloxone(naloxone: tuple[Block, ...], indent: str = "") -> list[Piece]:
    lead = Content(indent) + Content.styled(_("My naloxone:") + " ", "bold")
    rest = Content(" " * lead.cell_length)
    return [
        replace(piece, first=rest if at else lead, rest=rest)
        for at, piece in enumerate(blocks_pieces(naloxone))
    ]


def _crisis(region: str, lines: Lines | None) -> Tile:
    number, emergency = crisis_number(region), emergency_number(region)
    pieces = [
        Piece(Content.styled(_(CRISIS_ASKED), "bold")),
        Piece(_with_number(_("Call {emergency}."), number), gap=0),
    ]
    if lines is not None and lines.listening is not None:
        pieces += _listening(lines.listening)
    elif lines is not None and lines.directory is not None:
        pieces += _about(lines.directory)
    if number != emergency:
        danger = _with_number(_("In danger now? Call {emergency}."), emergency)
        pieces.append(Piece(danger, gap=0))
    pieces.append(Piece(Content.styled(_("You can say: I am not safe tonight."), "italic"), gap=0))
    return Tile("crisis", tuple(pieces))


def _used() -> Tile:
    pieces = (
        Piece(Content.styled(_("I used, or I am about to"), "bold")),
        Piece(Content(_("Get safe first. It is not the end of anything.")), gap=0),
        Piece(_key(_("Enter"), _("or U opens what to do, step by step")), gap=0),
    )
    return Tile("used", pieces)


def slip_steps(slip: Slip, prose: Prose) -> list[Tile]:
    """What to do after using, then one's own plan for it. ``prose`` has the number put in."""
    said = (Piece(Content.styled(slip.title, _RUST)), *_spaced(prose_pieces(prose)))
    tiles = [Tile("slip", said, "$error")]
    if slip.mine:
        tiles.append(_headed("mine", _("My own plan for this"), slip.mine))
    tiles.append(Tile("review", (Piece(Content.styled(_(REVIEW), _QUIET)),)))
    return tiles


def _spaced(pieces: list[Piece]) -> list[Piece]:
    return [replace(piece, gap=1) for piece in pieces]


def _headed(tile_id: str, title: str, blocks: Iterable[Block]) -> Tile:
    return Tile(tile_id, (Piece(Content.styled(title, "bold")), *blocks_pieces(blocks)))


def _every(region: str, lines: Lines | None) -> Tile:
    place = place_name(region)
    title = _("Help lines: {place}").format(place=place) if place else _("Help lines")
    pieces = [
        Piece(Content.styled(title, "bold")),
        Piece(_key("C", _("changes the country") if region else _("says where you are")), gap=0),
    ]
    for line in lines.every if lines else ():
        pieces += _about(line)
    if lines is not None and not lines.every:
        pieces.append(Piece(Content(_(NO_LINES))))
    pieces.append(Piece(Content(_(CHANGES))))
    pieces.append(Piece(Content.styled(_(NO_ALARM), _QUIET), gap=0))
    return Tile("lines", tuple(pieces))


def _about(line: Line) -> list[Piece]:
    name = Content.assemble(own(line.name), "  ", own(line.number, "bold $primary"))
    under = [own(line.what), own(line.sure, _QUIET)]
    return [
        Piece(name, Content.styled("• ", "$primary"), gap=0),
        *(Piece(words, Content("  "), gap=0) for words in under if words.plain),
    ]


def _listening(line: Line) -> list[Piece]:
    """The line whose number was just said."""
    facts = [f"{line.name}. {line.what}", line.sure]
    return [
        Piece(own(text, style), gap=0)
        for text, style in zip(facts, ("", _QUIET), strict=True)
        if text
    ]


def steps(region: str, naloxone: tuple[Block, ...] = ()) -> list[Tile]:
    """The six steps, each in a tile of its own."""
    tiles = []
    for number, (name, what) in enumerate(overdose_steps(region), start=1):
        mark = Content.styled(f"{number}  ", _RUST)
        pieces = [
            Piece(Content.styled(name, _RUST), mark),
            Piece(_shining(what, emergency_number(region)), Content("   "), gap=0),
        ]
        if number == _SPRAY:
            pieces += _my_naloxone(naloxone, indent="   ")
        tiles.append(Tile(f"step-{number}", tuple(pieces), "$error"))
    tiles.append(Tile("review", (Piece(Content.styled(_(REVIEW), _QUIET)),)))
    return tiles


def _with_number(sentence: str, number: str) -> Content:
    """The sentence with the number to ring in bold."""
    return _shining(sentence.format(emergency=number), number)


def _shining(text: str, number: str) -> Content:
    before, found, after = text.partition(number)
    return Content.assemble(before, (found, _RUST), after)


def _key(key: str, what: str) -> Content:
    return Content.assemble((key, "bold $accent"), " ", (what, _QUIET))
