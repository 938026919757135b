"""Real faults of real file systems."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.errors import Damaged, NotSaved
from course.store import disk
from course.store.folder import Coat, Folder
from course.store.vault import Vault
from tests.store.said import WORDS, said, saying
from tests.store.test_folder import aside, coat, files, filled, name, read

__all__ = ["coat"]  # a fixture

NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB with room for 12 files."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k,nr_inodes=12", "none", str(place)]
    if os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("needs root and the right to mount a disk of 256 KB")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@contextlib.contextmanager
def somebody_else() -> Iterator[None]:
    """Without root's rights, which no lock on a folder stops."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def shared(coat: Coat) -> Iterator[Folder]:
    """A folder that anybody may reach; the tests' own temporary folders are the tester's."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o777)
    folder = Folder(place / "notebook", coat)
    with somebody_else():
        filled(folder, 3)
    yield folder
    folder.path.chmod(0o700)
    shutil.rmtree(place)


def test_a_full_disk_is_named_and_the_last_save_stays(small_disk: Path, coat: Coat) -> None:
    folder = Folder(small_disk / "notebook", coat)
    filled(folder, 2)
    with pytest.raises(NotSaved, match=r"^the disk is full$"):
        folder.save(2, b"whole " + os.urandom(300_000))
    assert folder.load(read).content == "whole 2"
    assert files(folder) == sorted(set(os.listdir(folder.path)) - {".lock"})
    assert folder.save(2, b"whole small") == 3


def test_a_disk_without_room_for_another_file_is_full(small_disk: Path, coat: Coat) -> None:
    folder = Folder(small_disk / "notebook", coat)
    filled(folder, 1)
    with contextlib.suppress(OSError):
        for number in range(20):
            (small_disk / str(number)).touch()
    with pytest.raises(NotSaved, match=r"^the disk is full$"):
        folder.save(1, b"whole 2")
    for number in "01":  # here a hard link counts as a file
        (small_disk / number).unlink()
    assert folder.save(1, b"whole 2") == 2


def test_a_first_save_on_a_full_disk_is_not_a_crash(small_disk: Path, coat: Coat) -> None:
    with contextlib.suppress(OSError):
        (small_disk / "big").write_bytes(bytes(300_000))
    with pytest.raises(NotSaved, match=r"^the disk is full$"):
        Folder(small_disk / "notebook", coat).save(0, b"whole 1")
    assert os.listdir(small_disk) == ["big"]


def test_what_a_full_disk_did_not_let_be_locked_left_nothing(small_disk: Path) -> None:
    vault, taken = Vault(small_disk, small_disk / "state"), [small_disk / str(n) for n in range(11)]
    for each in taken:
        each.touch()
    while not (small_disk / "doors").exists():  # no room for a folder, its lock, a save, a door ...
        with contextlib.suppress(NotSaved):
            vault.make("sam", "otter lamp", saying())
            break
        assert sorted(os.listdir(small_disk)) == sorted(each.name for each in taken)
        taken.pop().unlink()
    assert said(vault.open("sam", "otter lamp").opened().notebook) == WORDS


def test_a_disk_that_can_only_be_read_is_read(small_disk: Path, coat: Coat) -> None:
    folder = Folder(small_disk / "notebook", coat)
    filled(folder, 2)
    (folder.path / name(folder, 2)).write_bytes(b"odd")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(NotSaved, match=r"^the disk can only be read$"):
        folder.save(2, b"whole 3")
    loaded = folder.load(read)
    assert (loaded.content, loaded.unreadable) == ("whole 1", (name(folder, 2),))


def test_a_folder_that_may_not_be_changed_is_read(shared: Folder) -> None:
    shared.path.chmod(0o500)
    with somebody_else():
        with pytest.raises(NotSaved, match=r"^this folder may not be changed$"):
            shared.save(3, b"whole 4")
        assert shared.load(read).content == "whole 3"


def test_a_folder_that_may_not_be_seen_is_said_to_be_so(shared: Folder) -> None:
    shared.path.chmod(0o000)
    with somebody_else(), pytest.raises(Damaged, match=r"could not be read[.] Nothing was changed"):
        shared.load(read)


def test_a_save_that_may_not_be_opened_is_kept_and_the_one_before_is_read(shared: Folder) -> None:
    newest = shared.path / name(shared, 3)
    before = newest.read_bytes()
    newest.chmod(0)
    with somebody_else():
        loaded = shared.load(read)
    assert loaded.content == "whole 2"
    assert (shared.path / loaded.unreadable[0]).read_bytes() == before


def test_what_could_not_be_set_aside_is_not_pruned_later(shared: Folder) -> None:
    (shared.path / name(shared, 3)).write_bytes(b"odd")
    shared.path.chmod(0o500)
    with somebody_else():
        assert shared.load(read).unreadable == (name(shared, 3),)
    shared.path.chmod(0o700)
    with somebody_else():
        filled(shared, 8)
    assert (shared.path / aside(shared, 3)).read_bytes() == b"odd"


def test_a_file_in_the_folders_place_is_said_to_be_so(tmp_path: Path, coat: Coat) -> None:
    (tmp_path / "notebook").touch()
    with pytest.raises(NotSaved, match=r"^a file stands where the folder should be$"):
        Folder(tmp_path / "notebook", coat).save(0, b"whole 1")
    with pytest.raises(Damaged):
        Folder(tmp_path / "notebook", coat).load(read)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, 12345])
def test_any_fault_of_a_disk_is_told_in_words(
    tmp_path: Path, coat: Coat, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    folder = Folder(tmp_path / "notebook", coat)
    filled(folder, 1)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotSaved) as caught:
        folder.save(1, b"whole 2")
    assert str(caught.value).startswith("the disk")
    assert not [each for each in os.listdir(folder.path) if each.startswith(".tmp")]


def test_a_lock_that_is_never_let_go_is_told(
    tmp_path: Path, coat: Coat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.store.disk._WAIT", 0.1)
    folder, other = Folder(tmp_path / "notebook", coat), Folder(tmp_path / "notebook", coat)
    filled(folder, 1)
    held = disk.lock(other.path)
    with held, pytest.raises(NotSaved, match=r"^another window holds the notebook$"):
        folder.save(1, b"whole 2")
