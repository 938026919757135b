"""How each paper is laid out: which templates are tried, in letters of which size."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from course.paper.printable import Printable
from course.plan.document import Paper, Sheet

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parent / "templates"
_SETTINGS = (
    *(("roomy", base) for base in ("10.8", "10.4", "10", "9.6")),
    *(("dense", base) for base in ("10", "9.7", "9.4", "9.1", "8.8", "8.6")),
)
"""How a plan is laid out, and in letters of how many points: the first that fits is taken."""
_Layout: TypeAlias = "Callable[[Printable, Sheet], typst.Compiler]"
_SMALL = 8
"""Where the small letters begin: they save pages, and nothing else is worth them."""


_Layout = Callable[[Printable, Sheet], "typst.Compiler"]


class _Ends(NamedTuple):
    """How a draft came out."""

    pages: int
    urgent_in_front: bool


def laid_out(paper: Paper, printable: Printable, sheet: Sheet) -> typst.Compiler:
    """The paper as its layout sets it, ready to be made."""
    return _LAYOUTS.get(paper, _plan)(printable, sheet)


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


def _ends(draft: typst.Compiler) -> _Ends:
    ends = json.loads(draft.query("<ends>", field="value", one=True))
    return _Ends(int(ends["pages"]), bool(ends["front"]))


def _fits(draft: typst.Compiler) -> bool:
    return bool(json.loads(draft.query("<fits>", field="value", one=True)))


def _as_it_is(template: str) -> _Layout:
    """A template that needs no help to find its size."""
    return lambda printable, sheet: drafted(template, printable, {"sheet": sheet})


_LAYOUTS: dict[Paper, _Layout] = {
    "card": _card,
    "large": _as_it_is("large"),
    "wallet": _as_it_is("wallet"),
    "door": _as_it_is("door"),
    "week": _as_it_is("week"),
    "blank": _as_it_is("by-hand"),
    "statement": _as_it_is("by-hand"),
}
"""Papers that are not laid out as the plan is."""
