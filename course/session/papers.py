"""A paper of this learner, as it stands today."""

from __future__ import annotations

from course.content.help_lines import HelpLine
from course.errors import HandrailError
from course.plan.asked import only_begun
from course.plan.build import build
from course.plan.document import Document, Paper
from course.plan.laid import laid_out
from course.plan.wallet import callable_lines, called_line
from course.session.session import Session


def document(session: Session, paper: Paper) -> Document:
    """What goes on the paper. Reads lessons: call in a worker. Raises HandrailError."""
    today, region = session.moment().astimezone().date(), session.notebook.settings.region
    return build(session.course, session.notebook, paper, today=today, region=region)


def lines_for_code(session: Session) -> tuple[HelpLine, ...]:
    """The help lines of the learner's country that the code on the wallet card can call."""
    try:
        return callable_lines(session.course.help_lines(session.notebook.settings.region))
    except HandrailError:
        return ()


def line_of_code(session: Session) -> HelpLine | None:
    """The one that it calls."""
    return called_line(lines_for_code(session), session.notebook.settings.help_line)


def fitting(session: Session) -> Paper:
    """The card while only the quick start was done, later the plan."""
    course, notebook = session.course, session.notebook
    try:
        laid = laid_out(course, notebook, region=notebook.settings.region)
        return "card" if only_begun(course, notebook, laid) else "plan"
    except HandrailError:
        return "card"
