"""A document as a tagged PDF, set by Typst.

Learner words reach Typst as JSON values and never as source. Typst is imported when the first
paper is made: it is large, and a machine may not have it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from course.errors import PaperError
from course.language import _
from course.paper.printable import Printable, own_fonts, printables
from course.paper.sheet import for_typst
from course.plan.document import Document, Paper, Sheet

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parent / "templates"
_STANDARDS: list[Any] = ["ua-1", "a-2a"]
_SETTINGS = (
    *(("roomy", base) for base in ("10.8", "10.4", "10", "9.6")),
    *(("dense", base) for base in ("10", "9.7", "9.4", "9.1", "8.8", "8.6")),
)
"""How a plan is laid out, and in letters of how many points: the first that fits is taken."""
_SMALL = 8
"""Where the small letters begin: they save pages, and nothing else is worth them."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """The bytes of a PDF, and the characters that no font here could show."""

    bytes: bytes
    unprintable: tuple[str, ...] = ()


class _Ends(NamedTuple):
    """How a draft came out."""

    pages: int
    urgent_in_front: bool


def to_pdf(document: Document, *, paper: Paper, sheet: Sheet, made: datetime) -> Pdf:
    """The document on paper. The same document, sheet and moment give the same bytes."""
    return compiled(
        for_typst(document),
        lambda printable: _card(printable, sheet) if paper == "card" else _plan(printable, sheet),
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
    """As few pages as can be, in the largest letters that need no more of them.

    These are two pages nearly always, and then all that saves a life is on the first, if it can.
    """

    @cache
    def ends(at: int) -> _Ends:
        return _ends(_draft(printable, _SETTINGS[at], sheet))

    fewest = max(2, ends(len(_SETTINGS) - 1).pages)

    def fits(at: int) -> bool:
        return ends(at).pages <= fewest

    def fits_with_urgent_in_front(at: int) -> bool:
        return fits(at) and ends(at).urgent_in_front

    every = range(len(_SETTINGS))
    largest = bisect_left(every, True, key=fits)
    best = bisect_left(every, True, key=fits_with_urgent_in_front)
    if best == len(_SETTINGS) or largest < _SMALL <= best:
        best = largest
    drafts = (_draft(printable, _SETTINGS[best], sheet, lines) for lines in (3, 2, 1))
    with_lines = (draft for draft in drafts if _ends(draft).pages <= fewest)
    return next(with_lines, _draft(printable, _SETTINGS[best], sheet))


def _draft(
    printable: Printable, setting: tuple[str, str], sheet: Sheet, lines: int = 0
) -> typst.Compiler:
    layout, base = setting
    inputs = {"layout": layout, "base": base, "sheet": sheet, "lines": str(lines)}
    return drafted("plan", printable, inputs)


def _card(printable: Printable, sheet: Sheet) -> typst.Compiler:
    """One sheet to fold; plain pages when there is more to say than fits on it."""
    layouts = ({"layout": "roomy"}, {"layout": "dense", "least": "0.9"})
    drafts = (drafted("card", printable, {**layout, "sheet": sheet}) for layout in layouts)
    return next(filter(_fits, drafts), None) or _plan(printable, sheet)


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


def _ends(draft: typst.Compiler) -> _Ends:
    ends = json.loads(draft.query("<ends>", field="value", one=True))
    return _Ends(int(ends["pages"]), bool(ends["front"]))


def _fits(draft: typst.Compiler) -> bool:
    return bool(json.loads(draft.query("<fits>", field="value", one=True)))
