"""A paper of this learner, as it stands today."""

from __future__ import annotations

from course.errors import HandrailError
from course.plan.asked import only_begun
from course.plan.build import build
from course.plan.document import Document, Paper
from course.plan.laid import laid_out
from course.session.session import Session


def document(session: Session, paper: Paper) -> Document:
    """What goes on the paper. Reads lessons: call in a worker. Raises HandrailError."""
    today, region = session.moment().astimezone().date(), session.notebook.settings.region
    return build(session.course, session.notebook, paper, today=today, region=region)


def fitting(session: Session) -> Paper:
    """The card while only the quick start was done, later the plan."""
    course, notebook = session.course, session.notebook
    try:
        laid = laid_out(course, notebook, region=notebook.settings.region)
        return "card" if only_begun(course, notebook, laid) else "plan"
    except HandrailError:
        return "card"
