"""What is said to an answer that can be right, as pieces of a page. Never a cross, never red."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from course.content.prompts import Choose, Order, Prompt, Sort
from course.language import _
from course.session.verdict import Feedback, Reason
from course.ui.flow import Piece, line_content, prose_pieces
from course.ui.widgets.passages import panel


def verdict(prompt: Prompt, feedback: Feedback) -> Content:
    """One line that says how it stands, in words with a shape."""
    if feedback.right:
        return Content.styled("✓ " + _praise(prompt, feedback), "bold $primary")
    return Content.styled("○ " + _partly(prompt, feedback), "bold $accent")


def _praise(prompt: Prompt, feedback: Feedback) -> str:
    match prompt:
        case Order():
            return _("All in order.")
        case Sort():
            return _("All in their places.")
        case _ if feedback.of > 1:
            return _("You found all {number}.").format(number=feedback.of)
        case _:
            return _("You found it.")


def _partly(prompt: Prompt, feedback: Feedback) -> str:
    counted = {"found": feedback.found, "all": feedback.of}
    if isinstance(prompt, Order):
        return _("{found} of {all} are in their place.").format(**counted)
    if isinstance(prompt, Sort):
        return _("{found} of {all} are in their box.").format(**counted)
    if feedback.of > 1:
        return _("You found {found} of {all}.").format(**counted)
    return _("Not quite, and many people think so.") if feedback.sure else _("Not quite.")


def verdict_panel(prompt: Prompt, feedback: Feedback, below: Sequence[Piece]) -> list[Piece]:
    """The verdict and what belongs right under it, beside a bar."""
    colour = "$primary" if feedback.right else "$accent"
    head = Piece(verdict(prompt, feedback))
    return panel([head, *below], Content.styled("▌ ", colour))


def reason_pieces(reason: Reason, *, mark: str = "", boxed: bool = True) -> list[Piece]:
    """An option's words (and the box it belongs in), then its reason."""
    words = line_content(reason.words, "bold")
    if boxed and reason.box:
        words += Content.styled(f"  → {reason.box}", "$secondary")
    head = Content.styled(f"{mark} ", "bold $primary") if mark else Content()
    return [Piece(words, head), *prose_pieces(reason.why, before=Content(" " * head.cell_length))]


def choose_pieces(prompt: Choose, feedback: Feedback) -> tuple[list[Piece], int]:
    """Everything to say, and how many of the pieces must be seen at once."""
    picked = [reason for reason in feedback.reasons if reason.picked]
    first = [piece for reason in picked for piece in _why_of_picked(reason, len(picked) > 1)]
    pieces = verdict_panel(prompt, feedback, first)
    seen = len(pieces)
    if feedback.again:
        return pieces, seen
    found = [reason for reason in feedback.reasons if reason.right and not reason.picked]
    pieces += [piece for reason in found for piece in reason_pieces(reason, mark="✓")]
    others = [reason for reason in feedback.reasons if not (reason.right or reason.picked)]
    if others:
        pieces.append(Piece(Content.styled(_("The other answers"), "bold $secondary")))
        pieces += [piece for reason in others for piece in reason_pieces(reason, mark="·")]
    return pieces, seen


def _why_of_picked(reason: Reason, several: bool) -> list[Piece]:
    return (
        reason_pieces(reason, mark="✓" if reason.right else "·")
        if several
        else prose_pieces(reason.why)
    )
