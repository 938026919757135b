"""Showing a saved paper in the computer's own viewer, to be printed from there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from course.errors import PaperError
from course.language import _


def show(path: Path) -> None:
    """Open it. Elsewhere than on Windows and macOS nothing dependable is known to do so."""
    try:
        if sys.platform == "win32":
            import os

            os.startfile(path)
        elif sys.platform == "darwin":
            subprocess.run(["open", "--", path], check=True, capture_output=True, timeout=30)
        else:
            raise PaperError(_by_hand(path))
    except (OSError, subprocess.SubprocessError) as problem:
        raise PaperError(_by_hand(path)) from problem


def _by_hand(path: Path) -> str:
    return _("It could not be opened from here. It is saved: open {file} and print it.").format(
        file=path
    )
