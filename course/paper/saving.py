"""Papers as files: new ones only, for the owner's eyes only, and really on the disk."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path

from course.errors import PaperError
from course.language import _


def save_new(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Save under a name that is free: ``plan.pdf``, else ``plan-2.pdf``, and so on."""
    for n in count(1):
        path = folder / (f"{stem}{suffix}" if n == 1 else f"{stem}-{n}{suffix}")
        try:
            _create(path, data)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # count() has no end


def write_new(path: Path, data: bytes) -> None:
    """Save under this very name; a file that is there is left as it is."""
    try:
        _create(path, data)
    except FileExistsError as there:
        raise PaperError(
            _("{file} is already there and was left as it is.").format(file=path)
        ) from there


def delete(path: Path) -> None:
    """Remove a paper. One that is gone already is no trouble."""
    try:
        path.unlink(missing_ok=True)
    except OSError as problem:
        raise PaperError(
            _("{file} could not be deleted: {why}.").format(file=path, why=problem.strerror)
        ) from problem


def _create(path: Path, data: bytes) -> None:
    """Make the file, whole or not at all. Raises FileExistsError when the name is taken."""
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    except FileExistsError:
        raise
    except OSError as problem:
        raise PaperError(_why(problem, path)) from problem
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        path.unlink(missing_ok=True)  # half a file of our own making
        raise PaperError(_why(problem, path)) from problem


_BINARY = getattr(os, "O_BINARY", 0)  # only Windows needs it


def _why(problem: OSError, path: Path) -> str:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        said = _("There is no folder {folder}. Not saved. Choose another folder.")
    elif isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
        said = _("You may not save in {folder}. Not saved. Choose another folder.")
    elif problem.errno in (errno.ENOSPC, errno.EDQUOT):
        said = _("There is no room left in {folder}. Not saved. Choose another folder.")
    elif problem.errno == errno.ENAMETOOLONG:
        said = _("That name is too long. Not saved. Choose a shorter one.")
    else:
        said = _("It could not be saved in {folder}: {why}. Choose another folder.")
    return said.format(folder=path.parent, why=problem.strerror)
