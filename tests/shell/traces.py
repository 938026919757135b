"""Looking for what nobody should find: words, in every form in which bytes could hold them."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
_STARTS = (0, 2, 3)
"""How many signs of base64 belong, in part, to one or two bytes that stand before."""


class Secrets:
    """Words that occur nowhere else."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self._forms = {form for word in words for form in _forms(word)}

    def in_bytes(self, data: bytes) -> bool:
        """Whether one of them is there, in capitals or not, as text, hex or base64."""
        small = data.lower()
        return any(form in data or form in small for form in self._forms)

    def in_files(self, *folders: Path) -> list[Path]:
        """The files that hold one of them, or are called so."""
        files = [file for folder in folders for file in folder.rglob("*") if not file.is_dir()]
        return [file for file in files if self.in_bytes(bytes(file) + _content(file))]

    def in_processes(self) -> list[str]:
        """The processes that tell one of them to whoever lists processes."""
        return [name for name, data in _told_by_processes() if self.in_bytes(data)]


def _forms(word: str) -> Iterator[bytes]:
    for text in {word, word.lower()}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            data = text.encode(encoding)
            yield from (data, data.hex().encode())
            yield from (_base64(data, before) for before in range(3))


def _base64(data: bytes, before: int) -> bytes:
    """As it looks in the middle of something longer, behind so many bytes (modulo 3)."""
    signs = base64.b64encode(bytes(before) + data)
    return signs[_STARTS[before] : (before + len(data)) * 8 // 6]


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _told_by_processes() -> Iterable[tuple[str, bytes]]:
    for process in PROC.glob("[0-9]*"):
        for name in ("cmdline", "environ", "comm"):
            with suppress(OSError):  # gone by now, or closed to us as to everybody
                yield f"{process.name} {name}", (process / name).read_bytes()
