"""Showing a saved paper in the computer's own viewer, to be printed from there."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import which

from course.errors import PaperError
from course.language import _

_PATIENCE = 2.0
"""Seconds in which a program that opens nothing says so. One still running then is the viewer."""


def can_show() -> bool:
    """Whether this computer has a way to open a file, and a screen to show it on."""
    return sys.platform == "win32" or bool(_program())


def show(path: Path) -> None:
    """Open it. Raises PaperError, with what to do instead, when it is not shown."""
    try:
        if sys.platform == "win32":
            os.startfile(path.absolute())
        else:
            _start(_program(), path.absolute())
    except (OSError, subprocess.CalledProcessError) as problem:
        raise PaperError(_by_hand(path)) from problem


def _program() -> str:
    """What opens a file as two clicks on it would; empty where nothing can."""
    if sys.platform == "darwin":
        return which("open") or ""
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return which("xdg-open") or "" if seen else ""


def _start(program: str, path: Path) -> None:
    """Without a terminal: else a viewer that runs in one would take ours."""
    nothing = subprocess.DEVNULL
    opener = subprocess.Popen(
        [program, path], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    with suppress(subprocess.TimeoutExpired):
        if code := opener.wait(_PATIENCE):
            raise subprocess.CalledProcessError(code, program)


def _by_hand(path: Path) -> str:
    return _("It could not be opened from here. It is saved: open {file} and print it.").format(
        file=path
    )
