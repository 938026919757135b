"""What is said when a paper was saved: where it lies, how to print it, and who else can open it."""

from __future__ import annotations

from textual.content import Content

from course.language import _
from course.plan.document import Form
from course.ui.flow import Piece, own
from course.ui.outside import SavedPaper


def saved_pieces(saved: SavedPaper, form: Form, *, alone: bool) -> list[Piece]:
    """``alone``: the learner keeps a notebook here, so the machine is likely their own."""
    pieces = [
        Piece(
            Content.assemble(
                (_("Saved."), "bold $primary"), " ", (_("Nothing was overwritten."), "$secondary")
            )
        ),
        Piece(own(str(saved.path), "bold"), gap=0),
        Piece(Content(_print(form)), gap=0),
    ]
    if saved.unprintable:
        words = _("These signs could not be printed: {signs}").format(
            signs="  ".join(saved.unprintable)
        )
        pieces.append(Piece(own(words, "$accent"), gap=0))
    pieces.append(Piece(Content.styled(_who(alone), "$secondary"), gap=0))
    return pieces


def _print(form: Form) -> str:
    if form == "pdf":
        return _("To print: open it and print, or ask someone you trust.")
    return _("Open it with any program for text. To print, ask someone you trust.")


def _who(alone: bool) -> str:
    if alone:
        return _("Others who use this account can open it.")
    return _("Others who use this machine can open it. Delete it when you have printed it.")
