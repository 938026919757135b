"""A saved paper is opened as two clicks on it would, or the person is told where it lies."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.errors import PaperError
from course.paper.printing import open_in_viewer, opens_here, viewer
from tests.openers import Opener


@pytest.fixture(autouse=True)
def _linux_with_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, "linux")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def on(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(viewer, "sys", SimpleNamespace(platform=platform))


@pytest.mark.parametrize(("platform", "name"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_computers_own_program_is_handed_the_whole_path_and_no_terminal(
    platform: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, platform)
    monkeypatch.chdir(tmp_path)
    opener = Opener(tmp_path / "bin", name)
    assert opens_here()
    open_in_viewer(Path("-a folder") / "plan.pdf")
    assert opener.given == [str(tmp_path / "-a folder" / "plan.pdf")]


def test_on_windows_the_system_itself_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, "win32")
    opened: list[Path] = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    assert opens_here()
    open_in_viewer(tmp_path / "plan.pdf")
    assert opened == [tmp_path / "plan.pdf"]


@pytest.mark.parametrize("lacking", ["the program", "a screen"])
def test_without_the_program_or_a_screen_it_is_not_offered_and_the_way_out_is_told(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if lacking == "a screen":
        Opener(tmp_path / "bin", "xdg-open")
        monkeypatch.delenv("DISPLAY")
    assert not opens_here()
    with pytest.raises(PaperError, match=r"open plan\.pdf and print it"):
        open_in_viewer(Path("plan.pdf"))


def test_a_file_that_nothing_opens_is_told_with_where_it_lies(tmp_path: Path) -> None:
    Opener(tmp_path / "bin", "xdg-open", "exit 3")
    with pytest.raises(PaperError, match=r"open plan\.pdf and print it"):
        open_in_viewer(Path("plan.pdf"))


def test_a_viewer_that_stays_open_is_not_waited_for_and_not_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer, "_PATIENCE", 0.2)
    opener = Opener(tmp_path / "bin", "xdg-open", "exec /bin/sleep 60")
    open_in_viewer(tmp_path / "plan.pdf")
    assert os.getsid(opener.pid) == opener.pid  # it outlives our terminal
    os.kill(opener.pid, signal.SIGKILL)
