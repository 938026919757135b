"""A document as a tagged PDF, set by Typst.

Learner words reach Typst as JSON values and never as source. Typst is imported when the first
paper is made: it is large, and a machine may not have it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from course.errors import PaperError
from course.language import _
from course.paper.draft import Draft
from course.paper.layouts import laid_out
from course.paper.notes import notes_of, unfolded
from course.paper.printable import Printable, own_fonts, printables
from course.paper.sheet import for_typst
from course.plan.document import Document, Paper, Sheet

if TYPE_CHECKING:
    import typst


@dataclass(frozen=True, slots=True)
class Pdf:
    """The bytes of a PDF, how many pages it has, the characters no font here could show, and what
    a person should know about how it came out."""

    bytes: bytes
    pages: int
    unprintable: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def to_pdf(document: Document, *, paper: Paper, sheet: Sheet, made: datetime) -> Pdf:
    """The document on paper. The same document, sheet and moment give the same bytes."""
    pdf = compiled(
        for_typst(document),
        lambda printable: laid_out(paper, printable, sheet, made),
        instead=_("Save it as a web page instead, and print that from a browser."),
    )
    return replace(pdf, notes=pdf.notes + unfolded(paper, pdf.pages))


def compiled(data: Any, draft: Callable[[Printable], Draft], *, instead: str) -> Pdf:
    """The data as the draft sets it, in fonts that can show it. ``instead`` is a way out."""
    try:
        import typst  # large, and not there on every kind of machine
    except ImportError as missing:
        raise PaperError(_("This computer cannot make a PDF.") + " " + instead) from missing
    for printable in printables(data, partial(_fonts, typst)):
        try:
            drafted = draft(printable)
        except RuntimeError:  # TypstError, or what a query raises
            continue
        return Pdf(drafted.pdf, drafted.pages, printable.unprintable, notes_of(drafted))
    raise PaperError(_("The PDF could not be made.") + " " + instead)


@cache
def _fonts(engine: Any, borrow: bool) -> typst.Fonts:
    """Looked for and read once, and then known. Ours come first, so that a font of the machine
    that has the same name is never taken for one of them."""
    folders = sorted({str(font.parent) for font in own_fonts()})
    if borrow:
        theirs = engine.Fonts(include_embedded_fonts=False).fonts()
        folders += sorted({os.path.dirname(font.path) for font in theirs if font.path})
    fonts: typst.Fonts = engine.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )
    return fonts
