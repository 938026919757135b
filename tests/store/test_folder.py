from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from course.errors import Conflict, Damaged
from course.store import disk
from course.store.folder import KEPT, Bare, Coat, Folder
from course.store.names import exists
from course.store.record import Locked, Record

RECORD = Record("0123456789abcdef" * 2, bytes(range(32)))
COATS = {"unlocked": Bare(), "locked": Locked(RECORD)}


@pytest.fixture(params=COATS.values(), ids=COATS.keys())
def coat(request: pytest.FixtureRequest) -> Coat:
    """Every promise of a folder holds for both forms of a notebook."""
    return request.param


@pytest.fixture
def folder(tmp_path: Path, coat: Coat) -> Folder:
    return Folder(tmp_path / "home" / "notebook", coat)


def again(folder: Folder) -> Folder:
    """The same, seen from another window."""
    return Folder(folder.path, folder._coat)


def name(folder: Folder, number: int) -> str:
    return folder._coat.names.name(number)


def aside(folder: Folder, number: int, nth: int = 1) -> str:
    return folder._coat.names.unreadable_name(number, nth)


def read(data: bytes) -> str:
    """A reader that knows its own: anything else is damaged."""
    if not data.startswith(b"whole "):
        raise Damaged("not mine")
    return data.decode()


def filled(folder: Folder, saves: int) -> int:
    """The version after that many saves."""
    version = folder.load(read).version
    for number in range(version + 1, version + saves + 1):
        version = folder.save(version, b"whole %d" % number)
    return version


def files(folder: Folder) -> list[str]:
    return sorted(filter(folder._coat.names.ours, os.listdir(folder.path)))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_loading_what_is_not_there_makes_nothing(folder: Folder) -> None:
    loaded = folder.load(read)
    assert (loaded.version, loaded.content, loaded.unreadable) == (0, None, ())
    assert not folder.path.parent.exists()
    assert not exists(folder.path)


def test_loading_what_is_there_writes_nothing(folder: Folder) -> None:
    filled(folder, 2)
    before = {each: (folder.path / each).stat() for each in os.listdir(folder.path)}
    folder.load(read)
    assert {each: (folder.path / each).stat() for each in os.listdir(folder.path)} == before


def test_what_was_saved_is_loaded_with_its_number(folder: Folder) -> None:
    assert folder.save(0, b"whole one") == 1
    loaded = again(folder).load(read)
    assert (loaded.version, loaded.content) == (1, "whole one")
    assert exists(folder.path) == (name(folder, 1) == "notebook-00000001.toml")


def test_nobody_else_may_look(folder: Folder) -> None:
    before = os.umask(0)
    try:
        filled(folder, 1)
    finally:
        os.umask(before)
    assert {mode(each) for each in folder.path.iterdir()} == {0o600}
    assert mode(folder.path) == mode(folder.path.parent) == 0o700


def test_five_generations_stay(folder: Folder) -> None:
    filled(folder, 12)
    assert files(folder) == [name(folder, n) for n in range(13 - KEPT, 13)]


def test_who_saves_on_an_old_version_is_told(folder: Folder) -> None:
    filled(folder, 2)
    with pytest.raises(Conflict):
        folder.save(1, b"whole other")
    assert folder.load(read).content == "whole 2"


def test_what_a_killed_save_left_is_swept_by_the_next(folder: Folder) -> None:
    filled(folder, 1)
    (folder.path / ".tmp-0123").write_bytes(b"who")
    filled(folder, 1)
    assert sorted(os.listdir(folder.path)) == [".lock", *files(folder)]


@pytest.mark.parametrize("damage", [b"", b"who", b"another thing"])
def test_before_a_damaged_save_stands_a_good_one(folder: Folder, damage: bytes) -> None:
    filled(folder, 3)
    newest = folder.path / name(folder, 3)
    newest.write_bytes(damage)
    loaded = folder.load(read)
    assert (loaded.version, loaded.content) == (3, "whole 2")
    assert loaded.unreadable == (aside(folder, 3),)
    assert (folder.path / loaded.unreadable[0]).read_bytes() == damage


def test_what_was_set_aside_stays_for_ever_and_its_number_is_not_used_again(
    folder: Folder,
) -> None:
    filled(folder, 3)
    (folder.path / name(folder, 3)).write_bytes(b"odd")
    filled(folder, 9)
    assert (folder.path / aside(folder, 3)).read_bytes() == b"odd"
    assert len(files(folder)) == KEPT + 1


def test_a_window_that_wrote_the_damaged_save_does_not_overwrite_the_next(folder: Folder) -> None:
    version = filled(folder, 3)
    (folder.path / name(folder, 3)).write_bytes(b"odd")
    filled(again(folder), 1)
    with pytest.raises(Conflict):
        folder.save(version, b"whole other")


def test_a_name_that_is_taken_is_not_taken_again(folder: Folder) -> None:
    filled(folder, 2)
    (folder.path / aside(folder, 2)).write_bytes(b"older")
    (folder.path / name(folder, 2)).write_bytes(b"odd")
    assert folder.load(read).unreadable == (aside(folder, 2, 2), aside(folder, 2))
    assert (folder.path / aside(folder, 2)).read_bytes() == b"older"


def test_when_all_are_damaged_none_is_touched(folder: Folder) -> None:
    filled(folder, 6)
    for each in files(folder):
        (folder.path / each).write_bytes(b"odd")
    before = files(folder)
    with pytest.raises(Damaged, match="None was changed or removed"):
        folder.load(read)
    assert files(folder) == before


def test_on_request_all_are_set_aside_and_a_new_one_begins(folder: Folder) -> None:
    filled(folder, 2)
    for each in files(folder):
        (folder.path / each).write_bytes(b"odd")
    assert len(folder.set_aside()) == 2
    loaded = folder.load(read)
    assert (loaded.version, loaded.content) == (2, None)
    assert not exists(folder.path)
    assert filled(folder, 7) == 9
    assert sum("unreadable" in each for each in files(folder)) == 2


def test_a_file_that_vanishes_while_loading_is_looked_for_anew(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(folder, 5)
    real, other = disk.read, again(folder)

    def slow(path: Path) -> bytes:
        monkeypatch.setattr(disk, "read", real)
        filled(other, 6)
        return real(path)

    monkeypatch.setattr(disk, "read", slow)
    loaded = folder.load(read)
    assert (loaded.version, loaded.content, loaded.unreadable) == (11, "whole 11", ())


def test_without_hard_links_it_renames(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    filled(folder, 7)
    assert folder.load(read).content == "whole 7"
    assert sorted(os.listdir(folder.path)) == [".lock", *files(folder)]


def test_a_scanner_that_holds_a_file_is_waited_for(tmp_path: Path) -> None:
    calls = []

    def held_twice() -> str:
        calls.append(1)
        if len(calls) < 3:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32
            raise error
        return "done"

    assert disk._patiently(held_twice) == "done"


def test_asking_whether_there_is_one_loads_nothing_heavy() -> None:
    code = (
        "import sys, pathlib; from course.store.names import exists; exists(pathlib.Path('/'));"
        "print([m for m in ('pydantic', 'tomllib', 'tomli_w', 'filelock') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
