import errno
import os
import stat
from pathlib import Path

import pytest

from course.errors import PaperError
from course.paper.saving import save_new, write_new


def test_a_paper_is_for_its_owner_only(tmp_path: Path) -> None:
    path = save_new(tmp_path, "plan-2026-11-22", ".pdf", b"%PDF")
    assert path == tmp_path / "plan-2026-11-22.pdf"
    assert path.read_bytes() == b"%PDF"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names = [save_new(tmp_path, "plan", ".txt", str(n).encode()).name for n in range(3)]
    assert names == ["plan.txt", "plan-2.txt", "plan-3.txt"]
    assert (tmp_path / "plan.txt").read_bytes() == b"0"


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "elsewhere")
    assert save_new(tmp_path, "plan", ".pdf", b"x").name == "plan-2.pdf"
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"old")
    with pytest.raises(PaperError, match="is already there and was left as it is"):
        write_new(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match=r"There is no folder .* Choose another folder"):
        write_new(tmp_path / "none" / "plan.pdf", b"x")


def test_a_folder_that_is_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PaperError, match="There is no folder"):
        save_new(tmp_path / "file", "plan", ".pdf", b"x")


def test_a_folder_that_is_closed_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PaperError, match="may not save"):
        write_new(tmp_path / "plan.pdf", b"x")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "may not save"),
        (errno.EACCES, "may not save"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_a_disk_that_says_no_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(PaperError, match=said):
        write_new(tmp_path / "plan.pdf", b"x")
    assert list(tmp_path.iterdir()) == []
