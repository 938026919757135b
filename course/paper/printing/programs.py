"""CUPS' own programs (lp, lpstat, lpoptions, cancel), run so that they neither hang nor ask."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from shutil import which

from course.errors import PaperError
from course.language import _

_PATIENCE = 5.0
"""Seconds. It takes some 10 ms, and longer where printers are looked for in the network."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a program said."""

    code: int
    out: str
    err: str


def are_here() -> bool:
    """Whether there is the one that prints."""
    return os.name != "nt" and which("lp") is not None


def run(
    program: str, *words: str, data: bytes = b"", patience: float = _PATIENCE, silent: str = ""
) -> Said:
    """Run it. Raises PaperError when there is no such program, or it does not come to an end.

    ``silent`` is what to tell the person in the second case.
    """
    try:
        done = subprocess.run(
            [program, *words],
            input=data,
            capture_output=True,
            timeout=patience,
            env=_environment(),
            start_new_session=True,  # without a terminal it cannot ask for a password in mid-screen
            check=False,
        )
    except OSError as problem:
        raise PaperError(_no_programs()) from problem
    except subprocess.TimeoutExpired as problem:
        raise PaperError(silent or _silence()) from problem
    return Said(done.returncode, _text(done.stdout), _text(done.stderr))


def _environment() -> dict[str, str]:
    """Ours, but in English: what these programs say is translated."""
    ours = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))
    }
    return ours | {"LC_ALL": "C.UTF-8"}


def _text(told: bytes) -> str:
    return told.decode("utf-8", "replace").strip()


def _silence() -> str:
    return _(
        "The print service of this computer does not answer. Try again in a minute, or save the"
        " paper instead."
    )


def _no_programs() -> str:
    if os.name == "nt":
        return _(
            "On Windows this program does not print by itself. Save the paper as PDF, open it, and"
            " print it from there."
        )
    return _(
        "This computer has no print service (CUPS). Save the paper as PDF, and print it from"
        " another computer."
    )
