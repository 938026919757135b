"""One notebook lies open, and however its owner changes their mind no word is lost."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from course.errors import Conflict, Damaged, NoDoor, TooNew
from course.errors import NotSaved as Refused
from course.notebook.notebook import Notebook
from course.notebook.status import Gone, NotSaved, Saved, Status
from course.store.desk import Desk
from course.store.folder import Folder
from course.store.form import to_bytes
from tests.store.said import said, saying
from tests.store.test_vault import OTHER, WORDS, files


class Person:
    """Somebody at a desk, and what the desk told them."""

    def __init__(self, home: Path) -> None:
        self.home, self.heard = home, list[Status]()
        self.desk = Desk(home, home / "state", self.heard.append, lambda notebook: None)
        self.notebook = Notebook()

    def say(self, prompt: str, text: str) -> None:
        self.notebook = self.notebook.answered(prompt, saying(text).answers["why"])
        self.desk.keep(self.notebook)

    def unlocked_files(self) -> list[str]:
        return [name for name in files(self.home) if name.startswith("notebook")]


@pytest.fixture
def sam(tmp_path: Path) -> Iterator[Person]:
    person = Person(tmp_path / "home")
    yield person
    person.desk.close()


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.002)


def test_just_for_now_nothing_is_written(sam: Person) -> None:
    sam.say("why", "my son")
    assert sam.desk.close() == Saved()
    assert not sam.home.exists()


def test_what_was_said_locked_is_there_when_it_is_unlocked(sam: Person) -> None:
    sam.desk.keep_locked("sam", WORDS)
    sam.say("why", "my son")
    assert sam.desk.close() == Saved()
    opened = Person(sam.home).desk.unlock("sam", WORDS)
    assert said(opened.notebook) == "my son"


def test_closing_drops_the_key(sam: Person) -> None:
    sam.desk.keep_locked("sam", WORDS)
    assert sam.desk.locked is not None
    sam.desk.close()
    assert sam.desk.locked is None
    before = files(sam.home)
    sam.say("why", "too late")
    sam.desk.close()
    assert files(sam.home) == before


def test_from_just_for_now_to_unlocked_to_locked_and_back_no_word_is_lost(sam: Person) -> None:
    sam.say("one", "1")
    sam.desk.keep_unlocked()
    sam.say("two", "2")
    sam.desk.keep_locked("sam", WORDS)
    assert sam.unlocked_files() == []
    sam.say("three", "3")
    opened = sam.desk.keep_unlocked()
    assert [said(opened.notebook, each) for each in ("one", "two", "three")] == ["1", "2", "3"]
    sam.say("four", "4")
    sam.desk.close()
    assert files(sam.home) == sam.unlocked_files()
    with pytest.raises(NoDoor):
        sam.desk.unlock("sam", WORDS)
    assert said(sam.desk.open().notebook, "four") == "4"


def test_locking_leaves_an_unlocked_notebook_alone_that_was_not_open_here(sam: Person) -> None:
    Folder(sam.home / "notebook").save(0, to_bytes(saying("somebody else's")))
    sam.desk.keep_locked("sam", WORDS)
    sam.desk.close()
    assert said(sam.desk.open().notebook) == "somebody else's"
    assert sam.desk.unlock("sam", WORDS).notebook == Notebook()


def test_locking_another_notebook_anew_leaves_the_unlocked_one_alone(sam: Person) -> None:
    Folder(sam.home / "notebook").save(0, to_bytes(saying("somebody else's")))
    sam.desk.keep_locked("sam", WORDS)
    sam.desk.close()
    sam.desk.open()
    sam.desk.unlock("sam", WORDS)
    sam.desk.keep_locked("sam", OTHER)
    sam.desk.close()
    sam.desk.keep_locked("a guest", OTHER)
    assert said(sam.desk.look().notebook) == "somebody else's"


def test_who_locks_with_the_secrets_of_an_older_notebook_gets_both_as_one(sam: Person) -> None:
    sam.desk.keep_locked("sam", WORDS)
    sam.say("old", "1")
    sam.desk.close()
    sam.desk.keep_unlocked()
    sam.notebook = Notebook()
    sam.say("new", "2")
    opened = sam.desk.keep_locked("sam", WORDS)
    assert (said(opened.notebook, "old"), said(opened.notebook, "new")) == ("1", "2")


def test_when_locking_fails_all_stays_as_it_was_and_keeping_goes_on(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Refused("the disk is full")

    sam.desk.keep_unlocked()
    sam.say("one", "1")
    monkeypatch.setattr("course.store.vault.Vault.make", full)
    with pytest.raises(Refused):
        sam.desk.keep_locked("sam", WORDS)
    sam.say("two", "2")
    sam.desk.close()
    kept = sam.desk.open().notebook
    assert (said(kept, "one"), said(kept, "two")) == ("1", "2")
    assert sam.desk.locked is None


def test_words_said_while_it_is_being_locked_are_kept_too(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from course.store.vault import LockedNotebook, Vault

    real = Vault.make

    def slow(vault: Vault, *given: object) -> LockedNotebook:
        sam.say("meanwhile", "still here")
        return real(vault, *given)

    monkeypatch.setattr(Vault, "make", slow)
    sam.desk.keep_unlocked()
    sam.desk.keep_locked("sam", WORDS)
    sam.desk.close()
    assert said(sam.desk.unlock("sam", WORDS).notebook, "meanwhile") == "still here"


def test_what_a_slow_save_meets_is_not_told_to_the_next_person(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.store.lying._PATIENCE", 0.05)
    met = list[Notebook]()
    desk = Desk(sam.home, sam.home / "state", sam.heard.append, met.append)
    desk.keep_unlocked()
    saved, go_on = threading.Event(), threading.Event()
    real = Folder.save

    def slow(folder: Folder, expected: int, data: bytes) -> int:
        if not go_on.is_set():
            go_on.wait(10)
            raise Conflict("another window was first")
        number = real(folder, expected, data)
        saved.set()
        return number

    monkeypatch.setattr(Folder, "save", slow)
    desk.keep(saying("my son"))
    assert isinstance(desk.close(), NotSaved)
    go_on.set()
    assert saved.wait(10)
    assert met == []
    assert said(desk.open().notebook, "why") == "my son"
    desk.close()


def test_what_was_locked_in_another_window_is_not_written_in_plain_again(sam: Person) -> None:
    sam.desk.keep_unlocked()
    sam.say("one", "1")
    sam.desk.save()
    other = Person(sam.home)
    other.desk.open()
    other.desk.keep_locked("sam", WORDS)
    sam.heard.clear()
    sam.say("two", "2")
    until(lambda: sam.heard)
    assert sam.heard[0] == Gone("it was locked, moved or removed elsewhere")
    assert sam.desk.gone
    assert not (sam.home / "notebook").exists()
    sam.desk.keep_locked("sam", WORDS)  # as Settings offers: now both windows have it locked
    sam.desk.close()
    opened = other.desk.unlock("sam", WORDS).notebook
    assert (said(opened, "one"), said(opened, "two")) == ("1", "2")
    other.desk.close()


def test_what_was_forgotten_in_another_window_does_not_come_back(sam: Person) -> None:
    sam.desk.keep_locked("sam", WORDS)
    sam.say("one", "1")
    sam.desk.save()
    other = Person(sam.home)
    other.desk.unlock("sam", WORDS)
    other.desk.forget()
    sam.say("two", "2")
    assert isinstance(sam.desk.close(), Gone)
    assert files(sam.home) == []


@pytest.mark.parametrize("way", ["locked", "unlocked"])
def test_what_another_window_says_while_it_is_moved_is_moved_too(
    sam: Person, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    other, real = Person(sam.home), Folder.forget
    if way == "locked":
        sam.desk.keep_unlocked()
        other.desk.open()
    else:
        sam.desk.keep_locked("sam", WORDS)
        other.desk.unlock("sam", WORDS)

    def just_before(folder: Folder, last: int | None = None) -> None:
        monkeypatch.setattr(Folder, "forget", real)
        other.say("why", "at the last moment")
        assert other.desk.close() == Saved()
        real(folder, last)

    monkeypatch.setattr(Folder, "forget", just_before)
    if way == "locked":
        sam.desk.keep_locked("sam", WORDS)
    else:
        sam.desk.keep_unlocked()
    sam.desk.close()
    again = Person(sam.home).desk
    opened = again.unlock("sam", WORDS) if way == "locked" else again.open()
    assert said(opened.notebook) == "at the last moment"
    assert bool(sam.unlocked_files()) is (way == "unlocked")


def test_who_leaves_while_it_is_being_put_away_hears_how_that_went(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, begun = Folder.save, threading.Event()

    def slow(folder: Folder, expected: int, data: bytes) -> int:
        begun.set()
        time.sleep(0.3)
        raise Refused("the disk is full")

    sam.desk.keep_unlocked()
    monkeypatch.setattr(Folder, "save", slow)
    sam.say("why", "my son")
    away = threading.Thread(target=sam.desk.put_away)
    away.start()
    assert begun.wait(10)
    assert sam.desk.save() == NotSaved("the disk is full")
    monkeypatch.setattr(Folder, "save", real)
    away.join()


def test_an_unlocked_notebook_that_cannot_be_read_stays_where_it_is(sam: Person) -> None:
    sam.desk.keep_unlocked()
    sam.say("why", "my son")
    sam.desk.close()
    (sam.home / "notebook" / "notebook-00000001.toml").write_bytes(b"junk")
    with pytest.raises(Damaged):
        sam.desk.open()
    opened = sam.desk.keep_locked("sam", WORDS)
    assert "No copy of your notebook could be read" in opened.notices[0]
    assert sam.unlocked_files() == ["notebook/notebook-00000001.toml"]


def test_a_newer_notebook_is_neither_moved_nor_overwritten(sam: Person) -> None:
    folder = Folder(sam.home / "notebook")
    folder.save(0, b"format = 99\n[answers]\n")
    assert sam.desk.open().read_only
    sam.say("why", "never saved over it")
    with pytest.raises(TooNew):
        sam.desk.keep_unlocked()
    sam.desk.keep_locked("sam", WORDS)
    sam.desk.close()
    assert sam.unlocked_files() == ["notebook/notebook-00000001.toml"]
    assert said(sam.desk.unlock("sam", WORDS).notebook) == "never saved over it"


def test_a_wrong_passphrase_leaves_open_what_is_open(sam: Person) -> None:
    sam.desk.keep_unlocked()
    with pytest.raises(NoDoor):
        sam.desk.unlock("sam", "wrong")
    sam.say("why", "my son")
    sam.desk.close()
    assert said(sam.desk.open().notebook) == "my son"


def test_a_passphrase_is_changed_while_keeping_goes_on(sam: Person) -> None:
    sam.desk.keep_locked("sam", WORDS)
    sam.say("one", "1")
    assert sam.desk.locked is not None
    sam.desk.locked.change_passphrase("sam", OTHER)
    code = sam.desk.locked.new_recovery_code(Random(1))
    sam.say("two", "2")
    sam.desk.close()
    for opened in (sam.desk.unlock("sam", OTHER), sam.desk.recover(code)):
        assert (said(opened.notebook, "one"), said(opened.notebook, "two")) == ("1", "2")


def test_of_what_was_erased_no_generation_is_left(sam: Person) -> None:
    sam.desk.keep_unlocked()
    for number in range(4):
        sam.say("why", f"canary {number}")
        until(lambda: sam.heard)
        sam.heard.clear()
    sam.notebook = sam.notebook.answered("why", saying("").answers["why"])
    assert sam.desk.erase(sam.notebook) == ()
    until(lambda: sam.heard)
    assert sam.heard == [Saved()]
    assert len(sam.unlocked_files()) == 1
    assert b"canary" not in (sam.home / sam.unlocked_files()[0]).read_bytes()


def test_erasing_names_the_files_nobody_could_read(sam: Person) -> None:
    folder = Folder(sam.home / "notebook")
    folder.save(0, to_bytes(saying("one")))
    folder.save(1, b"junk")
    sam.desk.open()
    assert sam.desk.erase(saying("")) == ("notebook-00000002-unreadable.toml",)
    sam.desk.close()
    assert len(sam.unlocked_files()) == 2


def test_when_older_ones_cannot_be_removed_it_is_not_told_as_saved(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Folder) -> None:
        raise Refused("this folder may not be changed")

    sam.desk.keep_unlocked()
    monkeypatch.setattr(Folder, "drop_older", refuse)
    sam.desk.erase(saying("new"))
    assert sam.desk.close() == NotSaved("this folder may not be changed")


def test_what_could_not_be_forgotten_is_forgotten_at_the_next_try_and_nothing_else(
    sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    Folder(sam.home / "notebook").save(0, to_bytes(saying("somebody else's")))
    sam.desk.keep_locked("sam", WORDS)
    sam.say("why", "my son")
    unlink = os.unlink

    def cannot(path: Path) -> None:
        if "record-" in str(path):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        unlink(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", cannot)
        with pytest.raises(Refused, match="the disk can only be read"):
            sam.desk.forget()
    sam.desk.forget()
    assert files(sam.home) == ["notebook/notebook-00000001.toml"]
    assert sam.desk.locked is None


@pytest.mark.parametrize("locked", [False, True])
def test_what_was_forgotten_left_nothing(sam: Person, locked: bool) -> None:
    if locked:
        sam.desk.keep_locked("sam", WORDS)
    else:
        sam.desk.keep_unlocked()
    sam.say("why", "my son")
    sam.desk.forget()
    assert files(sam.home) == []
    assert os.listdir(sam.home) == []
    sam.say("why", "after it")
    assert os.listdir(sam.home) == []
