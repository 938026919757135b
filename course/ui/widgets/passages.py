"""A reading step as pieces of a page: who says what is never left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from course.language import _
from course.ui.flow import Piece, prose_pieces

if TYPE_CHECKING:
    from course.content.lesson import Passage, Reading
    from course.session.session import Session

_BARS = {"article": "$secondary", "research": "$primary", "course": "$accent", "safety": "$error"}


def reading_pieces(reading: Reading, session: Session) -> list[Piece]:
    """The title, then each passage in its voice."""
    pieces = [Piece(Content.styled(reading.title, "bold $primary"))] if reading.title else []
    for passage in reading.passages:
        pieces += passage_pieces(passage, session)
    return pieces


def passage_pieces(passage: Passage, session: Session) -> list[Piece]:
    """The lesson's own words as they are; everybody else's beside a bar, under their name."""
    prose = session.filled(passage.prose)
    if passage.voice not in _BARS:
        body = prose_pieces(prose)
        if passage.voice == "summary":
            body.insert(0, Piece(Content.styled(_("In short"), "bold $secondary"), gap=0))
        return [Piece(Content(), gap=0), *body]
    colour = _BARS[passage.voice]
    bar = Content.styled("▌ ", colour)
    words = [Piece(Content.styled(_name(passage), f"bold {colour}")), *prose_pieces(prose)]
    below = [Content.styled(text, "$secondary") for text in _below(passage, session)]
    words += [Piece(text, gap=0 if number else 1) for number, text in enumerate(below)]
    return panel(words, bar)


def panel(pieces: Sequence[Piece], bar: Content) -> list[Piece]:
    """Pieces on the surface beside a bar, with the first one close to the second."""
    closed = [Piece(Content(), gap=0)]
    for number, piece in enumerate(pieces):
        gap = piece.gap if number > 1 else 0
        rest = bar + (piece.rest or Content(" " * piece.first.cell_length))
        closed.append(Piece(piece.content, bar + piece.first, rest, gap, "on $surface"))
    return closed


def _name(passage: Passage) -> str:
    names = {
        "article": _("The article says"),
        "research": _("What newer research adds"),
        "course": _("A note from this course"),
    }
    return names.get(passage.voice) or passage.title or _("Your safety")


def _below(passage: Passage, session: Session) -> Iterator[str]:
    """Where it comes from, and who has looked at it."""
    if passage.voice == "safety":
        text = session.course.find_safety(passage.refs[0]) if passage.refs else None
        if text is None or not text.reviewed_by:
            yield _("Not yet reviewed by a clinician.")
    elif passage.voice == "research":
        for ref in passage.refs:
            if source := session.source(ref):
                yield _source(source.title, source.year, source.counted)


def _source(title: str, year: int, counted: str) -> str:
    named = f"{title}, {year}" if year else title
    if not counted:
        return _("Source: {source}.").format(source=named)
    return _("Source: {source}. Counted: {who}.").format(source=named, who=counted)
