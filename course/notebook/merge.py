"""What do two copies of a notebook say together?

Each answer, item, row, entry, place and the settings is decided by itself: the higher counter
wins, then the name of the copy that wrote it, never a clock. Nothing that only one copy has is
lost, and what was taken out leaves a tombstone that counts like any other change. As far as
contents go it does not matter which copy comes first, in what order several meet, or how often.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, TypeVar

from course.notebook.answers import Answer, Listed, Tabled
from course.notebook.notebook import Entry, Notebook, Place
from course.notebook.units import Unit, Units, Written

W = TypeVar("W", bound=Written)
U = TypeVar("U", bound=Unit)
V = TypeVar("V")


def merge(ours: Notebook, theirs: Notebook) -> Notebook:
    """Both in one."""
    more = _together(ours.model_extra or {}, theirs.model_extra or {})
    known = {
        "format": max(ours.format, theirs.format),
        "answers": _by_key(ours.answers, theirs.answers, _answer),
        "entries": _entries(ours.entries, theirs.entries),
        "places": _by_key(ours.places, theirs.places, _place),
        "settings": _higher(ours.settings, theirs.settings),
    }
    return ours.model_copy(update={**more, **known})


def _answer(ours: Answer, theirs: Answer) -> Answer:
    for shape, units in ((Listed, "items"), (Tabled, "rows")):
        if isinstance(ours, shape) and isinstance(theirs, shape):
            high, low = _ranked(ours, theirs, units)
            return high.model_copy(
                update={units: _united(getattr(high, units), getattr(low, units))}
            )
    return _higher(ours, theirs)


def _place(ours: Place, theirs: Place) -> Place:
    high, low = _ranked(ours, theirs, "seen", "finished")
    seen = tuple(dict.fromkeys((*high.seen, *low.seen)))
    return high.model_copy(update={"seen": seen, "finished": high.finished or low.finished})


def _entries(ours: tuple[Entry, ...], theirs: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """All of them, by the day they are dated: what came first in which copy says nothing."""
    united = _united(ours, theirs)
    return tuple(sorted(united, key=lambda entry: (entry.at, entry.id)))


def _united(high: Units[U], low: Units[U]) -> Units[U]:
    """All units of both: the order of ``high``, then what only ``low`` has."""
    result: dict[str, U] = {}
    for unit in chain(high, low):
        known = result.get(unit.id)
        result[unit.id] = _higher(known, unit) if known else unit
    return tuple(result.values())


def _higher(ours: W, theirs: W) -> W:
    return _ranked(ours, theirs)[0]


def _ranked(ours: W, theirs: W, *apart: str) -> tuple[W, W]:
    """The higher first. ``apart`` names fields that are merged by themselves.

    Equal stamps with unlike contents come only from copies of one name; then the contents decide,
    so that both sides still agree.
    """
    if ours.stamp == theirs.stamp:
        swap = _spelled(ours, apart) < _spelled(theirs, apart)
    else:
        swap = ours.stamp < theirs.stamp
    return (theirs, ours) if swap else (ours, theirs)


def _spelled(written: Written, apart: Iterable[str]) -> tuple[str, str]:
    """All it holds as text, without the fields set apart; then these."""
    fields = written.model_dump()
    set_apart = [fields.pop(name) for name in apart]
    return _text(fields), _text(set_apart)


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _by_key(ours: dict[str, V], theirs: dict[str, V], both: Callable[[V, V], V]) -> dict[str, V]:
    merged = {key: both(ours[key], theirs[key]) for key in ours.keys() & theirs.keys()}
    return {**ours, **theirs, **merged}


def _together(ours: Any, theirs: Any) -> Any:
    """Fields no one here knows: tables key by key, else whichever reads as the higher."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _by_key(ours, theirs, _together)
    return max(ours, theirs, key=lambda value: (isinstance(value, dict), _text(value)))
