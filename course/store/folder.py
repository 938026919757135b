"""How does a folder keep a notebook so that nothing acknowledged is ever lost?

Each save is a new, numbered file: a synced temporary file gets its name under a short lock, and
the folder is synced. Nothing is replaced. The last five are kept. See ``disk`` for the steps.
Loading writes nothing, but for setting aside what it cannot read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from course.errors import Conflict, Damaged, Gone, NotSaved
from course.language import _
from course.store import disk
from course.store.names import UNLOCKED, Names

T = TypeVar("T")

KEPT = 5
"""Generations that stay."""
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """The newest generation that could be read."""

    version: int
    """What to hand to ``save``; 0 when there is none yet."""
    content: T | None
    unreadable: tuple[str, ...] = ()
    """Files of newer generations that could not be read, by the names they have now."""


class Coat(Protocol):
    """What a generation wears on the disk."""

    names: Names

    def put_on(self, number: int, data: bytes) -> bytes:
        """The file of this generation."""
        ...

    def taken_off(self, number: int, file: bytes) -> bytes:
        """What was put into it. Raises Damaged when it is not what was put into that one."""
        ...


class Bare:
    """Nothing: the file is the notebook, for anybody to read."""

    names = UNLOCKED

    def put_on(self, number: int, data: bytes) -> bytes:
        """The data itself."""
        return data

    def taken_off(self, number: int, file: bytes) -> bytes:
        """The file itself."""
        return file


class Folder:
    """One notebook's generations. ``saved`` hears the number of each, once it is kept."""

    def __init__(
        self,
        path: Path,
        coat: Coat | None = None,
        saved: Callable[[int], object] = lambda number: None,
    ) -> None:
        self.path = path
        self._coat: Coat = coat or Bare()
        self._files = self._coat.names
        self._saved = saved
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

        Raises Conflict when ``expected`` is not the newest any more, Gone when there is none any
        more, NotSaved when the disk says no.
        """
        if expected and not os.path.lexists(self.path):
            raise _gone()  # not even an empty folder is made again
        try:
            if not expected:
                disk.make_folder(self.path)
            with disk.lock(self.path):
                self._save(expected, data)
        except OSError as error:
            if not expected:
                disk.remove_folder(self.path)  # made for nothing
            raise NotSaved(disk.why(error)) from None
        self._saved(expected + 1)
        return expected + 1

    def drop_older(self) -> None:
        """Remove every generation but the newest. What was set aside stays.

        Raises NotSaved when the disk says no.
        """
        try:
            with disk.lock(self.path):
                for number in self._files.generations(self._names())[1:]:
                    os.unlink(self.path / self._files.name(number))
                disk.sync_folder(self.path)
        except OSError as error:
            raise NotSaved(disk.why(error)) from None

    def aside(self) -> tuple[str, ...]:
        """The names of what was set aside because it could not be read."""
        return tuple(sorted(filter(self._files.aside, self._names())))

    def forget(self, last: int | None = None) -> None:
        """Remove all of it, what was set aside too, and the folder if nothing else lies in it.

        Raises NotSaved when something of it stays; Conflict, and nothing is removed, when the
        newest is not ``last`` any more.
        """
        if not self.path.is_dir():
            return
        try:
            with disk.lock(self.path):
                if last is not None and self._files.highest(self._names()) != last:
                    raise _first()
                for name in filter(self._files.ours, os.listdir(self.path)):
                    os.unlink(self.path / name)
                disk.sync_folder(self.path)
        except OSError as error:
            raise NotSaved(disk.why(error)) from None
        disk.remove_folder(self.path)

    def set_aside(self, numbers: Iterable[int] | None = None) -> tuple[str, ...]:
        """Rename generations (all, if none are named) so that nothing ever removes them.

        Returns the names they have now: the old ones where the folder does not let itself change.
        """
        wanted = self._files.generations(self._names()) if numbers is None else tuple(numbers)
        if not wanted:
            return ()
        self._unreadable.update(wanted)
        try:
            with disk.lock(self.path):
                return tuple(self._renamed(number) for number in wanted)
        except OSError:
            return tuple(self._files.name(number) for number in wanted)

    def _load(self, read: Callable[[bytes], T]) -> Loaded[T]:
        listing = self._names()
        unreadable: list[int] = []
        for number in self._files.generations(listing):
            try:
                content = read(self._coat.taken_off(number, self._bytes(number)))
            except Damaged:
                unreadable.append(number)
                continue
            aside = (*self.set_aside(unreadable), *self._files.aside_since(listing, number))
            return Loaded(self._files.highest(listing), content, aside)
        if unreadable:
            raise Damaged(
                _("No copy of your notebook could be read. None was changed or removed: {folder}")
                .format(folder=self.path)
            )  # fmt: skip
        return Loaded(self._files.highest(listing), None)

    def _bytes(self, number: int) -> bytes:
        try:
            return disk.read(self.path / self._files.name(number))
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

    def _save(self, expected: int, data: bytes) -> None:
        listing, number = disk.sweep(self.path), expected + 1
        newest = self._files.highest(listing)
        if expected and not newest:
            raise _gone()
        if newest not in (0, expected):
            raise _first()
        try:
            file = self._coat.put_on(number, data)
            disk.appear(self.path / self._files.name(number), file)
        except FileExistsError:
            raise _first() from None
        self._prune([number, *self._files.generations(listing)])

    def _prune(self, numbers: list[int]) -> None:
        readable = [number for number in numbers if number not in self._unreadable]
        for number in sorted(self._unreadable):
            with suppress(OSError):
                self._renamed(number)
        for number in readable[KEPT:]:
            disk.remove(self.path / self._files.name(number))

    def _renamed(self, number: int) -> str:
        """Give one generation a name as unreadable, unless another window just did."""
        old, nth = self.path / self._files.name(number), 1
        while os.path.lexists(self.path / self._files.unreadable_name(number, nth)):
            nth += 1
        if os.path.lexists(old):
            disk.rename_to_free(old, self.path / self._files.unreadable_name(number, nth))
            disk.sync_folder(self.path)
        else:
            nth = max(1, nth - 1)
        self._unreadable.discard(number)
        return self._files.unreadable_name(number, nth)


def _first() -> Conflict:
    return Conflict(_("Another window saved first."))


def _gone() -> Gone:
    return Gone(_("it was locked, moved or removed elsewhere"))
