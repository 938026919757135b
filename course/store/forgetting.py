"""All that is kept under one folder is forgotten, whoever's it is: no key is needed for that.

The doors go first: without them what was locked is noise, even to who holds a copy of the rest.
Nothing is removed that is not ours by its name. A disk may keep bytes of removed files for a while.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from course.errors import NotSaved
from course.store import disk, names

_ID = re.compile(r"[0-9a-f]{32}")


def forget_all(home: Path, state: Path) -> tuple[Path, ...]:
    """Remove doors, locked notebooks, the unlocked one and the state; what stays in their folders.

    Raises NotSaved when something of ours does not let itself be removed.
    """
    records = home / names.RECORDS
    folders: list[tuple[Path, Callable[[str], bool]]] = [(home / names.DOORS, _sealed)]
    folders += [(each, _sealed) for each in _listed(records) if _ID.fullmatch(each.name)]
    folders += [
        (records, _nothing),
        (home / names.NOTEBOOK, names.UNLOCKED.ours),
        (state, _of_state),
    ]
    try:
        for folder, ours in folders:
            _empty(folder, ours)
    except OSError as error:
        raise NotSaved(disk.why(error)) from None
    return tuple(left for folder, _ours in folders for left in _listed(folder))


def _empty(folder: Path, ours: Callable[[str], bool]) -> None:
    """Remove our files from a folder, and the folder if it held no others."""
    for each in _listed(folder):
        if ours(each.name):
            os.unlink(each)
    if folder.is_dir():
        disk.sync_folder(folder)
        disk.remove_folder(folder)


def _listed(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(each for each in folder.iterdir() if each.name != names.LOCK)


def _sealed(name: str) -> bool:
    return name.endswith(names.SEALED) or name.startswith(names.TEMPORARY)


def _of_state(name: str) -> bool:
    return bool(_ID.fullmatch(name)) or name.startswith(names.TEMPORARY)


def _nothing(_name: str) -> bool:
    return False
