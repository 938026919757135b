"""All of it is forgotten: the doors first, and nothing that is not ours."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from course.errors import NotSaved
from course.store.folder import Folder
from course.store.forgetting import forget_all
from course.store.form import to_bytes
from course.store.vault import Vault
from tests.store.said import saying
from tests.store.test_vault import WORDS, files


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two people's locked notebooks, a door with a recovery code, and an unlocked notebook."""
    folder = tmp_path / "home"
    vault = Vault(folder, folder / "state")
    vault.make("ana", WORDS, saying("hers")).new_recovery_code(Random(1))
    vault.make("sam", WORDS, saying("his"))
    unlocked = Folder(folder / "notebook")
    unlocked.save(0, to_bytes(saying("anybody's")))
    unlocked.save(1, b"junk")
    unlocked.set_aside([2])
    (folder / "doors" / ".tmp-0123").touch()
    return folder


def test_nothing_is_left(home: Path) -> None:
    assert forget_all(home, home / "state") == ()
    assert list(home.iterdir()) == []


def test_where_nothing_is_nothing_happens(tmp_path: Path) -> None:
    assert forget_all(tmp_path / "home", tmp_path / "home" / "state") == ()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_stays_and_is_named(home: Path) -> None:
    strangers = [
        home / "plan.pdf",
        home / "doors" / "photo.jpg",
        home / "records" / "letter.txt",
        home / "notebook" / "notes.toml",
    ]
    for each in strangers:
        each.write_text("not ours")
    assert forget_all(home, home / "state") == tuple(strangers[1:])
    assert files(home) == sorted(str(each.relative_to(home)) for each in strangers)


def test_a_folder_elsewhere_is_not_followed_to(home: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (home / "state").rename(elsewhere)
    (home / "state").symlink_to(elsewhere)
    before = files(elsewhere)
    forget_all(home, home / "state")
    assert files(elsewhere) == before


def test_the_doors_go_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, real = [], os.unlink

    def note(path: Path, **more: object) -> None:
        gone.append(Path(path).relative_to(home).parts[0])
        real(path, **more)

    monkeypatch.setattr(os, "unlink", note)
    forget_all(home, home / "state")
    assert list(dict.fromkeys(gone)) == ["doors", "records", "notebook", "state"]


def test_what_cannot_be_removed_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(NotSaved, match="may not be changed"):
        forget_all(home, home / "state")
