from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from course.errors import Damaged
from course.notebook.answers import Chosen, Done, Listed, Rated, Said, Tabled
from course.notebook.notebook import FORMAT, Notebook
from course.store.folder import Folder
from course.store.form import from_bytes, to_bytes
from course.store.notebooks import open_afresh, open_notebook
from tests.store.said import said, saying

SAMPLES = Path(__file__).parent.parent / "notebooks"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "notebook")


def test_where_there_is_none_an_empty_one_is_opened_and_nothing_written(folder: Folder) -> None:
    opened = open_notebook(folder)
    assert (opened.notebook, opened.version, opened.notices) == (Notebook(), 0, ())
    assert not folder.path.exists()


def test_a_good_one_is_opened_without_a_word(folder: Folder) -> None:
    folder.save(0, to_bytes(saying("my son")))
    opened = open_notebook(folder)
    assert (said(opened.notebook), opened.version, opened.notices) == ("my son", 1, ())
    assert not opened.read_only


def test_of_a_damaged_save_the_person_is_told(folder: Folder) -> None:
    folder.save(0, to_bytes(saying("my son")))
    folder.save(1, to_bytes(saying("my daughter"))[:-9])
    opened = open_notebook(folder)
    assert (said(opened.notebook), opened.version) == ("my son", 2)
    assert opened.notices == (
        "Your last save could not be read. "
        "It is kept as notebook-00000002-unreadable.toml. You see the one before.",
    )


def test_of_a_part_that_could_not_be_read_the_person_is_told(folder: Folder) -> None:
    folder.save(0, b'format = 1\n[answers.why]\nat = "when"\ntext = "my son"\n')
    (notice,) = open_notebook(folder).notices
    assert "A part of your notebook could not be read" in notice
    assert "my son" not in notice


def test_one_from_a_newer_handrail_is_only_read(folder: Folder) -> None:
    folder.save(0, to_bytes(saying("my son")).replace(b"format = 1 ", b"format = 2 #"))
    folder.save(1, b'format = 2\n[answers.why]\nshape = "said"\nat = 2026-01-01\ntext = "hi"\n')
    opened = open_notebook(folder)
    assert (said(opened.notebook), opened.read_only) == ("hi", True)
    assert "newer Handrail" in opened.notices[0]


def test_when_none_can_be_read_a_new_one_begins_only_on_request(folder: Folder) -> None:
    folder.save(0, b"junk")
    with pytest.raises(Damaged):
        open_notebook(folder)
    opened = open_afresh(folder)
    folder.save(opened.version, to_bytes(saying("again")))
    assert said(open_notebook(folder).notebook) == "again"
    assert (folder.path / "notebook-00000001-unreadable.toml").read_bytes() == b"junk"
    assert "notebook-00000001-unreadable.toml" in opened.notices[0]


def test_a_sample_is_kept_of_every_form() -> None:
    expected = {f"format-{number}.toml" for number in range(1, FORMAT + 1)}
    assert {each.name for each in SAMPLES.iterdir()} == expected


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_the_sample_of_every_form_is_read_whole(number: int) -> None:
    data = (SAMPLES / f"format-{number}.toml").read_bytes()
    notebook = from_bytes(data)
    kinds = {type(answer) for answer in notebook.answers.values()}
    assert {Chosen, Rated, Said, Listed, Tabled, Done} <= kinds
    assert [entry.kind for entry in notebook.entries] == ["urge", "slip"]
    assert notebook.places["01-cured-or-sober"].finished
    assert notebook.model_extra == {"later": "a field of a later version"}


def test_the_sample_of_the_newest_form_is_what_we_write_today() -> None:
    data = (SAMPLES / f"format-{FORMAT}.toml").read_bytes()
    written = tomllib.loads(to_bytes(from_bytes(data)).decode())
    assert written == tomllib.loads(data.decode())
