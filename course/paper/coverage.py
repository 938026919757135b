"""Which characters a font file can show: its ``cmap`` table, read with the standard library."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Ranges = tuple[tuple[int, int], ...]
_SILENT = frozenset("\n\t\u200b\u200c\u200d\u200e\u200f\u00ad\ufe0e\ufe0f")
"""Characters that need no picture of their own."""


def lacking(text: str, fonts: Iterable[Path]) -> frozenset[str]:
    """The characters of the text that none of these fonts has."""
    left = set(text) - _SILENT
    for font in fonts:
        if not left:
            break
        ranges = covered(font)
        left = {c for c in left if not any(low <= ord(c) <= high for low, high in ranges)}
    return frozenset(left)


@cache
def covered(font: Path) -> Ranges:
    """The code points the file has glyphs for; none when it cannot be read as a font."""
    try:
        data = font.read_bytes()
        return tuple(_ranges(data, _cmap_at(data)))
    except (OSError, struct.error, LookupError):
        return ()


def _cmap_at(data: bytes) -> int:
    start = 0
    if data[:4] == b"ttcf":  # a collection: its first face speaks for all
        start = struct.unpack_from(">I", data, 12)[0]
    (tables,) = struct.unpack_from(">H", data, start + 4)
    for n in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * n)
        if tag == b"cmap":
            return int(offset)
    raise LookupError("no cmap")


def _ranges(data: bytes, cmap: int) -> Iterable[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    offsets = {struct.unpack_from(">HHI", data, cmap + 4 + 8 * n)[2] for n in range(count)}
    for offset in sorted(offsets):
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if form == 4:
            yield from _segments(data, cmap + offset)
        elif form == 12:
            yield from _groups(data, cmap + offset)


def _segments(data: bytes, at: int) -> Iterable[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    ends = struct.unpack_from(f">{double // 2}H", data, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", data, at + 16 + double)
    return [(low, high) for low, high in zip(starts, ends, strict=True) if low != 0xFFFF]


def _groups(data: bytes, at: int) -> Iterable[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    return [struct.unpack_from(">II", data, at + 16 + 12 * n) for n in range(count)]
