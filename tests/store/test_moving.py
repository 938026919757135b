"""To a stick and back: joined, never replaced, and what was locked stays locked."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from course.errors import Damaged, NoDoor, TooNew
from course.notebook.notebook import Notebook
from course.store.folder import Folder
from course.store.form import to_bytes
from course.store.moving import carry, needs_secrets, read
from course.store.names import Place
from course.store.notebooks import open_notebook
from course.store.vault import Vault
from tests.store.said import said, saying
from tests.store.test_vault import WORDS

SAM = ("sam", WORDS)


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return Place.at(tmp_path / "here")


@pytest.fixture
def stick(tmp_path: Path) -> Place:
    (tmp_path / "stick").mkdir()
    return Place.at(tmp_path / "stick")


def keep(place: Place, text: str, prompt: str) -> None:
    folder = Folder(place.home / "notebook")
    opened = open_notebook(folder)
    folder.save(opened.version, to_bytes(opened.notebook.answered(prompt, answer(text))))


def keep_locked(place: Place, text: str, prompt: str) -> None:
    locked = Vault(*place).open(*SAM)
    opened = locked.opened()
    notebook = opened.notebook.answered(prompt, answer(text))
    locked.folder.save(opened.version, to_bytes(notebook))


def answer(text: str) -> object:
    return saying(text, by=text).answers["why"]


def unlocked(place: Place) -> Notebook:
    return open_notebook(Folder(place.home / "notebook")).notebook


def locked(place: Place) -> Notebook:
    return Vault(*place).open(*SAM).opened().notebook


def all_said(notebook: Notebook) -> set[str]:
    return {said(notebook, prompt) for prompt in notebook.answers}


def test_an_unlocked_notebook_goes_to_a_stick_and_comes_back_with_more(
    here: Place, stick: Place
) -> None:
    keep(here, "at home", "one")
    assert not needs_secrets(here.home, stick.home)
    assert carry(here, stick, None) == ()
    keep(stick, "on the way", "two")
    keep(here, "meanwhile", "three")
    carry(stick, here, None)
    found = unlocked(here)
    assert [said(found, each) for each in ("one", "two", "three")] == [
        "at home",
        "on the way",
        "meanwhile",
    ]


def test_a_locked_notebook_stays_locked_and_comes_back_with_more(here: Place, stick: Place) -> None:
    Vault(*here).make(*SAM, saying("at home", "one"))
    assert needs_secrets(here.home, stick.home)
    carry(here, stick, SAM)
    keep_locked(stick, "on the way", "two")
    keep_locked(here, "meanwhile", "three")
    assert needs_secrets(stick.home, here.home)
    carry(stick, here, SAM)
    found = locked(here)
    assert [said(found, each) for each in ("one", "two", "three")] == [
        "at home",
        "on the way",
        "meanwhile",
    ]
    written = b"".join(each.read_bytes() for each in stick.home.rglob("*") if each.is_file())
    assert b"at home" not in written
    assert not (stick.home / "notebook").exists()


def test_it_can_be_carried_again_and_again(here: Place, stick: Place) -> None:
    Vault(*here).make(*SAM, saying("at home", "one"))
    for _time in range(3):
        carry(here, stick, SAM)
    assert len(list((stick.home / "doors").glob("*.sealed"))) == 1
    assert len(list((stick.home / "records").iterdir())) == 1


def test_two_notebooks_of_the_same_secrets_become_one(here: Place, stick: Place) -> None:
    Vault(*here).make(*SAM, saying("here", "one", by="a"))
    Vault(*stick).make(*SAM, saying("there", "two", by="b"))
    carry(stick, here, SAM)
    assert (said(locked(here), "one"), said(locked(here), "two")) == ("here", "there")


def test_of_a_recovery_code_it_is_told_that_it_stays_behind(here: Place, stick: Place) -> None:
    code = Vault(*here).make(*SAM, saying()).new_recovery_code(Random(1))
    (notice,) = carry(here, stick, SAM)
    assert "recovery code does not open the copy" in notice
    with pytest.raises(NoDoor):
        Vault(*stick).recover(code)


def test_that_it_lies_beside_an_unlocked_one_is_told(here: Place, stick: Place) -> None:
    Vault(*here).make(*SAM, saying("my son"))
    keep(stick, "in plain", "one")
    (notice,) = carry(here, stick, SAM)
    assert "An unlocked notebook lies there, too" in notice
    assert all_said(unlocked(stick)) == {"in plain"}


def test_with_a_wrong_passphrase_nothing_is_carried(here: Place, stick: Place) -> None:
    Vault(*here).make(*SAM, saying())
    with pytest.raises(NoDoor):
        carry(here, stick, ("sam", "wrong"))
    assert list(stick.home.iterdir()) == []


def test_an_exported_file_and_a_folder_copied_by_hand_are_read(here: Place, stick: Place) -> None:
    keep(here, "at home", "one")
    file = stick.home / "notebook-2026-11-22.toml"
    file.write_bytes(to_bytes(unlocked(here)))
    for place in (file, here.home, here.home / "notebook"):
        assert said(read(Place.at(place), None).notebook, "one") == "at home"
    carry(Place.at(file), Place.at(stick.home / "other"), None)
    assert said(unlocked(Place.at(stick.home / "other")), "one") == "at home"


def test_an_exported_file_can_be_joined_to_a_locked_notebook(here: Place, stick: Place) -> None:
    Vault(*here).make(*SAM, saying("locked", "one", by="a"))
    keep(stick, "plain", "two")
    assert needs_secrets(stick.home, here.home)
    carry(stick, here, SAM)
    assert (said(locked(here), "one"), said(locked(here), "two")) == ("locked", "plain")


def test_where_there_is_none_it_is_told(here: Place, stick: Place) -> None:
    with pytest.raises(Damaged, match="There is no notebook in"):
        carry(stick, here, None)
    with pytest.raises(Damaged):
        read(Place.at(stick.home / "no such file"), None)
    assert not here.home.exists()


def test_a_newer_one_is_not_joined(here: Place, stick: Place) -> None:
    keep(here, "at home", "one")
    Folder(stick.home / "notebook").save(0, b"format = 99\n[answers]\n")
    with pytest.raises(TooNew):
        carry(stick, here, None)
    with pytest.raises(TooNew):
        carry(here, stick, None)


def test_a_damaged_file_is_told_and_nothing_changes(here: Place, stick: Place) -> None:
    keep(here, "at home", "one")
    file = stick.home / "damaged.toml"
    file.write_bytes(b"junk")
    with pytest.raises(Damaged):
        carry(Place.at(file), here, None)
    assert said(unlocked(here), "one") == "at home"
