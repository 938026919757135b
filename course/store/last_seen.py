"""How far was each locked notebook when it was last seen here?

Somebody who can write to the folder can put an older copy back, and no lock prevents that. But the
state folder, which lies elsewhere, remembers a number for each id, and so it can be told.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from course.store import disk, names


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
        with contextlib.suppress(OSError):
            disk.make_folder(self.path)
            temporary = self.path / f"{names.TEMPORARY}{secrets.token_hex(8)}"
            temporary.write_text(str(number), "ascii")
            os.replace(temporary, self.path / record_id)

    def forget(self, record_id: str) -> None:
        """Remember nothing of it."""
        disk.remove(self.path / record_id)
        disk.remove_folder(self.path)
