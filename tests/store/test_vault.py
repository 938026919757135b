"""Locked notebooks as a person uses them: opened, locked anew, recovered, forgotten."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest

from course.errors import Damaged, NoDoor, NotSaved, Taken, TooNew
from course.store.form import to_bytes
from course.store.vault import LockedNotebook, Vault
from tests.store.said import said, saying

WORDS = "maple river candle otter"
OTHER = "purple kayak walnut meadow"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def vault(home: Path) -> Vault:
    return Vault(home, home / "state")


def files(folder: Path) -> list[str]:
    return sorted(
        str(each.relative_to(folder))
        for each in folder.rglob("*")
        if each.is_file() and each.name != ".lock"
    )


def generation(locked: LockedNotebook, number: int) -> Path:
    return locked.folder.path / f"record-{number:08d}.sealed"


def test_what_was_locked_is_opened(vault: Vault) -> None:
    vault.make("Sam", WORDS, saying("my son"))
    opened = vault.open("sam", WORDS).opened()
    assert (said(opened.notebook), opened.version, opened.notices) == ("my son", 1, ())


def test_a_kill_between_record_and_door_leaves_no_door_to_nowhere(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.store.doors.Doors.make", dies)
    with pytest.raises(KeyboardInterrupt):
        vault.make("sam", WORDS, saying("my son"))
    monkeypatch.undo()
    with pytest.raises(NoDoor):
        vault.open("sam", WORDS)


def dies(*_: object) -> None:
    raise KeyboardInterrupt


# Another passphrase


def test_a_new_passphrase_opens_it_and_the_old_one_no_more(vault: Vault) -> None:
    vault.make("sam", WORDS, saying("my son"))
    vault.open("sam", WORDS).change_passphrase("Sam", OTHER)
    assert said(vault.open("sam", OTHER).opened().notebook) == "my son"
    with pytest.raises(NoDoor):
        vault.open("sam", WORDS)


def test_a_change_to_what_it_is_changes_nothing(vault: Vault, home: Path) -> None:
    locked = vault.make("sam", WORDS, saying())
    before = files(home)
    locked.change_passphrase("sam", WORDS)
    assert files(home) == before
    vault.open("sam", WORDS)


def test_a_change_to_what_opens_another_notebook_is_refused(vault: Vault) -> None:
    vault.make("sam", OTHER, saying("another"))
    locked = vault.make("sam", WORDS, saying("mine"))
    with pytest.raises(Taken):
        locked.change_passphrase("sam", OTHER)
    assert said(vault.open("sam", OTHER).opened().notebook) == "another"
    assert said(vault.open("sam", WORDS).opened().notebook) == "mine"


@pytest.mark.parametrize("cut", ["disk.appear", "doors.Doors.remove", "ring.Ring.strike"])
def test_a_change_that_was_cut_off_can_be_made_again(
    vault: Vault, home: Path, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    locked = vault.make("sam", WORDS, saying("my son"))
    monkeypatch.setattr(f"course.store.{cut}", dies)
    with pytest.raises(KeyboardInterrupt):
        locked.change_passphrase("sam", OTHER)
    monkeypatch.undo()
    locked.change_passphrase("sam", OTHER)
    assert said(vault.open("sam", OTHER).opened().notebook) == "my son"
    assert len(files(home / "doors")) == 1


def test_a_change_that_was_cut_off_leaves_both_and_the_next_one_cleans_up(
    vault: Vault, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = vault.make("sam", WORDS, saying("my son"))
    monkeypatch.setattr("course.store.doors.Doors.remove", dies)
    with pytest.raises(KeyboardInterrupt):
        locked.change_passphrase("sam", OTHER)
    monkeypatch.undo()
    assert vault.open("sam", WORDS).record == vault.open("sam", OTHER).record
    locked.change_passphrase("sam", "a third one, long enough")
    assert len(files(home / "doors")) == 1


def test_a_change_needs_no_second_list_to_find_the_old_door(vault: Vault, home: Path) -> None:
    vault.make("sam", WORDS, saying())
    (each,) = (home / "records").glob("*/doors.sealed")
    each.write_bytes(b"damaged")
    vault.open("sam", WORDS).change_passphrase("sam", OTHER)
    with pytest.raises(NoDoor):
        vault.open("sam", WORDS)


# The recovery code


def test_a_recovery_code_opens_it_until_there_is_another(vault: Vault) -> None:
    locked = vault.make("sam", WORDS, saying("my son"))
    assert not locked.has_recovery_code
    first = locked.new_recovery_code(Random(1))
    assert locked.has_recovery_code
    assert said(vault.recover(first.upper()).opened().notebook) == "my son"
    second = locked.new_recovery_code(Random(2))
    with pytest.raises(NoDoor):
        vault.recover(first)
    vault.recover(second)
    vault.open("sam", WORDS)


def test_who_forgot_the_passphrase_sets_another_and_the_code_stays(vault: Vault) -> None:
    code = vault.make("sam", WORDS, saying("my son")).new_recovery_code(Random(1))
    vault.recover(code).change_passphrase("sam", OTHER)
    assert said(vault.open("sam", OTHER).opened().notebook) == "my son"
    with pytest.raises(NoDoor):
        vault.open("sam", WORDS)
    vault.recover(code)


def test_a_code_can_be_taken_back(vault: Vault) -> None:
    locked = vault.make("sam", WORDS, saying())
    code = locked.new_recovery_code(Random(1))
    locked.drop_recovery_code()
    with pytest.raises(NoDoor):
        vault.recover(code)
    assert not locked.has_recovery_code


# Damage, and older copies


def test_a_damaged_save_is_set_aside_and_the_one_before_is_opened(vault: Vault) -> None:
    locked = vault.make("sam", WORDS, saying("my son"))
    locked.folder.save(1, to_bytes(saying("my daughter")))
    flipped = bytearray(generation(locked, 2).read_bytes())
    flipped[500] ^= 4
    generation(locked, 2).write_bytes(flipped)
    opened = vault.open("sam", WORDS).opened()
    assert said(opened.notebook) == "my son"
    assert "record-00000002-unreadable.sealed" in opened.notices[0]
    assert generation(locked, 2).with_stem("record-00000002-unreadable").read_bytes() == flipped


def test_a_file_of_another_notebook_and_a_renamed_one_are_not_taken_for_the_newest(
    vault: Vault,
) -> None:
    ana, sam = (vault.make(name, WORDS, saying(name)) for name in ("ana", "sam"))
    shutil.copy(generation(ana, 1), generation(sam, 2))
    shutil.copy(generation(sam, 1), generation(sam, 3))
    opened = vault.open("sam", WORDS).opened()
    assert (said(opened.notebook), opened.version) == ("sam", 3)
    assert "record-00000003-unreadable.sealed, record-00000002-unreadable" in opened.notices[0]


def test_when_all_is_damaged_it_is_told_and_nothing_is_touched(vault: Vault) -> None:
    locked = vault.make("sam", WORDS, saying())
    generation(locked, 1).write_bytes(b"junk")
    with pytest.raises(Damaged, match="None was changed or removed"):
        vault.open("sam", WORDS).opened()
    assert generation(locked, 1).read_bytes() == b"junk"


def test_an_older_copy_that_was_put_back_is_noticed_and_told_once_it_is_accepted(
    vault: Vault, home: Path
) -> None:
    locked = vault.make("sam", WORDS, saying("old"))
    backup = shutil.copytree(home / "records", home.with_name("backup"))
    for version in range(1, 4):
        locked.folder.save(version, to_bytes(saying("new")))
    shutil.rmtree(home / "records")
    shutil.copytree(backup, home / "records")
    again = vault.open("sam", WORDS)
    opened = again.opened()
    assert opened.older
    assert said(opened.notebook) == "old"
    assert "an older copy of your notebook" in opened.notices[0]
    again.folder.save(opened.version, to_bytes(saying("going on")))
    assert not vault.open("sam", WORDS).opened().older


def test_a_lock_with_nothing_behind_it_is_told(vault: Vault, home: Path) -> None:
    vault.make("sam", WORDS, saying())
    shutil.rmtree(home / "records")
    opened = vault.open("sam", WORDS).opened()
    assert opened.older
    assert "nothing is behind it" in opened.notices[0]


def test_without_the_state_folder_everything_opens(vault: Vault, home: Path) -> None:
    vault.make("sam", WORDS, saying("my son"))
    shutil.rmtree(home / "state")
    (home / "state").touch()
    opened = vault.open("sam", WORDS).opened()
    assert (said(opened.notebook), opened.notices) == ("my son", ())


def test_one_locked_by_a_newer_handrail_is_only_read(vault: Vault) -> None:
    locked = vault.make("sam", WORDS, saying())
    newer = b'format = 99\n[answers.why]\nshape = "said"\nat = 2026-01-01\ntext = "hi"\n'
    locked.folder.save(1, newer)
    opened = vault.open("sam", WORDS).opened()
    assert (said(opened.notebook), opened.read_only) == ("hi", True)
    sealed = generation(locked, 2)
    sealed.write_bytes(sealed.read_bytes().replace(b"record 1\n", b"record 2\n"))
    with pytest.raises(TooNew):
        vault.open("sam", WORDS).opened()


# Forgetting


def test_what_was_forgotten_left_nothing(vault: Vault, home: Path) -> None:
    other = vault.make("ana", WORDS, saying("hers"))
    locked = vault.make("sam", WORDS, saying("mine"))
    code = locked.new_recovery_code(Random(1))
    generation(locked, 1).write_bytes(b"junk")
    locked.folder.set_aside()
    locked.forget()
    for opening in (lambda: vault.open("sam", WORDS), lambda: vault.recover(code)):
        with pytest.raises(NoDoor):
            opening()
    assert all(other.record.id in name or name.startswith("doors/") for name in files(home))
    other.forget()
    assert list(home.iterdir()) == []


def test_the_doors_go_first(vault: Vault, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = vault.make("sam", WORDS, saying())
    locked.new_recovery_code(Random(1))
    monkeypatch.setattr("course.store.folder.Folder.forget", dies)
    with pytest.raises(KeyboardInterrupt):
        locked.forget()
    assert not (home / "doors").exists()
    assert generation(locked, 1).exists()


def test_what_cannot_be_forgotten_is_told(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = vault.make("sam", WORDS, saying())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(NotSaved, match="may not be changed"):
        locked.folder.forget()
