"""How wide words are, and how many lines they take.

The widths are those of our own fonts as Typst sets them, of the signs from space to ``~``, in
thousandths of the size of the letters. A test compares them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final


class Face:
    """A kind of letters."""

    def __init__(self, widths: str, wider: float = 1.0, apart: float = 0.0) -> None:
        signs = enumerate(map(int, widths.split()), start=ord(" "))
        self._widths = _Widths({chr(sign): wide * wider / 1000 + apart for sign, wide in signs})

    def width(self, words: str) -> float:
        """How wide they are on one line, in ems."""
        return sum(map(self._widths.__getitem__, words))

    def lines(self, words: str, room: float, start: float = 0.0) -> int:
        """How many lines they take where a line has room for so many ems."""
        return self.run(words, room, start)[0]

    def run(self, words: str, room: float, start: float = 0.0) -> tuple[int, float]:
        """How many lines they take, and how full the last is: there, other words may ``start``."""
        return _run(self, words, max(room, 1.0), start)


@lru_cache(maxsize=2048)
def _run(face: Face, words: str, room: float, start: float) -> tuple[int, float]:
    """Known for the words that stayed the same when a plan is made again."""
    lines, used, space = 1, start, face.width(" ")
    for n, paragraph in enumerate(_each_width(face, words)):
        if n:
            lines, used = lines + 1, 0.0
        for wide in paragraph:
            if used and used + wide > room:
                lines, used = lines + 1, 0.0
            if wide > room:  # broken where a line ends
                lines += int(wide / room)
                wide %= room
            used += wide + space
    return lines, used


@lru_cache(maxsize=1024)
def _each_width(face: Face, words: str) -> tuple[tuple[float, ...], ...]:
    """How wide each word is, line by line: asked for in letters of several sizes."""
    return tuple(tuple(map(face.width, line.split(" "))) for line in words.split("\n"))


_ALIKE = {
    "\u00a0": " ",
    "·": ".",
    "‘": ",",
    "’": ",",
    "“": '"',
    "”": '"',
    "–": "o",
    "—": "m",
    "…": "m",
}
"""Signs that are about as wide as others."""


class _Widths(dict[str, float]):
    """Letters with accents are as wide as those without; of others, a mean is known."""

    def __missing__(self, sign: str) -> float:
        plain = _ALIKE.get(sign) or unicodedata.normalize("NFD", sign)[0]
        if plain in self:
            return self[plain]
        return 1.0 if unicodedata.east_asian_width(sign) in "WF" else self["n"]


_SANS = """
    200 289 426 497 497 824 609 249 303 303 384 497 249 311 249 350 497 497 497 497 497 497 497
    497 497 497 249 249 497 497 497 418 847 543 588 571 615 527 474 617 652 263 479 579 486 727
    647 664 566 664 569 534 466 645 485 786 513 420 539 303 350 303 497 500 542 504 553 456 555
    496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303
    241 303 497
"""
_SEMIBOLD = """
    200 315 482 513 513 841 639 275 324 324 409 513 275 322 275 344 513 513 513 513 513 513 513
    513 513 513 275 275 513 513 513 432 875 558 597 576 625 538 490 628 663 282 494 597 502 745
    657 674 582 674 592 545 476 655 506 800 541 440 540 324 344 324 513 500 549 516 563 462 564
    507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324
    255 324 513
"""
_ITALIC = """
    224 313 412 581 530 965 705 200 375 390 420 536 260 315 260 336 549 549 549 549 549 549 549
    549 549 549 300 300 536 536 536 467 884 691 615 624 703 607 563 676 771 364 359 681 592 934
    750 681 582 681 644 506 544 699 595 863 650 550 572 339 339 354 535 494 400 570 531 447 574
    460 347 524 590 328 288 502 299 895 612 545 559 535 439 392 366 610 516 790 586 534 500 380
    283 395 536
"""

SANS: Final = Face(_SANS, 0.997)
"""Some pairs of letters move together a little."""
SEMIBOLD: Final = Face(_SEMIBOLD, 0.998)
KICKER: Final = Face(_SEMIBOLD, apart=0.09)
"""The heads of tables."""
ITALIC: Final = Face(_ITALIC)
"""The slanted serif letters of reasons."""
TITLE: Final = Face(_ITALIC, 1.083)
"""The upright serif letters of titles."""
