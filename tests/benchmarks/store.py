"""What locking costs: a sealed save beside the barest safe one, unlocking beside its derivation."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from nacl.pwhash import argon2id

from course.store.folder import Folder
from course.store.vault import Vault
from tests.store.said import file_of, saying

SECRETS = ("sam", "maple river candle otter")
SIZE = 25_000
"""Bytes of a notebook after some months."""


class Locked:
    """A folder with a locked notebook in it, and a plain file to compare with."""

    def __init__(self, folder: Path) -> None:
        self.vault = Vault(folder, folder / "state")
        self.folder: Folder = self.vault.make(*SECRETS, saying("x")).folder
        self.version, self.file = 1, folder / "bare"
        self.data = file_of("x" * SIZE)
        self.sealed = self.folder._coat.put_on(1, self.data)

    def save(self) -> float:
        """Milliseconds of a sealed save: lock, seal, sync, name, prune."""
        return median(_timed(self._save) for _ in range(15))

    def bare_save(self) -> float:
        """Milliseconds of write, fsync and rename of the same bytes."""
        return median(_timed(self._bare_save) for _ in range(15))

    def unlock(self) -> float:
        """Milliseconds from name and passphrase to the notebook."""
        return _timed(lambda: self.vault.open(*SECRETS).opened())

    def derive(self) -> float:
        """Milliseconds of the bare derivation."""
        return _timed(lambda: argon2id.kdf(48, b"maple", bytes(16), opslimit=3, memlimit=64 << 20))

    def _save(self) -> None:
        self.version = self.folder.save(self.version, self.data)

    def _bare_save(self) -> None:
        temporary = self.file.with_suffix(".tmp")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(handle, self.sealed)
        os.fsync(handle)
        os.close(handle)
        os.replace(temporary, self.file)


def _timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000
