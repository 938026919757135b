"""How far was each locked notebook when it was last seen here?

Somebody who can write to the folder can put an older copy back, and no lock prevents that. But the
state folder, which lies elsewhere, remembers a number for each id, and so it can be told.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from course.store import disk


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The state folder. What it cannot remember it forgets: it never stands in anybody's way."""

    path: Path

    def number(self, record_id: str) -> int:
        """The last generation seen; 0 when that is not known."""
        try:
            return int((self.path / record_id).read_text("ascii"))
        except (OSError, ValueError):
            return 0

    def note(self, record_id: str, number: int) -> None:
        """Remember it. Not synced: after a power cut an older number does no harm."""
        line = b"%020d\n" % number  # always as long, so that one write puts it in the other's place
        with contextlib.suppress(OSError):
            try:
                self._write(record_id, line)
            except FileNotFoundError:
                disk.make_folder(self.path)
                self._write(record_id, line)

    def _write(self, record_id: str, line: bytes) -> None:
        handle = os.open(self.path / record_id, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

    def forget(self, record_id: str) -> None:
        """Remember nothing of it."""
        disk.remove(self.path / record_id)
        disk.remove_folder(self.path)
