"""What is said when papers were saved: where they lie, how to print, who else can open them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.content import Content

from course.language import _, ngettext
from course.plan.document import Form
from course.plan.papers import Made
from course.ui.flow import Piece, own
from course.ui.making import Missed
from course.ui.outside import SavedPaper


def saved_pieces(
    saved: Sequence[SavedPaper], form: Form, *, alone: bool, opens: bool = False, before: int = 0
) -> list[Piece]:
    """``alone``: the learner keeps a notebook here, so the machine is likely their own.
    ``opens``: a key shows it in the computer's own viewer. ``before``: how many more lie here."""
    pieces = [
        Piece(
            Content.assemble(
                (_("Saved."), "bold $primary"), " ", (_("Nothing was overwritten."), "$secondary")
            )
        ),
        *(piece for each in saved for piece in _saved(each)),
        Piece(Content(_open(len(saved)) if opens else _print(form, len(saved))), gap=0),
    ]
    who = Piece(Content.styled(_who(alone, len(saved), before), "$secondary"), gap=0)
    return [*pieces, *_lost(saved), who]


def lost_pieces(made: Sequence[Made]) -> list[Piece]:
    """Which signs and lines are not on these papers."""
    return [*_lost(made), *(piece for each in made for piece in _noted(each))]


def _lost(made: Sequence[Made | SavedPaper]) -> list[Piece]:
    signs = dict.fromkeys(sign for each in made for sign in each.unprintable)
    words = _("These signs could not be printed: {signs}").format(signs="  ".join(signs))
    return [Piece(own(words, "$accent"), gap=0)] if signs else []


def _noted(made: Made | SavedPaper) -> list[Piece]:
    return [Piece(own(note, "$accent"), gap=0) for note in made.notes]


def _saved(paper: SavedPaper) -> list[Piece]:
    """Where it lies, and how it came out."""
    path = Piece(own(str(paper.path), "bold"), gap=0)
    return [path, *_noted(paper)]


def missed_words(missed: Sequence[Missed], of: int) -> list[str]:
    """Which of so many papers are not there; each reason once."""
    if of == 1:
        return [one.why for one in missed]
    papers = {
        one.why: [_(each.kind.title) for each in missed if each.why == one.why] for one in missed
    }
    words = _("Missing: {papers}. {why}")
    return [words.format(papers="; ".join(some), why=why) for why, some in papers.items()]


def missed_pieces(missed: Sequence[Missed], of: int) -> list[Piece]:
    """The same, to be seen."""
    return [Piece(own(words, "bold $error")) for words in missed_words(missed, of)]


def opened_pieces(paths: Sequence[Path], *, alone: bool, before: int = 0) -> list[Piece]:
    """What is said when they were opened in the computer's own viewer."""
    words = ngettext(
        "It opens in a window of its own. Print it from there.",
        "They open in windows of their own. Print them from there.",
        len(paths),
    )
    return [
        Piece(Content.styled(words, "bold $primary")),
        *(Piece(own(str(path), "bold"), gap=0) for path in paths),
        Piece(Content.styled(_who(alone, len(paths), before), "$secondary"), gap=0),
    ]


def deleted_pieces(paths: Sequence[Path]) -> list[Piece]:
    """What is said when they were deleted again; nothing of none."""
    if not paths:
        return []
    words = ngettext(
        "Deleted. It is gone from here.", "Deleted. They are gone from here.", len(paths)
    )
    gone = (Piece(own(str(path)), gap=0) for path in paths)
    return [Piece(Content.styled(words, "$primary")), *gone]


def _print(form: Form, number: int) -> str:
    if form == "pdf":
        return ngettext(
            "To print: open it and print, or ask someone you trust.",
            "To print: open them and print, or ask someone you trust.",
            number,
        )
    if form == "html":
        return ngettext(
            "To print: open it in a browser and print, or ask someone you trust.",
            "To print: open them in a browser and print, or ask someone you trust.",
            number,
        )
    return ngettext(
        "Open it with any program for text. To print, ask someone you trust.",
        "Open them with any program for text. To print, ask someone you trust.",
        number,
    )


def _open(number: int) -> str:
    return ngettext(
        "To print: press O to open it, and print it from there.",
        "To print: press O to open them, and print them from there.",
        number,
    )


def _who(alone: bool, number: int, before: int) -> str:
    if alone:
        return ngettext(
            "Others who use this account can open it.",
            "Others who use this account can open them.",
            number,
        )
    if before:
        return _(
            "Others who use this machine can open this, and what you saved before. Press D to"
            " delete all of it when it is printed."
        )
    return ngettext(
        "Others who use this machine can open it. Press D to delete it when you have printed it.",
        "Others who use this machine can open them. Press D to delete them when they are printed.",
        number,
    )
