"""The papers that can be made: what each is called, what it is for, and in which forms.

To add one: name it in ``document.Paper``, put it here, and lay it out in ``paper.layouts`` if the
plan's layout does not suit it.
"""

from __future__ import annotations

from dataclasses import dataclass

from course.language import N_
from course.plan.document import Form, Paper

_EVERY: tuple[Form, ...] = ("pdf", "html", "txt", "md")


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
    coded: bool = False
    """Bears a code that calls a help line."""


PAPERS = (
    PaperKind("plan", N_("My plan, two pages"), N_("All parts. Keep it where you can reach it.")),
    PaperKind(
        "card",
        N_("My card, a sheet folded twice"),
        N_("The parts that are needed first, to fold and carry."),
        one_sided=True,
    ),
    PaperKind("share", N_("My plan to share"), N_("Without the lines that you marked as private.")),
    PaperKind(
        "wallet",
        N_("Wallet card, two to a sheet"),
        N_("First steps, people, numbers. Cut out and folded, as small as a bank card."),
        one_sided=True,
        coded=True,
    ),
    PaperKind(
        "door",
        N_("Door sheet: if someone will not wake up"),
        N_("What to do, and where the naloxone is, in large letters to hang up."),
        one_sided=True,
    ),
    PaperKind(
        "large",
        N_("My plan in large print"),
        N_("All parts in very large letters, one below the other."),
    ),
    PaperKind(
        "week",
        N_("My weeks, a chart"),
        N_("What holds you, with a box to tick for each of five weeks."),
        one_sided=True,
    ),
    PaperKind(
        "blank",
        N_("Blank plan, to write on by hand"),
        N_("All parts with lines to write on. For a group, or for a pen of your own."),
        mine=False,
    ),
    PaperKind(
        "statement",
        N_("Statement of participation"),
        N_("Filled in and signed by hand. It says that a person was there, and nothing else."),
        mine=False,
        one_sided=True,
    ),
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
    notes: tuple[str, ...] = ()
    """What a person should know about how it came out, in sentences: lines that did not fit."""
