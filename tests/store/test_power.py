"""A power cut at any moment: what was acknowledged is there, and what was not is whole or absent.

These look at every folder a cut could leave; see ``power``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from course.errors import NoDoor
from course.store import disk, sealed
from course.store.desk import Desk
from course.store.folder import Folder
from course.store.form import to_bytes
from course.store.notebooks import open_notebook
from course.store.vault import LockedNotebook, Vault
from tests.store.power import put, states, watching
from tests.store.said import said, saying
from tests.store.test_vault import OTHER, WORDS


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name and passphrase is derived once, not once for every folder that is looked at."""
    monkeypatch.setattr(sealed, "derive", cache(sealed.derive))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def vault_in(home: Path) -> Vault:
    return Vault(home, home.parent / "state")


def every_cut(home: Path, act: Callable[[], object], check: Callable[[Path, bool], None]) -> int:
    """Check each folder that a cut while acting could leave; how many there were."""
    with watching(home) as watch:
        act()
    looked_at, trial = 0, home.with_name("trial")
    for over, left in states(watch):
        put(left, home, trial)
        check(trial, over)
        shutil.rmtree(trial)
        shutil.rmtree(home.with_name("state"), ignore_errors=True)
        looked_at += 1
    return looked_at


def found(home: Path, *secrets: str) -> str | None:
    """What the notebook of these two says; None when nothing opens with them."""
    try:
        return said(vault_in(home).open(*secrets).opened().notebook)
    except NoDoor:
        return None


def locked_in(home: Path, text: str = "my son") -> LockedNotebook:
    return vault_in(home).make("sam", WORDS, saying(text))


def test_saves(home: Path) -> None:
    locked = locked_in(home, "0")
    for number in range(1, 9):
        new, old = str(number), str(number - 1)

        def check(left: Path, over: bool, new: str = new, old: str = old) -> None:
            assert found(left, "sam", WORDS) in ({new} if over else {new, old})

        save = partial(locked.folder.save, number, to_bytes(saying(new)))
        assert every_cut(home, save, check) > 5


def test_a_first_lock(home: Path) -> None:
    def check(left: Path, over: bool) -> None:
        assert found(left, "sam", WORDS) in ({"my son"} if over else {"my son", None})

    assert every_cut(home, lambda: locked_in(home), check) > 5


def test_a_change_of_passphrase(home: Path) -> None:
    locked = locked_in(home)

    def check(left: Path, over: bool) -> None:
        old, new = found(left, "sam", WORDS), found(left, "sam", OTHER)
        assert "my son" in (old, new)
        assert {old, new} <= {"my son", None}
        if over:
            assert (old, new) == (None, "my son")
        vault_in(left).open("sam", WORDS if old else OTHER).change_passphrase("sam", OTHER)
        assert (found(left, "sam", WORDS), found(left, "sam", OTHER)) == (None, "my son")

    assert every_cut(home, lambda: locked.change_passphrase("sam", OTHER), check) > 5


def test_locking_an_unlocked_notebook(home: Path) -> None:
    Folder(home / "notebook").save(0, to_bytes(saying("my son")))
    desk = Desk(home, home.parent / "state", lambda status: None, lambda notebook: None)
    desk.open()

    def check(left: Path, over: bool) -> None:
        unlocked = open_notebook(Folder(left / "notebook")).notebook
        kept = said(unlocked) if unlocked.answers else None
        assert "my son" in (found(left, "sam", WORDS), kept)
        if over:
            assert (found(left, "sam", WORDS), kept) == ("my son", None)

    assert every_cut(home, lambda: desk.keep_locked("sam", WORDS), check) > 5
    desk.close()


def test_unlocking_for_good(home: Path) -> None:
    locked_in(home).new_recovery_code(Random(1))
    desk = Desk(home, home.parent / "state", lambda status: None, lambda notebook: None)
    desk.unlock("sam", WORDS)

    def check(left: Path, over: bool) -> None:
        unlocked = open_notebook(Folder(left / "notebook")).notebook
        kept = said(unlocked) if unlocked.answers else None
        assert "my son" in (found(left, "sam", WORDS), kept)
        if over:
            assert (found(left, "sam", WORDS), kept) == (None, "my son")

    assert every_cut(home, desk.keep_unlocked, check) > 5
    desk.close()


def test_forgetting(home: Path) -> None:
    locked = locked_in(home)

    def check(left: Path, over: bool) -> None:
        assert found(left, "sam", WORDS) in ({None} if over else {"my son", None})

    assert every_cut(home, locked.forget, check) > 5


def test_a_disk_that_is_not_synced_is_found_out(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The instrument itself: without any sync it finds lost words."""
    locked, lost = locked_in(home, "1"), []

    def check(left: Path, over: bool) -> None:
        if over and found(left, "sam", WORDS) != "2":
            lost.append(left)

    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr(disk, "sync_folder", lambda path: None)
    every_cut(home, lambda: locked.folder.save(1, to_bytes(saying("2"))), check)
    assert lost
