"""What is seen of a notebook at a glance is what the notebook says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from course.notebook.answers import Said
from course.notebook.notebook import Notebook, Place, Settings
from course.store.folder import Folder
from course.store.form import to_bytes
from course.store.glance import Left, left_at, theme

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def kept(folder: Path, lesson_id: str, **place: object) -> Path:
    """A folder with a notebook in it: one place, and words that look like another."""
    forged = '\n[places.two]\nstep = "forged"\nseen = []\nnumber = 1\nof = 2\nfinished = false\n'
    notebook = Notebook(
        answers={"a": Said(text=forged, at=NOON)},
        places={lesson_id: Place(**{"step": "c", "number": 3, "of": 5, "at": NOON, **place})},
        settings=Settings(theme="handrail-light"),
    )
    Folder(folder).save(0, to_bytes(notebook))
    return folder


@pytest.mark.parametrize("lesson_id", ["one", "zwölf", "a b", "1.2"])
def test_the_step_and_what_was_seen(tmp_path: Path, lesson_id: str) -> None:
    folder = kept(tmp_path / "notebook", lesson_id, seen=("a", "b"))
    assert left_at(folder, lesson_id) == Left("c", ("a", "b"))
    assert theme(folder) == "handrail-light"


def test_what_was_gone_through_begins_anew_and_later_goes_on(tmp_path: Path) -> None:
    through = kept(tmp_path / "one", "one", finished=True, number=5)
    assert left_at(through, "one") is None
    again = kept(tmp_path / "two", "one", finished=True, number=2)
    assert left_at(again, "one") == Left("c", ())


def test_words_are_no_place(tmp_path: Path) -> None:
    assert left_at(kept(tmp_path / "notebook", "one"), "two") is None


def test_where_nothing_can_be_read_nothing_is_seen(tmp_path: Path) -> None:
    assert left_at(tmp_path / "nowhere", "one") is None
    folder = kept(tmp_path / "notebook", "one")
    for file in folder.glob("*.toml"):
        file.write_bytes(b'[places.one]\nstep = "c\n\xff\n')
    assert left_at(folder, "one") is None
