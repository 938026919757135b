"""A document as the bytes of a file, in the form that was asked for."""

from __future__ import annotations

from datetime import datetime

from course.plan.document import Document, Form, Paper, Sheet
from course.plan.papers import Made


def made(document: Document, *, paper: Paper, form: Form, sheet: Sheet, at: datetime) -> Made:
    """The document in that form. What a form needs is imported when it is made."""
    if form == "pdf":
        from course.paper.pdf import to_pdf

        pdf = to_pdf(document, paper=paper, sheet=sheet, made=at)
        return Made(pdf.bytes, pdf.pages, pdf.unprintable, pdf.notes)
    if form == "md":
        from course.paper.markdown import to_markdown

        return Made(to_markdown(document).encode())
    if form == "html":
        from course.paper.html import to_html

        return Made(to_html(document, paper=paper, sheet=sheet).encode())
    from course.paper.plain_text import to_text

    return Made(to_text(document).encode())
