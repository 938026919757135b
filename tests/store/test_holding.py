"""Put away while the disk was full: held in memory, tried again, and there for who opens it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.notebook.notebook import Notebook
from course.notebook.status import NotSaved, Saved
from tests.shell.test_keeping import fill, small_disk
from tests.store.said import said
from tests.store.test_desk import Person, until
from tests.store.test_vault import OTHER, WORDS

__all__ = ["small_disk"]  # a fixture

FULL = NotSaved("the disk is full")
Way = Callable[[Person], object]


@pytest.fixture
def sam(small_disk: Path) -> Iterator[Person]:
    person = Person(small_disk)
    yield person
    person.desk.close()


def unlocked(sam: Person) -> object:
    return sam.desk.open()


def locked(sam: Person) -> object:
    return sam.desk.unlock("sam", WORDS)


def begin(sam: Person, way: Way) -> None:
    if way is locked:
        sam.desk.keep_locked("sam", WORDS)
    else:
        sam.desk.keep_unlocked()
    sam.say("before", "kept")
    until(lambda: sam.heard)


@pytest.mark.parametrize("way", [unlocked, locked])
def test_what_a_full_disk_does_not_take_is_there_when_it_is_opened_again(
    sam: Person, small_disk: Path, way: Way
) -> None:
    begin(sam, way)
    filler = small_disk / "filler"
    fill(filler)
    sam.say("why", "my son")
    assert sam.desk.put_away() == FULL
    opened = way(sam)
    assert said(opened.notebook) == "my son"
    assert opened.notices == (
        "Your last words could not be saved at once: the disk is full. They are still here.",
    )
    filler.unlink()
    assert sam.desk.close() == Saved()
    assert said(way(sam).notebook) == "my son"


def test_they_are_held_even_when_nothing_was_ever_saved(sam: Person, small_disk: Path) -> None:
    sam.desk.keep_locked("sam", WORDS)
    fill(small_disk / "filler")
    sam.say("why", "my son")
    assert sam.desk.put_away() == FULL
    assert said(sam.desk.unlock("sam", WORDS).notebook) == "my son"


def test_once_there_is_room_they_are_saved_with_nobody_there_and_let_go(
    sam: Person, small_disk: Path
) -> None:
    begin(sam, locked)
    filler = small_disk / "filler"
    fill(filler)
    sam.say("why", "my son")
    sam.desk.put_away()
    sam.notebook = Notebook()
    filler.unlink()
    until(lambda: not sam.desk._holding._held)
    assert said(Person(small_disk).desk.unlock("sam", WORDS).notebook) == "my son"


def test_the_next_person_gets_their_own_words_alone_and_saving_saves_both(
    sam: Person, small_disk: Path
) -> None:
    begin(sam, locked)
    sam.desk.close()
    ana = sam  # she sits down at the same desk
    ana.notebook = Notebook()
    ana.desk.keep_locked("ana", OTHER)
    ana.desk.close()
    sam.desk.unlock("sam", WORDS)
    filler = small_disk / "filler"
    fill(filler)
    sam.say("why", "my son")
    sam.desk.put_away()
    assert "why" not in ana.desk.unlock("ana", OTHER).notebook.answers
    assert ana.desk.save() == FULL
    filler.unlink()
    assert ana.desk.save() == Saved()
    ana.desk.close()
    assert said(Person(small_disk).desk.unlock("sam", WORDS).notebook) == "my son"


def test_saving_goes_on_after_it_was_awaited_and_makes_no_second_copy(
    sam: Person, small_disk: Path
) -> None:
    begin(sam, unlocked)
    before = sam.unlocked_files()
    assert sam.desk.save() == Saved()
    time.sleep(0.2)
    assert sam.unlocked_files() == before
    sam.say("why", "my son")
    assert sam.desk.close() == Saved()
    assert said(sam.desk.open().notebook) == "my son"


def test_what_was_erased_goes_from_older_copies_too_once_there_is_room(
    sam: Person, small_disk: Path
) -> None:
    begin(sam, unlocked)
    sam.say("before", "canary")
    sam.desk.save()
    filler = small_disk / "filler"
    fill(filler)
    sam.desk.erase(Notebook().answered("before", sam.notebook.answers["before"]))
    sam.desk.erase(Notebook())
    assert sam.desk.put_away() == FULL
    filler.unlink()
    until(lambda: not sam.desk._holding._held)
    assert len(sam.unlocked_files()) == 1
    assert b"canary" not in (small_disk / sam.unlocked_files()[0]).read_bytes()


def test_what_is_forgotten_is_held_no_more(sam: Person, small_disk: Path) -> None:
    begin(sam, unlocked)
    filler = small_disk / "filler"
    fill(filler)
    sam.say("why", "my son")
    sam.desk.put_away()
    sam.desk.forget()
    filler.unlink()
    time.sleep(0.2)
    assert sam.desk.save() == Saved()
    assert sam.unlocked_files() == []
