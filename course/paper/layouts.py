"""How each paper is laid out: which templates are tried, in letters of which size."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from course.paper.printable import Printable
from course.plan.document import Paper, Sheet

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parent / "templates"


class _Setting(NamedTuple):
    """A way to lay out a plan."""

    layout: str
    base: str
    """How large its letters are, in points."""
    takes: float
    """How much of the room that the first setting takes it needs for the same words, about."""


_SETTINGS = (
    _Setting("roomy", "10.8", 1.0),
    _Setting("roomy", "10.4", 0.94),
    _Setting("roomy", "10", 0.89),
    _Setting("roomy", "9.6", 0.85),
    _Setting("dense", "10", 0.73),
    _Setting("dense", "9.7", 0.70),
    _Setting("dense", "9.4", 0.68),
    _Setting("dense", "9.1", 0.64),
    _Setting("dense", "8.8", 0.61),
    _Setting("dense", "8.6", 0.59),
)
"""How a plan is laid out, and in letters of how many points: the first that fits is taken."""
_LAST = len(_SETTINGS) - 1
_SMALL = 8
"""Where the small letters begin: they save pages, and nothing else is worth them."""
_A_PAGE = 3150
"""Letters that fill a page in the first setting, about."""
_LINES, _LINES_OF_A_PAGE = 3, 80
"""Lines to write on where nothing was written, at most; how many of them fill a page, about."""

_Layout = Callable[[Printable, Sheet], "typst.Compiler"]


class _Ends(NamedTuple):
    """How a draft came out."""

    pages: int
    urgent_in_front: bool
    full: float
    """How many pages its words fill."""


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
    def draft(at: int, lines: int) -> typst.Compiler:
        return _draft(printable, _SETTINGS[at], sheet, lines)

    @cache
    def ends(at: int, lines: int = 0) -> _Ends:
        return _ends(draft(at, lines))

    def expected(pages: int, at: int) -> int:
        return _expected(pages, ends(at).full / _SETTINGS[at].takes)

    fitting = _expected(2, len(printable.text) / _A_PAGE)
    while ends(fitting).pages > 2 and fitting < _LAST:
        fitting = max(fitting + 1, expected(2, fitting))
    fewest = max(2, ends(fitting).pages)

    def fits(at: int) -> bool:
        return ends(at).pages <= fewest

    largest = _largest(fits, fitting, lambda at: expected(fewest, at))
    smallest = _SMALL - 1 if largest < _SMALL else _LAST
    worth = range(largest, smallest + 1)
    best = next((at for at in worth if fits(at) and ends(at).urgent_in_front), largest)
    to_fill = sum(part["default"] for part in printable.data["parts"])
    if not to_fill:
        return draft(best, 0)

    def fits_with(lines_less: int) -> bool:  # lines to write on stand where nothing was written
        return ends(best, _LINES - lines_less).pages <= fewest

    room_for = int((fewest - ends(best).full) * _LINES_OF_A_PAGE / to_fill)
    return draft(best, _LINES - _largest(fits_with, _LINES, lambda _: _LINES - room_for))


def _expected(pages: int, full: float) -> int:
    """The first setting that should fit on the pages, by how many the first setting would fill."""
    fit = (at for at, setting in enumerate(_SETTINGS) if full * setting.takes <= pages)
    return next(fit, _LAST)


def _largest(fits: Callable[[int], bool], at: int, next_guess: Callable[[int], int]) -> int:
    """The largest setting that fits, known to be ``at`` or larger. Drafts are dear: each says
    where to look next, so that there are few."""
    low, tried = 0, at
    while low < at:
        tried = min(max(next_guess(tried), low), at - 1)
        if fits(tried):
            at = tried
        else:
            low = tried + 1
    return at


def _draft(printable: Printable, setting: _Setting, sheet: Sheet, lines: int = 0) -> typst.Compiler:
    inputs = {"layout": setting.layout, "base": setting.base, "sheet": sheet, "lines": str(lines)}
    return drafted("plan", printable, inputs)


def _card(printable: Printable, sheet: Sheet) -> typst.Compiler:
    """One sheet to fold; plain pages when there is more to say than fits on it."""
    layouts = ({"layout": "roomy"}, {"layout": "dense", "least": "0.9"})
    drafts = (drafted("card", printable, {**layout, "sheet": sheet}) for layout in layouts)
    return next(filter(_fits, drafts), None) or _plan(printable, sheet)


def _ends(draft: typst.Compiler) -> _Ends:
    ends = json.loads(draft.query("<ends>", field="value", one=True))
    return _Ends(int(ends["pages"]), bool(ends["front"]), float(ends["full"]))


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
