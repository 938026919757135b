"""Strategies for whole notebooks, as hypothesis makes them up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from course.notebook.answers import Chosen, Done, Listed, Other, Pick, Rated, Said, Tabled
from course.notebook.notebook import Entry, Notebook, Place, Settings
from course.notebook.units import Item, Row
from course.text import clean

NASTY = [
    "\x00",
    "\r\n",
    "\r",
    "\x1b]52;c;QQ==\a",
    "\u202e",
    "\ud800",
    "\ufeff",
    "\u2028",
    '"""',
    "\\",
]

texts = st.text(st.characters(), max_size=8) | st.sampled_from(NASTY) | st.sampled_from(["a", "b"])
cleaned = texts.map(clean)
names = st.sampled_from(["mine", "yours"])
revs = st.integers(1, 3)
moments = st.integers(0, 3).map(lambda day: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(day))
cells = st.booleans() | st.integers(-(2**62), 2**62) | texts
unknown = st.fixed_dictionaries({}, optional={"later": cleaned | st.integers() | st.lists(cleaned)})
"""Fields that only a later version knows."""


def made(model: type, /, **fields: st.SearchStrategy) -> st.SearchStrategy:
    """One of a kind that a copy wrote, now and then with an unknown field."""
    known = st.fixed_dictionaries({"rev": revs, "by": names, **fields})
    return st.builds(lambda fields, more: model(**{**more, **fields}), known, unknown)


def some(units: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(units, max_size=4, unique_by=lambda unit: unit.id).map(tuple)


ids = st.sampled_from(["1", "2", "3"])
unit = {"id": ids, "private": st.booleans(), "gone": st.booleans()}
picks = st.lists(st.builds(Pick, id=texts, words=texts, box=texts), max_size=3).map(tuple)

answers = {
    "chosen": made(Chosen, at=moments, picks=picks, first=picks, language=texts,
                   right=st.none() | st.booleans()),
    "rated": made(Rated, at=moments, value=st.integers(0, 10)),
    "said": made(Said, at=moments, text=texts, private=st.booleans()),
    "listed": made(Listed, at=moments, items=some(made(Item, text=texts, **unit))),
    "tabled": made(Tabled, at=moments,
                   rows=some(made(Row, cells=st.dictionaries(texts, cells, max_size=3), **unit))),
    "done": made(Done, at=moments, how=st.sampled_from(["yes", "part", "not-yet"])),
    "hologram": made(Other, at=moments, shape=st.just("hologram"), beams=st.lists(cleaned)),
}  # fmt: skip
"""By the id of the prompt: a prompt keeps its kind."""

entries = some(
    made(Entry, kind=texts, at=moments, fields=st.dictionaries(texts, cells, max_size=2), **unit)
)
places = st.dictionaries(
    st.sampled_from(["one", "two"]),
    made(
        Place,
        step=texts,
        seen=st.lists(ids, unique=True).map(tuple),
        finished=st.booleans(),
        at=moments,
    ),
)
notebooks = st.builds(
    lambda more, **fields: Notebook(**{**more, **fields}),
    unknown,
    answers=st.fixed_dictionaries({}, optional=answers),
    entries=entries,
    places=places,
    settings=made(Settings, region=texts, theme=texts),
)
