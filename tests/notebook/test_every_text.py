"""Whatever is written into any text field of a notebook: it is clean, and comes back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from course.notebook.answers import SHAPES
from course.notebook.notebook import Notebook
from course.store.folder import Bare, Coat
from course.store.form import from_bytes, to_bytes
from course.store.record import Locked, Record
from course.text import clean
from tests.fields import each_text, filled
from tests.hostile import HOSTILE

COATS = {"unlocked": Bare(), "locked": Locked(Record("0123456789abcdef" * 2, bytes(range(32))))}

texts = (st.text(st.characters(), max_size=30) | st.sampled_from(HOSTILE)).filter(
    lambda text: clean(text) not in SHAPES  # the name of a shape makes an answer of that shape
)


def fields_with(text: str) -> dict[str, Any]:
    """Of a notebook that says this wherever a text can stand, with an answer of every shape."""
    return filled(Notebook, lambda: text)


def clean_fields(text: str) -> dict[str, Any]:
    return each_text(clean, fields_with(text))


def test_every_shape_and_every_place_for_a_text_is_found() -> None:
    places = []
    each_text(lambda text: places.append(text) or text, fields_with("quokka"))
    assert sum("quokka" in place for place in places) >= 45
    shapes = [answer["shape"] for answer in fields_with("quokka")["answers"].values()]
    assert shapes == ["chosen", "rated", "said", "listed", "tabled", "done", "quokka"]


@given(texts)
def test_every_text_is_clean_from_the_moment_it_is_there(text: str) -> None:
    held = Notebook(**fields_with(text)).model_dump()
    assert each_text(str, held) == clean_fields(text)


@pytest.mark.parametrize("coat", COATS.values(), ids=COATS.keys())
@given(text=texts)
@example(text="\ud800")
def test_every_text_comes_back_from_the_disk(coat: Coat, text: str) -> None:
    file = coat.put_on(1, to_bytes(Notebook(**fields_with(text))))
    again = from_bytes(coat.taken_off(1, file))
    assert each_text(str, again.model_dump()) == clean_fields(text)
