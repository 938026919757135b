"""A document as a tagged PDF, set by Typst.

Learner words reach Typst as JSON values and never as source. Typst is imported when the first
paper is made: it is large, and a machine may not have it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from course.errors import PaperError
from course.language import _
from course.paper.printable import Printable, own_fonts, printables
from course.paper.sheet import for_typst
from course.plan.document import Document

if TYPE_CHECKING:
    import typst

Paper: TypeAlias = Literal["plan", "card"]
Sheet: TypeAlias = Literal["a4", "us-letter"]

_TEMPLATES = Path(__file__).parent / "templates"
_STANDARDS: list[Any] = ["ua-1", "a-2a"]
_BASES = ("10.8", "10.4", "10", "9.6")
_FALL_BACK = {"front": "any", "base": "10", "lines": "0"}
"""How a plan is set that needs more than two pages."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """The bytes of a PDF, and the characters that no font here could show."""

    bytes: bytes
    unprintable: tuple[str, ...] = ()


def to_pdf(document: Document, *, paper: Paper, sheet: Sheet, made: datetime) -> Pdf:
    """The document on paper. The same document, sheet and moment give the same bytes."""
    return compiled(
        for_typst(document),
        lambda printable: _plan(printable, sheet) if paper == "plan" else _card(printable, sheet),
        made,
        instead=_("Save the plan as text or Markdown instead."),
    )


def compiled(
    data: Any, draft: Callable[[Printable], typst.Compiler], made: datetime, *, instead: str
) -> Pdf:
    """The data as the draft sets it, in fonts that can show it. ``instead`` is a way out."""
    try:
        import typst  # large, and not there on every kind of machine
    except ImportError as missing:
        raise PaperError(_("This computer cannot make a PDF.") + " " + instead) from missing
    for printable in printables(data, partial(_fonts, typst)):
        try:
            pdf = _pdf(draft(printable), made)
        except RuntimeError:  # TypstError, or what a query raises
            continue
        return Pdf(pdf, printable.unprintable)
    raise PaperError(_("The PDF could not be made.") + " " + instead)


def _fonts(engine: Any, borrow: bool) -> typst.Fonts:
    fonts: typst.Fonts = engine.Fonts(
        include_system_fonts=borrow,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in sorted({font.parent for font in own_fonts()})],
    )
    return fonts


def _pdf(draft: typst.Compiler, made: datetime) -> bytes:
    stamp = made.astimezone(UTC).replace(microsecond=0)
    pdf = draft.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=stamp)
    assert isinstance(pdf, bytes)  # a list only for pictures, one for each page
    return pdf


def _plan(printable: Printable, sheet: Sheet) -> typst.Compiler:
    """Two pages in the largest letters that allow it, with all that saves a life on the first."""
    smallest = {"front": "any", "base": _BASES[-1], "lines": "0", "sheet": sheet}
    if not _fits(drafted("plan", printable, smallest)):
        return drafted("plan", printable, {**_FALL_BACK, "sheet": sheet})
    for front in ("urgent", "any"):
        for base in _BASES:
            choice = {**smallest, "front": front, "base": base}
            draft = drafted("plan", printable, choice)
            if _fits(draft):
                return _with_lines(printable, choice) or draft
    return drafted("plan", printable, smallest)


def _with_lines(printable: Printable, choice: dict[str, str]) -> typst.Compiler | None:
    """The same with lines to write on in what is still empty, as many as there is room for."""
    drafts = (drafted("plan", printable, {**choice, "lines": count}) for count in ("3", "2", "1"))
    return next((draft for draft in drafts if _fits(draft)), None)


def _card(printable: Printable, sheet: Sheet) -> typst.Compiler:
    """One sheet to fold; plain pages when there is more to say than fits on it."""
    draft = drafted("card", printable, {"sheet": sheet})
    return draft if _fits(draft) else drafted("plan", printable, {**_FALL_BACK, "sheet": sheet})


def drafted(template: str, printable: Printable, inputs: dict[str, str]) -> typst.Compiler:
    """A template with its data, ready to be set."""
    import typst

    return typst.Compiler(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=printable.fonts,
        sys_inputs={**inputs, "document": json.dumps(printable.data, ensure_ascii=False)},
        package_path=str(_TEMPLATES),
        package_cache_path=str(_TEMPLATES),
    )


def _fits(draft: typst.Compiler) -> bool:
    return bool(json.loads(draft.query("<fits>", field="value", one=True)))
