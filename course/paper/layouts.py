"""How each paper is laid out: which templates are tried, in letters of which size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from course.paper.arranging.measured import Measured
from course.paper.arranging.pages import Pages
from course.paper.arranging.plan import arranged
from course.paper.draft import Draft
from course.paper.printable import Printable
from course.plan.document import Paper, Sheet


class _Setting(NamedTuple):
    """A way to lay out a plan."""

    layout: str
    base: float
    """How large its letters are, in points."""
    takes: float
    """How much of the room that the first setting takes it needs for the same words, about."""


_SETTINGS = (
    _Setting("roomy", 10.8, 1.0),
    _Setting("roomy", 10.4, 0.94),
    _Setting("roomy", 10, 0.89),
    _Setting("roomy", 9.6, 0.85),
    _Setting("dense", 10, 0.73),
    _Setting("dense", 9.7, 0.70),
    _Setting("dense", 9.4, 0.68),
    _Setting("dense", 9.1, 0.64),
    _Setting("dense", 8.8, 0.61),
    _Setting("dense", 8.6, 0.59),
)
"""How a plan is laid out, and in letters of how many points: the first that fits is taken."""
_LAST = len(_SETTINGS) - 1
_SMALL = 8
"""Where the small letters begin: they save pages, and nothing else is worth them."""
_A_PAGE = 3450
"""Letters that fill a page in the first setting, about."""
_TALLER = (1.0, 1.03, 1.1, 1.3)
"""How much taller than reckoned everything may come out: allowed for when it did."""
_LOOSE = 0.12
"""How much of a page larger letters may save by chance."""
_SNUG = (1.0, 0.87)
"""How wide the gaps of large print are."""
_LINES = 3
"""Lines to write on where nothing was written, at most."""

_Layout = Callable[[Printable, Sheet, datetime], Draft]


def laid_out(paper: Paper, printable: Printable, sheet: Sheet, made: datetime) -> Draft:
    """The paper as its layout sets it."""
    return _LAYOUTS.get(paper, _plan)(printable, sheet, made)


def drafted(template: str, printable: Printable, inputs: dict[str, Any], made: datetime) -> Draft:
    """A template set with its data."""
    given = {**inputs, **printable.traits, "document": printable.data}
    return Draft(template, given, printable.fonts, made)


def _plan(printable: Printable, sheet: Sheet, made: datetime) -> Draft:
    """As few pages as can be, in the largest letters that need no more of them.

    These are two pages nearly always, and then all that saves a life is on the first, if it can.
    What fits is known before it is set; should it come out longer, more room is allowed for.
    """
    drafts: list[Draft] = []
    for taller in _TALLER:
        fitting = _Fitting(printable, sheet, taller)
        at, lines = fitting.best()
        draft = drafted("plan", printable, fitting.inputs(at, lines), made)
        expected = fitting.pages(at, lines)
        if expected.exactly(draft.pages) or expected.as_expected(draft.pages, _front(draft)):
            return draft
        drafts.append(draft)
    return min(drafts, key=lambda each: each.pages)


class _Fitting:
    """One plan in all settings, each measured once and only when it is asked for."""

    def __init__(self, printable: Printable, sheet: Sheet, taller: float) -> None:
        self._printable = printable
        self._sheet = sheet
        self._taller = taller
        self._full = len(printable.text) / _A_PAGE
        self._measured: dict[int, Measured] = {}
        self._arranged: dict[tuple[int, int], Pages] = {}

    def best(self) -> tuple[int, int]:
        """The best setting that should fit, and how many lines to write on fit as well."""
        largest = self._largest(2)
        fewest = self.pages(largest).count
        if fewest > 2:
            largest = self._largest(fewest)
        worth = range(largest, (_SMALL if largest < _SMALL else _LAST + 1))
        fitting = (at for at in worth if self.pages(at).count <= fewest)
        best = next((at for at in fitting if self.pages(at).urgent_in_front), largest)
        lines = (n for n in range(_LINES, 0, -1) if self.pages(best, n).count <= fewest)
        return best, next(lines, 0)

    def pages(self, at: int, lines: int = 0) -> Pages:
        """What stands where in a setting, with so many lines to write on."""
        if (at, lines) not in self._arranged:
            self._arranged[at, lines] = arranged(self._in_letters(at), lines)
        return self._arranged[at, lines]

    def inputs(self, at: int, lines: int) -> dict[str, Any]:
        """How the plan is to be set that way."""
        setting = _SETTINGS[at]
        return {
            "layout": setting.layout,
            "base": setting.base,
            "sheet": self._sheet,
            "lines": lines,
            "pages": self.pages(at, lines).bands,
            "calling": self._in_letters(at).calling * setting.base,
        }

    def _in_letters(self, at: int) -> Measured:
        if at not in self._measured:
            _, base, _ = setting = _SETTINGS[at]
            dense = setting.layout == "dense"
            data = self._printable.data
            self._measured[at] = Measured(
                data, base, dense=dense, sheet=self._sheet, taller=self._taller
            )
        return self._measured[at]

    def _largest(self, pages: int) -> int:
        """The largest setting that fits on so many pages, if any does: looked for from where it
        should be, by how many letters there are."""
        should = (at for at, it in enumerate(_SETTINGS) if self._full * it.takes <= pages)
        at = next(should, _LAST)
        while at < _LAST and self.pages(at).count > pages:
            at += 1
        while at > 0 and self._may_fit(at - 1, pages) and self.pages(at - 1).count <= pages:
            at -= 1
        return at

    def _may_fit(self, at: int, pages: int) -> bool:
        """Whether it is worth a look, by how much the next smaller setting fills."""
        filled = self.pages(at + 1).filled * _SETTINGS[at].takes / _SETTINGS[at + 1].takes
        return filled <= pages + _LOOSE


def _card(printable: Printable, sheet: Sheet, made: datetime) -> Draft:
    """One sheet to fold; plain pages when there is more to say than fits on it."""
    layouts: tuple[dict[str, Any], ...] = ({"layout": "roomy"}, {"layout": "dense", "least": 0.9})
    drafts = (drafted("card", printable, {**layout, "sheet": sheet}, made) for layout in layouts)
    return next(filter(_fits, drafts), None) or _plan(printable, sheet, made)


def _large(printable: Printable, sheet: Sheet, made: datetime) -> Draft:
    """As few pages as can be, with gaps as wide as these leave room for."""
    drafts = [drafted("large", printable, {"sheet": sheet, "snug": snug}, made) for snug in _SNUG]
    return min(drafts, key=lambda draft: draft.pages)


def _front(draft: Draft) -> bool:
    return all(draft.said("front"))


def _fits(draft: Draft) -> bool:
    return all(draft.said("fits"))


def _as_it_is(template: str, **more: bool) -> _Layout:
    """A template that needs no help to find its size."""
    return lambda printable, sheet, made: drafted(
        template, printable, {"sheet": sheet, **more}, made
    )


_LAYOUTS: dict[Paper, _Layout] = {
    "card": _card,
    "large": _large,
    "wallet": _as_it_is("wallet"),
    "door": _as_it_is("door"),
    "week": _as_it_is("week"),
    "blank": _as_it_is("by-hand"),
    "statement": _as_it_is("by-hand", spread=True),
}
"""Papers that are not laid out as the plan is."""
