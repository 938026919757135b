"""Notebooks that were put away while the disk took nothing: tried again and again until it does.

Their words, and the key of a locked one, stay in memory so long; then both are let go.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from course.notebook.notebook import Notebook
from course.notebook.status import NotSaved, Saved, Status
from course.store.folder import Folder
from course.store.keeper import Keeper
from course.store.notebooks import Opened


@dataclass(frozen=True, slots=True)
class Held:
    """One of them."""

    folder: Folder
    opened: Opened
    notebook: Notebook = field(repr=False)
    alone: bool
    """Whether older generations have to go once it is saved."""


class Holding:
    """All of them, by their folders. None is told of: whoever they belong to is not there."""

    def __init__(self) -> None:
        self._held: dict[Path, tuple[Held, Keeper]] = {}

    def hold(self, held: Held) -> None:
        """Try to save this until it is saved."""
        path = held.folder.path
        keeper = Keeper(held.folder, held.opened, self._in_the_end(held))
        self._held[path] = held, keeper
        keeper.keep(held.notebook, alone=held.alone)

    def back(self, folder: Folder, patience: float) -> tuple[Held | None, Status]:
        """What is held for this folder, and whether it could be saved now; it is held no more."""
        held, keeper = self._held.pop(folder.path, (None, None))
        return held, keeper.close(patience) if keeper else Saved()

    def save(self, patience: float) -> Status:
        """Try to save all of them now; the last that could not be."""
        result: Status = Saved()
        for held, _keeper in list(self._held.values()):
            _held, status = self.back(held.folder, patience)
            if isinstance(status, NotSaved):
                self.hold(held)
                result = status
        return result

    def _in_the_end(self, held: Held) -> Callable[[Status], None]:
        path = held.folder.path

        def heard(status: Status) -> None:
            known, keeper = self._held.get(path, (None, None))
            if isinstance(status, Saved) and known is held and keeper is not None:
                del self._held[path]
                keeper.end()

        return heard
