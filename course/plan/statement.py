"""A statement of participation: filled in and signed by hand. It stores and claims nothing."""

from __future__ import annotations

from datetime import date

from course.content.course import Course
from course.language import _
from course.notebook.notebook import Notebook
from course.plan.document import Document, EmptyRows, Head, Part, Points, Words, WritingLines

_SESSIONS = 12


def statement(_course: Course, _notebook: Notebook, *, today: date, region: str) -> Document:
    """The same for everyone: nothing of the notebook is read, and no day is printed."""
    sessions = (
        Head(_("Day"), "date"),
        Head(_("What the group worked on")),
        Head(_("Minutes"), "date"),
    )
    return Document(
        title=_("Statement of participation"),
        footer=_("Written by hand. The program that printed this sheet keeps no names."),
        parts=(
            Part("who", _("Name"), _("written by hand, or left empty"), (WritingLines(1),)),
            Part("when", _("Took part in"), blocks=(EmptyRows(sessions, _SESSIONS),)),
            Part(
                "what-not",
                _("What this paper says, and what it does not"),
                blocks=(
                    Points(
                        (
                            _("It says that a person was there and took part on these days."),
                            _("It does not say how anybody is, or what they said."),
                            _("It is no certificate, no treatment record, and no test result."),
                            _(
                                "Before you rely on it, ask the court, office or officer whether "
                                "they take it."
                            ),
                        ),
                        own=False,
                    ),
                ),
            ),
            Part(
                "signed",
                _("Signed by the person who led the group"),
                blocks=(
                    EmptyRows((Head(_("Name")), Head(_("Signature")), Head(_("Day"), "date")), 1),
                    Words(_("Each group decides for itself whether it signs."), own=False),
                ),
            ),
        ),
        language=_course.language,
    )
