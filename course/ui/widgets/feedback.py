"""What is said to an answer that can be right, as pieces of a page. Never a cross, never red."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from course.content.prompts import Choose, Order, Prompt, Sort
from course.language import _, ngettext
from course.session.verdict import Feedback, Reason
from course.ui.flow import Piece, line_content, prose_pieces
from course.ui.widgets.passages import panel

_HEAD = 2
"""The pieces before the first reason: an empty line, and the verdict."""


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
    found, counted = feedback.found, {"found": feedback.found, "all": feedback.of}
    if isinstance(prompt, Order):
        return ngettext(
            "{found} of {all} is in its place.", "{found} of {all} are in their places.", found
        ).format(**counted)
    if isinstance(prompt, Sort):
        return ngettext(
            "{found} of {all} is in its box.", "{found} of {all} are in their boxes.", found
        ).format(**counted)
    if feedback.of > 1:
        return _("You found {found} of {all}.").format(**counted)
    return _("Not quite, and many people think so.") if feedback.sure else _("Not quite.")


def verdict_panel(prompt: Prompt, feedback: Feedback, below: Sequence[Piece]) -> list[Piece]:
    """The verdict and what belongs right under it, beside a bar."""
    colour = "$primary" if feedback.right else "$accent"
    head = Piece(verdict(prompt, feedback))
    return panel([head, *below], Content.styled("▌ ", colour))


def reasons_panel(
    prompt: Prompt, feedback: Feedback, reasons: Sequence[Sequence[Piece]]
) -> tuple[list[Piece], int]:
    """The verdict and these reasons beside one bar, and how much must be seen: the first reason."""
    pieces = verdict_panel(prompt, feedback, [piece for reason in reasons for piece in reason])
    return pieces, _HEAD + len(reasons[0]) if reasons else _HEAD


def reason_pieces(reason: Reason, *, mark: str = "", boxed: bool = True) -> list[Piece]:
    """An option's words (and the box it belongs in), then its reason."""
    words = line_content(reason.words, "bold")
    if boxed and reason.box:
        words += Content.styled(f"  → {reason.box}", "$secondary")
    head = Content.styled(f"{mark} ", "bold $primary") if mark else Content()
    return [Piece(words, head), *prose_pieces(reason.why, before=Content(" " * head.cell_length))]


def choose_pieces(prompt: Choose, feedback: Feedback) -> tuple[list[Piece], int]:
    """Everything to say, beside one bar, and how many of the pieces must be seen at once."""
    picked = [reason for reason in feedback.reasons if reason.picked]
    first = [piece for reason in picked for piece in _why_of_picked(reason, len(picked) > 1)]
    below = [] if feedback.again else [*_found(feedback), *_others(feedback)]
    return verdict_panel(prompt, feedback, [*first, *below]), _HEAD + len(first)


def _found(feedback: Feedback) -> list[Piece]:
    found = [reason for reason in feedback.reasons if reason.right and not reason.picked]
    return [piece for reason in found for piece in reason_pieces(reason, mark="✓")]


def _others(feedback: Feedback) -> list[Piece]:
    others = [reason for reason in feedback.reasons if not (reason.right or reason.picked)]
    head = Piece(Content.styled(_("The other answers"), "bold $secondary"))
    pieces = [piece for reason in others for piece in reason_pieces(reason, mark="·")]
    return [head, *pieces] if others else []


def _why_of_picked(reason: Reason, several: bool) -> list[Piece]:
    return (
        reason_pieces(reason, mark="✓" if reason.right else "·")
        if several
        else prose_pieces(reason.why)
    )
