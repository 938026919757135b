"""The locked notebooks of one folder: made, opened, given another passphrase, forgotten."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from course.errors import NotSaved, StoreError, Taken
from course.language import _
from course.notebook.notebook import Notebook
from course.store import disk, names
from course.store.doors import Doors
from course.store.folder import Folder
from course.store.last_seen import LastSeen
from course.store.notebooks import Opened, join, open_notebook, open_or_begin
from course.store.passphrases import new_code, plain_code
from course.store.record import Locked, Record
from course.store.ring import Kind, Ring


@dataclass(frozen=True, slots=True)
class LockedNotebook:
    """One that was opened. Whoever holds this holds its key."""

    record: Record
    folder: Folder
    _doors: Doors
    _seen: LastSeen

    @property
    def _ring(self) -> Ring:
        return Ring(self.folder.path, self.record)

    def opened(self) -> Opened:
        """Its newest copy that can be read, and whether newer ones were seen here before.

        Raises Damaged when there are copies and none can be read.
        """
        opened, seen = open_notebook(self.folder), self._seen.number(self.record.id)
        if opened.version > seen:
            self._seen.note(self.record.id, opened.version)
        if opened.read_only or 0 < opened.version >= seen:
            return opened
        return replace(opened, older=True, notices=(_older(opened.version), *opened.notices))

    @property
    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens it, too."""
        return bool(self._ring.slots("recovery"))

    def change_passphrase(self, nickname: str, passphrase: str) -> None:
        """From now on these two open it, and no others but a recovery code.

        Raises Taken when they open another, NotSaved or TooLittleMemory; then what opened it still
        does.
        """
        self._open_only_by("passphrase", nickname, passphrase)

    def new_recovery_code(self, rng: Random) -> str:
        """Eight words that open it from now on. To be shown once; an older code is void.

        Raises NotSaved or TooLittleMemory.
        """
        code = new_code(rng)
        self._open_only_by("recovery", "", code)
        return code

    def drop_recovery_code(self) -> None:
        """No recovery code opens it any more. Raises NotSaved."""
        self._remove(self._ring.slots("recovery"))

    def forget(self, last: int | None = None) -> None:
        """Remove it for good: its doors first, for without them the rest is noise.

        Raises NotSaved when something stays; Conflict when its newest generation is not ``last``
        any more: then all generations stay, for whoever holds this.
        """
        for _kind, slot in self._ring.entries():
            self._doors.remove(slot)
        self.forget_record(last)

    def forget_record(self, last: int | None = None) -> None:
        """Remove all but its doors. Raises the same."""
        self._ring.remove()
        self.folder.forget(last)
        disk.remove_folder(self.folder.path.parent)
        self._seen.forget(self.record.id)

    def note_door(self, kind: Kind, slot: str) -> None:
        """Remember that this door leads here. Raises NotSaved."""
        self._ring.add(kind, slot)

    def _open_only_by(self, kind: Kind, nickname: str, passphrase: str) -> None:
        old = self._ring.slots(kind)
        new = self._door_for(kind, nickname, passphrase)
        self._remove([slot for slot in old if slot != new])  # it is listed before it is there

    def _door_for(self, kind: Kind, nickname: str, passphrase: str) -> str:
        """The slot of a door of these two, made unless it was: a change may have been cut off."""
        try:
            return self._doors.make(
                nickname, passphrase, self.record, lambda slot: self.note_door(kind, slot)
            )
        except Taken:
            record, slot = self._doors.open(nickname, passphrase)
            if record != self.record:
                raise
            return slot

    def _remove(self, slots: list[str]) -> None:
        for slot in slots:
            self._doors.remove(slot)
            self._ring.strike(slot)


class Vault:
    """All locked notebooks under one folder. Which, and how many people's, nobody can tell."""

    def __init__(self, home: Path, state: Path) -> None:
        self._records = home / names.RECORDS
        self._doors = Doors(home / names.DOORS)
        self._seen = LastSeen(state)

    def open(self, nickname: str, passphrase: str) -> LockedNotebook:
        """The notebook of these two. Raises NoDoor, Damaged or TooLittleMemory."""
        return self._behind("passphrase", nickname, passphrase)

    def recover(self, code: str) -> LockedNotebook:
        """The notebook that a recovery code opens. Raises the same."""
        return self._behind("recovery", "", plain_code(code))

    def make(
        self, nickname: str, passphrase: str, notebook: Notebook, record: Record | None = None
    ) -> LockedNotebook:
        """Lock a notebook, which is on the disk when this returns.

        ``record`` is that of the same notebook in another folder. Raises Taken, NotSaved or
        TooLittleMemory.
        """
        made = self._of(record or Record.new())
        begun = open_or_begin(made.folder)
        try:
            join(made.folder, begun, Opened(notebook, 0))
            self._doors.make(
                nickname, passphrase, made.record, lambda slot: made.note_door("passphrase", slot)
            )
        except StoreError:
            if not begun.version:  # nobody could ever open it
                made.forget_record()
            raise
        return made

    def _behind(self, kind: Kind, nickname: str, passphrase: str) -> LockedNotebook:
        record, slot = self._doors.open(nickname, passphrase)
        found = self._of(record)
        with suppress(NotSaved):  # a folder that can only be read
            found.note_door(kind, slot)
        return found

    def _of(self, record: Record) -> LockedNotebook:
        def saved(number: int) -> None:
            self._seen.note(record.id, number)

        folder = Folder(self._records / record.id, Locked(record), saved)
        return LockedNotebook(record, folder, self._doors, self._seen)


def _older(version: int) -> str:
    if not version:
        return _("Your lock opens, but nothing is behind it: the files of your notebook are gone.")
    return _(
        "This is an older copy of your notebook: a newer one was here before. "
        "If you did not put it back yourself, ask who can reach this computer's files."
    )
