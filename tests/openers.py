"""A program that stands in for the one that opens files: it notes how it was called."""

from __future__ import annotations

import time
from pathlib import Path


class Opener:
    """A real program of that name, alone in a folder that can be the PATH."""

    def __init__(self, folder: Path, name: str, then: str = "exit 0") -> None:
        self.folder, self._noted = folder, folder / "noted"
        folder.mkdir()
        program = folder / name
        note = f"{self._noted}.part"
        program.write_text(
            "#!/bin/sh\n"
            f'{{ echo $$; test -t 0 && echo tty; printf "%s\\n" "$@"; }} >{note}\n'
            f"/bin/mv {note} {self._noted}\n"
            f"{then}\n"
        )
        program.chmod(0o755)

    @property
    def given(self) -> list[str]:
        """What it was told to open, once it was called; ``tty`` first if it had our terminal."""
        return self._lines[1:]

    @property
    def pid(self) -> int:
        """Its process."""
        return int(self._lines[0])

    @property
    def _lines(self) -> list[str]:
        end = time.monotonic() + 20
        while not self._noted.exists() and time.monotonic() < end:
            time.sleep(0.01)
        return self._noted.read_text().splitlines()
