from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.errors import NotSaved as Refused
from course.notebook.merge import merge
from course.notebook.notebook import Notebook
from course.notebook.status import NotSaved, Saved, Status
from course.store.folder import Folder
from course.store.form import from_bytes, to_bytes
from course.store.keeper import Keeper
from course.store.notebooks import open_notebook
from tests.store.said import said, saying


class Disk(Folder):
    """A folder whose disk can be held, slow, or out of order."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.free = threading.Event()
        self.free.set()
        self.fault = ""
        self.begun: list[int] = []

    def save(self, expected: int, data: bytes) -> int:
        self.begun.append(expected)
        self.free.wait(10)
        if self.fault:
            raise Refused(self.fault)
        return super().save(expected, data)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "notebook")


@pytest.fixture
def heard() -> list[Status]:
    return []


@pytest.fixture
def keeper(disk: Disk, heard: list[Status]) -> Iterator[Keeper]:
    keeper = Keeper(disk, open_notebook(disk), heard.append, pause=0.02)
    yield keeper
    disk.free.set()
    keeper.close()


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.002)


def kept(disk: Folder) -> Notebook:
    return disk.load(from_bytes).content or Notebook()


def test_it_has_caught_up_only_while_the_newest_is_on_the_disk(disk: Disk, keeper: Keeper) -> None:
    assert keeper.caught_up
    disk.free.clear()
    keeper.keep(saying("one"))
    until(lambda: disk.begun)
    keeper.keep(saying("two"))
    assert not keeper.caught_up
    disk.free.set()
    until(lambda: keeper.caught_up)
    assert said(kept(disk)) == "two"


def test_what_is_kept_is_on_the_disk_and_told(
    disk: Disk, keeper: Keeper, heard: list[Status]
) -> None:
    keeper.keep(saying("one"))
    until(lambda: heard)
    assert heard == [Saved()]
    assert said(kept(disk)) == "one"


def test_nothing_kept_means_nothing_written(disk: Disk, keeper: Keeper) -> None:
    assert keeper.close() == Saved()
    assert not disk.path.exists()


def test_keeping_never_waits_for_the_disk(disk: Disk, keeper: Keeper) -> None:
    disk.free.clear()
    begin = time.perf_counter()
    for number in range(1000):
        keeper.keep(saying(str(number)))
    assert time.perf_counter() - begin < 5  # the disk would take for ever


def test_with_a_slow_disk_the_newest_wins(disk: Disk, keeper: Keeper) -> None:
    disk.free.clear()
    keeper.keep(saying("0"))
    until(lambda: disk.begun)
    for number in range(1, 50):
        keeper.keep(saying(str(number)))
    disk.free.set()
    assert keeper.close() == Saved()
    assert said(kept(disk)) == "49"
    assert disk.begun == [0, 1]


def test_letters_typed_during_slow_saves_are_not_lost(disk: Disk, keeper: Keeper) -> None:
    text = ""
    for letter in "I go home by another road":
        text += letter
        keeper.keep(saying(text))
        time.sleep(0.001)
    assert keeper.close() == Saved()
    assert said(kept(disk)) == text


def test_closing_awaits_the_last_save(disk: Disk, keeper: Keeper) -> None:
    disk.free.clear()
    keeper.keep(saying("last"))
    threading.Timer(0.1, disk.free.set).start()
    assert keeper.close() == Saved()
    assert said(kept(disk)) == "last"


def test_closing_does_not_wait_for_ever(disk: Disk, keeper: Keeper) -> None:
    disk.free.clear()
    keeper.keep(saying("last"))
    assert keeper.close(0.05) == NotSaved("the disk does not answer")


def test_a_fault_is_told_and_tried_again_by_itself(
    disk: Disk, keeper: Keeper, heard: list[Status]
) -> None:
    disk.fault = "the disk is full"
    keeper.keep(saying("kept in memory"))
    until(lambda: len(heard) > 2)
    disk.fault = ""
    until(lambda: heard[-1] == Saved())
    assert heard[0] == NotSaved("the disk is full")
    assert said(kept(disk)) == "kept in memory"


def test_after_a_fault_the_next_words_are_tried_at_once(disk: Disk, heard: list[Status]) -> None:
    keeper = Keeper(disk, open_notebook(disk), heard.append, pause=1000)
    disk.fault = "the disk is full"
    keeper.keep(saying("one"))
    until(lambda: heard)
    disk.fault = ""
    keeper.keep(saying("two"))
    until(lambda: heard[-1] == Saved())
    assert said(kept(disk)) == "two"


def test_closing_tries_once_more_and_says_why_not(disk: Disk, heard: list[Status]) -> None:
    keeper = Keeper(disk, open_notebook(disk), heard.append, pause=1000)
    disk.fault = "the disk is full"
    keeper.keep(saying("one"))
    until(lambda: heard)
    assert keeper.close() == NotSaved("the disk is full")
    assert disk.begun == [0, 0]


def test_what_another_window_saved_is_joined_and_handed_over(disk: Disk) -> None:
    offered: list[Notebook] = []
    keeper = Keeper(disk, open_notebook(disk), lambda status: None, offered.append)
    Folder(disk.path).save(0, to_bytes(saying("theirs", prompt="who", by="yours")))
    keeper.keep(saying("ours"))
    assert keeper.close() == Saved()
    assert offered == [kept(disk)]
    assert (said(kept(disk)), said(kept(disk), "who")) == ("ours", "theirs")


def test_a_notebook_that_does_not_know_the_others_yet_does_not_undo_them(disk: Disk) -> None:
    keeper = Keeper(disk, open_notebook(disk), lambda status: None)
    Folder(disk.path).save(0, to_bytes(saying("theirs", prompt="who", by="yours")))
    keeper.keep(saying("one"))
    until(lambda: disk.path.exists() and "why" in kept(disk).answers)
    keeper.keep(saying("one").answered("why", saying("two").answers["why"]))
    assert keeper.close() == Saved()
    assert (said(kept(disk)), said(kept(disk), "who")) == ("two", "theirs")


def test_two_windows_end_with_the_same_words(disk: Disk) -> None:
    windows = []
    for name in ("mine", "yours"):
        folder = Folder(disk.path)
        windows.append(Keeper(folder, open_notebook(folder), lambda status: None))
        windows[-1].keep(saying(f"{name} 0", prompt=name, by=name))
    notebooks = [Notebook(), Notebook()]
    for number in range(20):
        for place, name in enumerate(("mine", "yours")):
            answer = saying(f"{name} {number}", by=name).answers["why"]
            notebooks[place] = notebooks[place].answered(name, answer)
            windows[place].keep(notebooks[place])
    assert {window.close() for window in windows} == {Saved()}
    assert merge(*notebooks).answers == kept(disk).answers


def test_nothing_is_saved_over_a_newer_form(disk: Disk, heard: list[Status]) -> None:
    keeper = Keeper(disk, open_notebook(disk), heard.append, pause=1000)
    Folder(disk.path).save(0, b'format = 99\nlater = "words"\n')
    keeper.keep(saying("ours"))
    assert isinstance(keeper.close(), NotSaved)
    assert [each.name for each in disk.path.glob("*.toml")] == ["notebook-00000001.toml"]


def test_a_hung_disk_does_not_hold_the_program(disk: Disk, keeper: Keeper) -> None:
    assert keeper._worker.daemon


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_nobody_foresaw_is_never_shown_as_saved(
    disk: Disk, keeper: Keeper, heard: list[Status], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(expected: int, data: bytes) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(disk, "save", fault)
    keeper.keep(saying("never saved"))
    until(lambda: heard)
    assert isinstance(heard[-1], NotSaved)
    assert isinstance(keeper.close(), NotSaved)
