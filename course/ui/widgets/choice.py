"""One of the things to choose, and its lines."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from course.ui.flow import AIR, NOTHING, Piece, lines_laid


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list, or a few."""

    id: str
    words: Content
    mark: str = ""
    """Its state, as a shape before the words: ``( )``, ``[x]``."""
    tail: Content = NOTHING
    """Behind the words, and never broken from its own: on a line below where there is no room."""
    plain: bool = False
    """A way on, and not one of the numbered things."""


def choice_lines(choice: Choice, key: str, width: int, *, lit: bool) -> list[Content]:
    """Its lines at that width; with a bar and raised where the highlight is."""
    bar = Content.styled("▌ ", "$primary") if lit else Content("  ")
    head = bar + Content.styled(key, "bold $accent")
    if choice.mark:
        head += Content(f"{choice.mark} ")
    rest = bar + Content(" " * (head.cell_length - 2))
    fill = "on $raised" if lit else "on $surface"
    words, room = choice.words, max(8, width - head.cell_length - AIR)
    below: list[Piece] = []
    if choice.tail:
        last = words.wrap(room)[-1] if words else words
        if last.cell_length + 2 + choice.tail.cell_length <= room:
            words += Content("  ") + choice.tail
        else:
            below = [Piece(choice.tail, rest, rest, 0, fill)]
    return lines_laid([Piece(words, head, rest, fill=fill), *below], width)
