"""What a layout says about how it came out, in sentences for the person who asked for the paper."""

from __future__ import annotations

from typing import Any

from course.language import _, ngettext
from course.paper.draft import Draft
from course.plan.document import Paper

_LEAVE_NOTES = ("door", "wallet")


def notes_of(draft: Draft) -> tuple[str, ...]:
    """The notes the template left, in their order; most templates leave none."""
    if draft.template not in _LEAVE_NOTES:
        return ()
    return tuple(_sentence(**note) for note in draft.said("note"))


def unfolded(paper: Paper, pages: int) -> tuple[str, ...]:
    """What to say of a card whose words do not fit on the sheet that folds."""
    if paper != "card" or pages == 1:
        return ()
    said = _("It takes {count} pages and cannot be folded. Shorter lines may make it one sheet.")
    return (said.format(count=pages),)


def _sentence(kind: str, title: str, count: int) -> str:
    sentences: dict[str, Any] = {
        "left": ngettext(
            "“{title}”: {count} line did not fit. It is in your plan.",
            "“{title}”: {count} lines did not fit. They are in your plan.",
            count,
        ),
        "small": _("“{title}”: the letters are very small. Shorter lines make them larger."),
        "cover": _("“{title}”: it is too long for the cover, and was left off."),
        "pages": _("It takes {count} pages. Shorter words under “{title}” make it one."),
    }
    return str(sentences[kind]).format(title=title, count=count)
