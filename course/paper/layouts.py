"""How each paper is laid out: which templates are tried, in letters of which size."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
_SMALL = 8
"""Where the small letters begin: they save pages, and nothing else is worth them."""
_EASY, _EACH = 5600, 600
"""Letters that fit in the largest setting, and how many more need the next smaller one, about."""

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
    def draft(at: int, lines: int = 0) -> typst.Compiler:
        return _draft(printable, _SETTINGS[at], sheet, lines)

    @cache
    def ends(at: int, lines: int = 0) -> _Ends:
        return _ends(draft(at, lines))

    last = len(_SETTINGS) - 1
    guess = max(0, min(last, round((len(printable.text) - _EASY) / _EACH)))
    fewest = 2 if ends(guess).pages <= 2 else max(2, ends(last).pages)

    def fits(at: int) -> bool:
        return ends(at).pages <= fewest

    def fits_with_urgent_in_front(at: int) -> bool:
        return fits(at) and ends(at).urgent_in_front

    largest = _first(fits, last, guess)
    best = _first(fits_with_urgent_in_front, last, largest)
    if best > last or largest < _SMALL <= best:
        best = largest
    to_fill = any(part["default"] for part in printable.data["parts"])
    every = (3, 2, 1) if to_fill else ()  # lines to write on stand where nothing was written
    with_lines = (lines for lines in every if ends(best, lines).pages <= fewest)
    return draft(best, next(with_lines, 0))


def _first(holds: Callable[[int], bool], last: int, guess: int) -> int:
    """The first number up to the last from which it holds, one more where it never does.

    Drafts are dear: those beside the guess are tried before the others.
    """
    if not holds(guess):
        return bisect_left(range(last + 1), True, lo=guess + 1, key=holds)
    if guess == 0 or not holds(guess - 1):
        return guess
    return bisect_left(range(guess - 1), True, key=holds)


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
