"""A reading step as pieces of a page: who says what is never left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from course.content.grounds import grounds, speaker
from course.ui.flow import BLANK, NOTHING, Piece, prose_pieces

if TYPE_CHECKING:
    from course.content.lesson import Passage, Reading
    from course.session.session import Session

_GROUND = "on $surface"
_BARS = {"article": "$secondary", "research": "$primary", "course": "$accent", "safety": "$error"}


def reading_pieces(reading: Reading, session: Session | None) -> list[Piece]:
    """The title, then each passage in its voice. A page that stands alone needs no session."""
    pieces = [Piece(Content.styled(reading.title, "bold $primary"))] if reading.title else []
    for passage in reading.passages:
        said = passage_pieces(passage, session, reading.title)
        pieces += said if said[0].edge or (pieces and pieces[-1].edge) else [BLANK, *said]
    return pieces


def passage_pieces(passage: Passage, session: Session | None, under: str = "") -> list[Piece]:
    """The lesson's own words as they are; everybody else's beside a bar, under their name."""
    said = session.filled(passage.prose) if session else passage.prose
    name, prose = speaker(passage, under), prose_pieces(said)
    colour = _BARS.get(passage.voice, "$secondary")
    named = [Piece(Content.styled(name, f"bold {colour}"), gap=0)] if name else []
    if passage.voice not in _BARS:
        return [*named, *prose]
    found = grounds(passage, session.source, session.course.find_safety) if session else ()
    below = [Content.styled(text, "$secondary") for text in found]
    notes = [Piece(text, gap=0 if number else 1) for number, text in enumerate(below)]
    return panel([*named, *prose, *notes], Content.styled("▌ ", colour))


def panel(pieces: Sequence[Piece], bar: Content) -> list[Piece]:
    """Pieces on the surface beside a bar, between its upper and its lower edge."""
    upper, lower = (Piece(NOTHING, fill=_GROUND, edge=half) for half in "▄▀")
    closed = []
    for number, piece in enumerate(pieces):
        gap = piece.gap if number else 0
        rest = bar + (piece.rest or Content(" " * piece.first.cell_length))
        closed.append(Piece(piece.content, bar + piece.first, rest, gap, _GROUND))
    return [upper, *closed, lower]
