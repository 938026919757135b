"""How far something is, as a bar of shapes with its number beside it."""

from __future__ import annotations

from textual.content import Content

from course.language import _
from course.ui.flow import Piece

_WIDTH = 24


def progress(words: str, done: int, of: int) -> list[Piece]:
    """The words; with a bar where there is more than one thing to do."""
    said = Piece(Content.styled(words, "$secondary"))
    if of < 2:
        return [said]
    full = _WIDTH * done // of
    bar = Content.assemble(("━" * full, "$primary"), ("─" * (_WIDTH - full), "$secondary"))
    count = _("{done} of {of}").format(done=done, of=of)
    return [said, Piece(bar + Content.styled(f"  {count}", "$secondary"), gap=0)]
