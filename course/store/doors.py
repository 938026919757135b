"""What opens a locked notebook? A door: a small file that holds the notebook's id and key, sealed.

Its file name and its key both come from a name and a passphrase, in one derivation. So nothing
lists who has a notebook here, and who guesses learns one thing only: these two open nothing.
The first line of a door says how it was derived: version, cost, a site word drawn once for the
folder, and a check. A recovery code is a second door, without a name.
"""

from __future__ import annotations

import os
import re
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course.errors import Damaged, NoDoor, NotSaved, Taken
from course.language import _
from course.store import disk, names, sealed
from course.store.record import Record
from course.store.sealed import COST, SITE_SIZE, Cost

_VERSION = 1
_HEAD = re.compile(rb"door (\d{1,4}) (\d{1,4}) (\d{1,7}) ([0-9a-f]{32}) ([0-9a-f]{8})\n")
_LONGEST_HEAD = 100
_ID_SIZE = 16


@dataclass(frozen=True, slots=True)
class Way:
    """How the doors of a folder are derived."""

    site: bytes
    cost: Cost = COST

    @property
    def head(self) -> bytes:
        """The first line of such a door."""
        line = b"door %d %d %d %s" % (
            *(_VERSION, self.cost.passes, self.cost.mebibytes),
            self.site.hex().encode(),
        )
        return line + b" %08x\n" % zlib.crc32(line)

    @classmethod
    def of(cls, file: bytes) -> Way | None:
        """That of a door; None when it cannot be read, or is none that we would make or try."""
        match = _HEAD.match(file)
        if not match or zlib.crc32(file[: match.start(5) - 1]) != int(match[5], 16):
            return None
        way = cls(bytes.fromhex(match[4].decode()), Cost(int(match[2]), int(match[3])))
        return way if int(match[1]) == _VERSION and way.cost.fair else None


@dataclass(frozen=True, slots=True)
class Doors:
    """All doors of a home."""

    path: Path

    def open(self, nickname: str, passphrase: str) -> tuple[Record, str]:
        """The notebook behind the door of these two, and the door's slot.

        Raises NoDoor (the same for an unknown name and a wrong passphrase, after the same work),
        Damaged when the door is theirs but broken, TooLittleMemory.
        """
        ways, broken = self._ways()
        for way in ways or [Way(bytes(SITE_SIZE))]:  # the same work where there is no door at all
            derived = sealed.derive(nickname, passphrase, way.site, way.cost)
            if derived.slot in self._slots():
                return self._opened(derived), derived.slot
        raise NoDoor(_no_door(broken))

    def make(
        self,
        nickname: str,
        passphrase: str,
        record: Record,
        noted: Callable[[str], object] = lambda slot: None,
    ) -> str:
        """A door of these two to that notebook, on the disk for certain; its slot.

        ``noted`` hears the slot before the door appears. Raises Taken when they have one,
        NotSaved when the disk says no, TooLittleMemory.
        """
        ways, _broken = self._ways()
        usual = [way for way in ways if way.cost == COST]
        way = usual[0] if usual else Way(secrets.token_bytes(SITE_SIZE))
        derived = sealed.derive(nickname, passphrase, way.site, way.cost)
        if derived.slot in self._slots():
            raise _taken()
        noted(derived.slot)
        content = bytes.fromhex(record.id) + record.key
        file = sealed.seal(derived.key, content, way.head + _about(derived.slot))
        try:
            disk.make_folder(self.path)
            with disk.lock(self.path):
                disk.sweep(self.path)
                disk.appear(self._file(derived.slot), way.head + file)
        except FileExistsError:
            raise _taken() from None
        except OSError as error:
            disk.remove_folder(self.path)  # if it was made for nothing
            raise NotSaved(disk.why(error)) from None
        return derived.slot

    def remove(self, slot: str) -> None:
        """Take a door away, for certain; nothing if it is not there. Raises NotSaved."""
        try:
            self._file(slot).unlink(missing_ok=True)
            if self.path.is_dir():
                disk.sync_folder(self.path)
        except OSError as error:
            raise NotSaved(disk.why(error)) from None
        disk.remove_folder(self.path)

    def _opened(self, derived: sealed.Derived) -> Record:
        try:
            file = disk.read(self._file(derived.slot))
            head, end, rest = file.partition(b"\n")
            content = sealed.opened(derived.key, rest, head + end + _about(derived.slot))
        except (Damaged, OSError):
            raise Damaged(
                _("The lock of this notebook is damaged. A recovery code still opens it.")
            ) from None
        return Record(content[:_ID_SIZE].hex(), content[_ID_SIZE:])

    def _slots(self) -> list[str]:
        """The slots taken. Raises Damaged when the folder does not let itself be read."""
        try:
            found = [Path(name) for name in os.listdir(self.path)]
        except FileNotFoundError:
            return []
        except OSError as error:
            said = _("This notebook cannot be opened now: {why}. Nothing was changed.")
            raise Damaged(said.format(why=disk.why(error))) from None
        return sorted(each.stem for each in found if each.suffix == names.SEALED)

    def _ways(self) -> tuple[list[Way], bool]:
        """Each way in which a door here was made (mostly one), and whether one cannot be read."""
        found = {self._way(slot): None for slot in self._slots()}
        return [way for way in found if way], None in found

    def _way(self, slot: str) -> Way | None:
        try:
            with self._file(slot).open("rb") as file:
                return Way.of(file.read(_LONGEST_HEAD))
        except OSError:
            return None

    def _file(self, slot: str) -> Path:
        return self.path / f"{slot}{names.SEALED}"


def _about(slot: str) -> bytes:
    return f"{names.DOORS}/{slot}{names.SEALED}".encode()


def _taken() -> Taken:
    return Taken(_("This name and passphrase open a notebook here already."))


def _no_door(broken: bool) -> str:
    said = _("No notebook here opens with this name and passphrase.")
    if not broken:
        return said
    more = _("One lock here is damaged. If it is yours, your recovery code may still open it.")
    return f"{said} {more}"
