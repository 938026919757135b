"""How does a folder keep a notebook so that nothing acknowledged is ever lost?

Each save is a new, numbered file: a synced temporary file gets its name under a short lock, and
the folder is synced. Nothing is replaced. The last five are kept. See ``disk`` for the steps.
Loading writes nothing, but for setting aside what it cannot read.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from course.errors import Conflict, Damaged, NotSaved
from course.language import _
from course.store import disk, names

if TYPE_CHECKING:
    from filelock import FileLock

T = TypeVar("T")

KEPT = 5
"""Generations that stay."""
_WAIT = 10.0
"""Seconds to wait for another window's lock; a save holds it for milliseconds."""
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """The newest generation that could be read."""

    version: int
    """What to hand to ``save``; 0 when there is none yet."""
    content: T | None
    unreadable: tuple[str, ...] = ()
    """Files of newer generations that could not be read, by the names they have now."""


class Folder:
    """One notebook's generations."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unreadable: set[int] = set()

    def load(self, read: Callable[[bytes], T]) -> Loaded[T]:
        """The newest generation that ``read`` can read; it raises Damaged for what it cannot.

        Raises Damaged when there are generations and none is readable; then none is touched.
        """
        for _try in range(_TRIES):
            with suppress(FileNotFoundError):  # pruned since the listing: list again
                return self._load(read)
        raise Damaged(_("Your notebook keeps changing and could not be read. Try again."))

    def save(self, expected: int, data: bytes) -> int:
        """Keep this as the next generation and return its number.

        Raises Conflict when ``expected`` is not the newest any more, NotSaved when the disk
        says no.
        """
        try:
            disk.make_folder(self.path)
            with self._lock():
                return self._save(expected, data)
        except OSError as error:
            raise NotSaved(disk.why(error)) from None

    def set_aside(self, numbers: Iterable[int] | None = None) -> tuple[str, ...]:
        """Rename generations (all, if none are named) so that nothing ever removes them.

        Returns the names they have now: the old ones where the folder does not let itself change.
        """
        wanted = names.generations(self._names()) if numbers is None else tuple(numbers)
        if not wanted:
            return ()
        self._unreadable.update(wanted)
        try:
            with self._lock():
                return tuple(self._renamed(number) for number in wanted)
        except OSError:
            return tuple(names.name(number) for number in wanted)

    def _load(self, read: Callable[[bytes], T]) -> Loaded[T]:
        listing = self._names()
        unreadable: list[int] = []
        for number in names.generations(listing):
            try:
                content = read(self._bytes(number))
            except Damaged:
                unreadable.append(number)
                continue
            return Loaded(names.highest(listing), content, self.set_aside(unreadable))
        if unreadable:
            raise Damaged(
                _("No copy of your notebook could be read. None was changed or removed: {folder}")
                .format(folder=self.path)
            )  # fmt: skip
        return Loaded(names.highest(listing), None)

    def _bytes(self, number: int) -> bytes:
        try:
            return disk.read(self.path / names.name(number))
        except FileNotFoundError:
            raise
        except OSError as error:
            raise Damaged(disk.why(error)) from None

    def _names(self) -> list[str]:
        try:
            return os.listdir(self.path)
        except FileNotFoundError:
            return []
        except OSError:
            message = _("Your notebook's folder could not be read. Nothing was changed: {folder}")
            raise Damaged(message.format(folder=self.path)) from None

    def _lock(self) -> FileLock:
        from filelock import FileLock  # only a save needs it

        return FileLock(self.path / names.LOCK, timeout=_WAIT, mode=0o600, poll_interval=0.01)

    def _save(self, expected: int, data: bytes) -> int:
        listing = self._names()
        for each in listing:
            if each.startswith(names.TEMPORARY):  # left by a killed save: only the lock's holder
                disk.remove(self.path / each)  # has temporary files
        if names.highest(listing) not in (0, expected):
            raise Conflict(_("Another window saved first."))
        self._appear(expected + 1, data)
        self._prune()
        return expected + 1

    def _appear(self, number: int, data: bytes) -> None:
        temporary = self.path / f"{names.TEMPORARY}{secrets.token_hex(8)}"
        try:
            disk.write(temporary, data)
            disk.give_name(temporary, self.path / names.name(number))
        except FileExistsError:
            raise Conflict(_("Another window saved first.")) from None
        finally:
            disk.remove(temporary)
        disk.sync_folder(self.path)

    def _prune(self) -> None:
        for number in sorted(self._unreadable):
            with suppress(OSError):
                self._renamed(number)
        readable = [n for n in names.generations(self._names()) if n not in self._unreadable]
        for number in readable[KEPT:]:
            disk.remove(self.path / names.name(number))

    def _renamed(self, number: int) -> str:
        """Give one generation a name as unreadable, unless another window just did."""
        old, nth = self.path / names.name(number), 1
        while os.path.lexists(self.path / names.unreadable_name(number, nth)):
            nth += 1
        if os.path.lexists(old):
            disk.rename_to_free(old, self.path / names.unreadable_name(number, nth))
            disk.sync_folder(self.path)
        else:
            nth = max(1, nth - 1)
        self._unreadable.discard(number)
        return names.unreadable_name(number, nth)
