"""Papers as pictures, to see what no text of a PDF tells: ink near an edge, a code that is read."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from course.paper.pdf import Pdf

needs_zbar = pytest.mark.skipif(
    shutil.which("zbarimg") is None, reason="needs zbarimg (apt-get install zbar-tools)"
)

_MM = 25.4
_NO_CODE = 4  # what zbarimg leaves with where it found none


@dataclass(frozen=True, slots=True)
class Picture:
    """One page in grey, a byte for each point."""

    width: int
    height: int
    grey: bytes

    def dark_in(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether there is ink, and more than a tint of it, in this part of the page."""
        rows = range(round(top), round(bottom))
        parts = [
            self.grey[n * self.width + round(left) : n * self.width + round(right)] for n in rows
        ]
        return min(b"".join(parts)) < 200

    def ink_within(self, edge: int) -> bool:
        """Whether anything is printed so near an edge."""
        rows = [self.grey[n * self.width : (n + 1) * self.width] for n in range(self.height)]
        sides = [row[:edge] + row[-edge:] for row in rows]
        return min(b"".join([*rows[:edge], *rows[-edge:], *sides])) < 250


def pictures(pdf: Pdf, dots: int) -> Iterator[Picture]:
    """Each page, with so many dots to the inch."""
    made = _in_grey(pdf, dots)
    while made:
        _kind, size, _depth, rest = made.split(b"\n", 3)
        width, height = map(int, size.split())
        yield Picture(width, height, rest[: width * height])
        made = rest[width * height :]


def codes_on(pdf: Pdf, dots: int = 150) -> list[str]:
    """What a scanner reads from the codes on the paper."""
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-"],
        input=_in_grey(pdf, dots),
        capture_output=True,
        check=False,
    )
    assert read.returncode in (0, _NO_CODE), read.stderr
    return read.stdout.decode().splitlines()


def _in_grey(pdf: Pdf, dots: int) -> bytes:
    command = ["pdftoppm", "-r", str(dots), "-gray", "-"]
    return subprocess.run(command, input=pdf.bytes, capture_output=True, check=True).stdout


def ink_near_an_edge(pdf: Pdf, millimetres: float = 8, dots: int = 50) -> bool:
    """Whether any page has ink where a printer may leave none."""
    edge = int(millimetres / _MM * dots)
    return any(picture.ink_within(edge) for picture in pictures(pdf, dots))
