"""A workbook as a PDF: all lessons to read and to fill in by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from course.language import _
from course.paper.layouts import drafted
from course.paper.pdf import Pdf, compiled
from course.paper.sheet import as_data
from course.plan.document import Sheet
from course.plan.workbook.book import Workbook
from course.text import shown


def workbook_pdf(book: Workbook, *, sheet: Sheet, made: datetime) -> Pdf:
    """The book on paper. The same book, sheet and moment give the same bytes."""
    return compiled(
        _for_typst(book),
        lambda printable: drafted("workbook", printable, {"sheet": sheet}, made),
        instead=_("The lessons can be read on a screen, and the plan saved as text."),
    )


def _for_typst(book: Workbook) -> dict[str, Any]:
    data: dict[str, Any] = as_data(book)
    data["metadata-title"] = shown(book.title)  # viewers and printers show it: names nothing else
    data["words"] = {name: shown(said) for name, said in _words().items()}
    return data


def _words() -> dict[str, str]:
    return {
        "suggested": _("suggested"),
        "contents": _("Contents"),
        "how-title": _("How to use this book"),
        "how-tick": _("Read a page, then do what stands below it. Skip what you do not like."),
        "how-order": _("Each lesson stands on its own. Take them in any order, at your own speed."),
        "how-answers": _(
            "The answers are at the back, from page {page}. Each says why. "
            "Nothing about your life is ever marked."
        ),
        "how-plan": _(
            "Your plan is at the very end, from page {page}. Copy your best lines there."
        ),
        "how-help": _(
            "In a bad minute, turn to page {page}. "
            "Where a text says F1 or Help now, it means that page."
        ),
        "how-machine": _(
            "Some words are about the same course on a machine: other keys, screens, a printer. "
            "On paper you do not need them."
        ),
        "how-private": _(
            "What you write in here can be read by who finds it. Use nicknames if you like."
        ),
        "belongs": _("This book belongs to (a nickname is fine, or leave it empty)"),
        "help": _("Help now"),
        "help-at": _("Help now: page {page}"),
        "more-lines": _("Help lines"),
        "lesson": _("Lesson {number}"),
        "minutes": _("{number} minutes"),
        "go": _("go to {scene}"),
        "story-ends": _("The story ends here. The reasons are at the back, on page {page}."),
        "answers": _("Answers"),
        "answers-lead": _(
            "Try first, then look. Every answer has its reason, also the ones that do not fit."
        ),
        "free": _("Your own words count here, and nothing is to be checked:"),
        "plan": _("My plan"),
        "plan-lead": _(
            "From least help to most help. Fill in what you know, and leave the rest for later."
        ),
        "start": _("Start here"),
    }
