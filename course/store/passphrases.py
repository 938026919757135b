"""Passphrases: words to offer, a code for when they are forgotten, and how strong own ones are.

The list is our own: 1,398 short, plain, friendly words. What would remind somebody of drugs,
drink, prison, violence, faith or bodies is not among them; a test names what must never come in.
"""

from __future__ import annotations

import re
from functools import cache
from math import log10
from pathlib import Path
from random import Random
from typing import Literal, TypeAlias

from course.language import N_

OFFERED = 4
"""Words in an offered passphrase.

Four of 1,398 are 41.8 bits, 3.8 million million passphrases. At the 5,700 guesses a second of one
big graphics card against our derivation, half of them take some ten years; a thousand cards need
four days. That is above the bar own passphrases are held to (``ENOUGH``) and enough against
whoever takes a stick or a disk. A fifth word would be 52 bits; it is left out because a passphrase
that is forgotten loses the notebook, which happens more often than such a thief comes by. Who
wants more asks ``offered`` for five.
"""
CODE = 8
"""Words in a recovery code: 83.6 bits. It is written down, so it need not be short."""
ENOUGH = 12.0
"""The power of ten in guesses that an own passphrase should need: years on one graphics card."""

Strength: TypeAlias = Literal["empty", "at-once", "days", "months", "enough"]

SENTENCES: dict[Strength, str] = {
    "empty": N_("A few words are safest."),
    "at-once": N_("A computer guesses this in minutes."),
    "days": N_("A computer guesses this in hours or days."),
    "months": N_("A computer guesses this in weeks or months."),
    "enough": N_("Good. This would take a computer years to guess."),
}
"""What to tell about each, to be shown through ``_``."""

_LIMITS: tuple[tuple[float, Strength], ...] = ((7.5, "at-once"), (9.5, "days"), (ENOUGH, "months"))
_LONGEST = 72
"""zxcvbn refuses more."""
_KNOWN = (
    *("one day at a time", "easy does it", "first things first", "keep coming back"),
    *("it works if you work it", "let go and let god", "live and let live", "just for today"),
    *("this too shall pass", "progress not perfection", "serenity prayer", "higher power"),
    *("clean and sober", "stay clean", "stay sober", "stay strong", "never again", "my recovery"),
    *("handrail", "recovery", "sober", "serenity", "sponsor", "relapse", "heroin", "methadone"),
)
"""What people in recovery say, and so what a thief tries first."""


@cache
def words() -> tuple[str, ...]:
    """All words there are, in the order of the alphabet."""
    return tuple(Path(__file__).with_name("words.txt").read_text("ascii").split())


def offered(rng: Random, count: int = OFFERED) -> str:
    """A passphrase to offer: words with a space between. ``rng`` must be the system's dice."""
    return " ".join(rng.sample(words(), count))


def new_code(rng: Random) -> str:
    """A recovery code, to be written down."""
    return offered(rng, CODE)


def plain_code(code: str) -> str:
    """A recovery code as it was made, however it was copied: capitals, hyphens, lines, numbers."""
    return " ".join(re.findall("[a-z]+", code.casefold()))


def strength(passphrase: str, nickname: str) -> Strength:
    """How long a computer would need to guess it. Takes some milliseconds."""
    said = set(passphrase.casefold().split())
    if not said:
        return "empty"
    if len(said) >= OFFERED and said <= set(words()):
        return "enough"  # as offered; a meter that thinks in everyday words finds a few too easy
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # only for words of one's own

    joined = re.sub(r"[\s._'-]+", "", passphrase)  # a saying, however it is spaced
    inputs = [*_KNOWN, *(each.replace(" ", "") for each in _KNOWN), nickname]
    tries = {each[:_LONGEST] for each in (passphrase, joined) if each}
    inputs = [each.casefold() for each in inputs if each]
    power = min(log10(zxcvbn(each, user_inputs=inputs)["guesses"]) for each in tries)
    return next((each for limit, each in _LIMITS if power < limit), "enough")
