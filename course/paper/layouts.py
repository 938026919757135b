"""How each paper is laid out: which templates are tried, in letters of which size."""

from __future__ import annotations

import json
from collections.abc import Callable
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
_FEW = 3
"""So few empty parts change little: their lines are tried at once."""

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
    drafts = _Drafts(printable, sheet)
    fitting = drafts.guess
    while drafts.ends(fitting).pages > 2 and fitting < _LAST:
        fitting = max(fitting + 1, drafts.expected(2, fitting))
    fewest = max(2, drafts.ends(fitting).pages)

    def fits(at: int) -> bool:
        return drafts.ends(at).pages <= fewest

    largest = _largest(fits, fitting, lambda at: drafts.expected(fewest, at))
    worth = range(largest, (_SMALL if largest < _SMALL else _LAST + 1))
    best = next((at for at in worth if fits(at) and drafts.ends(at).urgent_in_front), largest)
    return drafts.with_lines(best, fewest)


class _Drafts:
    """Drafts of one plan, each set once and only when it is asked for."""

    def __init__(self, printable: Printable, sheet: Sheet) -> None:
        self.guess = _expected(2, len(printable.text) / _A_PAGE)
        self._printable = printable
        self._sheet = sheet
        self._to_fill = sum(part["default"] for part in printable.data["parts"])
        self._set: dict[tuple[int, int], tuple[typst.Compiler, _Ends]] = {}

    def ends(self, at: int) -> _Ends:
        """How the setting comes out."""
        if at == self.guess < _LAST and 0 < self._to_fill <= _FEW:
            with_lines = self._at(at, _LINES)[1]
            if with_lines.pages <= 2:  # then it fits without them, too
                return with_lines
        return self._at(at, 0)[1]

    def expected(self, pages: int, at: int) -> int:
        """The first setting that should fit on the pages, by how this one came out."""
        return _expected(pages, self.ends(at).full / _SETTINGS[at].takes)

    def with_lines(self, at: int, pages: int) -> typst.Compiler:
        """The setting with as many lines to write on, where nothing was written, as fit."""
        if not self._to_fill:
            return self._at(at, 0)[0]
        room_for = int((pages - self.ends(at).full) * _LINES_OF_A_PAGE / self._to_fill)

        def fits(less: int) -> bool:
            return self._at(at, _LINES - less)[1].pages <= pages

        less = _largest(fits, _LINES, lambda _: _LINES - room_for)
        return self._at(at, _LINES - less)[0]

    def _at(self, at: int, lines: int) -> tuple[typst.Compiler, _Ends]:
        if (at, lines) not in self._set:
            draft = _draft(self._printable, _SETTINGS[at], self._sheet, lines)
            self._set[at, lines] = draft, _ends(draft)
        return self._set[at, lines]


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


def _draft(printable: Printable, setting: _Setting, sheet: Sheet, lines: int) -> typst.Compiler:
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
