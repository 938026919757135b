"""The papers that can be made: what each is called, what it is for, and in which forms.

To add one: name it in ``document.Paper``, put it here, and lay it out in ``paper.layouts`` if the
plan's layout does not suit it.
"""

from __future__ import annotations

from dataclasses import dataclass

from course.language import N_
from course.plan.document import Form, Paper

_EVERY: tuple[Form, ...] = ("pdf", "txt", "md")


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper. Title and words are not translated yet."""

    paper: Paper
    title: str
    about: str
    forms: tuple[Form, ...] = _EVERY
    mine: bool = True
    """Holds what the learner wrote; others are the same for everyone."""
    one_sided: bool = False
    """Never printed on both sides: it is folded, cut, or hung up."""


PAPERS = (
    PaperKind("plan", N_("My plan, two pages"), N_("All parts. Keep it where you can reach it.")),
    PaperKind(
        "card",
        N_("My card"),
        N_("The parts that are needed first, to fold and carry."),
        one_sided=True,
    ),
    PaperKind("share", N_("My plan to share"), N_("Without the lines that you marked as private.")),
)
"""All of them, in the order they are offered in."""


def kind_of(paper: Paper) -> PaperKind:
    """What is known about a paper."""
    return next(kind for kind in PAPERS if kind.paper == paper)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as bytes, its pages, and the characters that could not be printed."""

    data: bytes
    pages: int = 0
    """How many pages a PDF has; 0 for text, which has none."""
    unprintable: tuple[str, ...] = ()
