"""Which doors lead to this notebook? A sealed list beside it, for whoever has it open.

Slots say nothing, so without it nobody could take the old door away when a passphrase changes.
A slot is listed before its door appears and struck out after it went: the list may hold too much,
never too little. One that is lost costs no words; the doors are noted anew as they are used.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeAlias

from course.errors import Damaged, NotSaved
from course.store import disk, names, sealed
from course.store.record import Record

Kind: TypeAlias = Literal["passphrase", "recovery"]
Entry: TypeAlias = tuple[Kind, str]

_NAME = f"doors{names.SEALED}"
_HEAD = b"doors 1\n"


class Ring:
    """The list of one record's doors."""

    def __init__(self, folder: Path, record: Record) -> None:
        self._folder, self._record = folder, record

    def entries(self) -> list[Entry]:
        """Kind and slot of each. A list that cannot be read is an empty one."""
        try:
            file = disk.read(self._folder / _NAME).removeprefix(_HEAD)
            lines = sealed.opened(self._record.key, file, self._about).decode().splitlines()
        except (OSError, Damaged):
            return []
        pairs = (line.split() for line in lines)
        return [("recovery" if kind == "recovery" else "passphrase", slot) for kind, slot in pairs]

    def slots(self, kind: Kind) -> list[str]:
        """Those of one kind."""
        return [slot for each, slot in self.entries() if each == kind]

    def add(self, kind: Kind, slot: str) -> None:
        """Note one. Raises NotSaved."""
        known = self.entries()
        if slot not in [each for _kind, each in known]:
            self._write([*known, (kind, slot)])

    def strike(self, slot: str) -> None:
        """Forget one. Raises NotSaved."""
        self._write(each for each in self.entries() if each[1] != slot)

    def remove(self) -> None:
        """Take the list away."""
        disk.remove(self._folder / _NAME)

    def _write(self, entries: Iterable[Entry]) -> None:
        text = "".join(f"{kind} {slot}\n" for kind, slot in entries).encode()
        try:
            disk.make_folder(self._folder)
            with disk.lock(self._folder):
                file = _HEAD + sealed.seal(self._record.key, text, self._about)
                disk.replace(self._folder / _NAME, file)
        except OSError as error:
            raise NotSaved(disk.why(error)) from None

    @property
    def _about(self) -> bytes:
        return _HEAD + self._record.about(_NAME)
