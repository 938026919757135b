"""The cryptography, all of it: one derivation, and one way to seal and open bytes.

Argon2id makes a slot and a key of a name and a passphrase; XChaCha20-Poly1305 seals. Both are
libsodium's, through PyNaCl, which nothing but this module imports. The README opens what is made
here in ten lines; whoever changes one of the two changes both.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import Aead

from course.errors import Damaged, TooLittleMemory
from course.language import _
from course.store.turns import turn

SITE_SIZE = 16
_SLOT_SIZE = 16
_KEY_SIZE = Aead.KEY_SIZE
_BLOCK = 4096
"""What is sealed grows by whole blocks, so that its length says little about it."""
_END = b"\x80"
"""Stands behind the content; after it come zeros to the end of the block."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs."""

    passes: int
    mebibytes: int

    @property
    def fair(self) -> bool:
        """Neither cheap for a thief nor beyond what a small machine has."""
        return 2 <= self.passes <= 16 and 64 <= self.mebibytes <= 1024


COST = Cost(passes=3, mebibytes=64)
"""Of every new door. About 0.12 s, and some 5,700 guesses a second for a big graphics card."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a name and a passphrase come to."""

    slot: str
    """Which door is theirs. Says nothing about either."""
    key: bytes = field(repr=False)


def derive(nickname: str, passphrase: str, site: bytes, cost: Cost = COST) -> Derived:
    """The one derivation. Takes a while and lets other threads run.

    Raises ValueError for a cost that is not fair, before any work, and TooLittleMemory.
    """
    if not cost.fair:
        raise ValueError("a cost that is too low or absurd")
    salt = hashlib.sha256(b"slot1" + site + _bytes(plain_name(nickname))).digest()[:16]
    try:
        with turn():
            made = argon2id.kdf(
                _SLOT_SIZE + _KEY_SIZE,
                _bytes(plain_passphrase(passphrase)),
                salt,
                opslimit=cost.passes,
                memlimit=cost.mebibytes << 20,
            )
    except (CryptoError, MemoryError):
        raise TooLittleMemory(
            _("This computer is short of memory. Close another program and try again.")
        ) from None
    return Derived(made[:_SLOT_SIZE].hex(), made[_SLOT_SIZE:])


def plain_name(nickname: str) -> str:
    """The same for every way to type a name: capitals, accents and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", nickname).casefold().split())


def plain_passphrase(passphrase: str) -> str:
    """The same for every keyboard's way to type it; without the line end of a paste."""
    return unicodedata.normalize("NFKC", passphrase).rstrip("\r\n")


def seal(key: bytes, content: bytes, about: bytes) -> bytes:
    """The content, for nobody without the key. Opens only with the same ``about``."""
    room = -(len(content) + len(_END)) % _BLOCK
    return bytes(Aead(key).encrypt(content + _END + bytes(room), about))


def opened(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """What was sealed. Raises Damaged when one bit is not as it was, or it was sealed elsewhere."""
    try:
        padded = Aead(key).decrypt(sealed, about)
    except (CryptoError, ValueError):  # ValueError: cut so short that not even the start is there
        raise Damaged(_("This copy is damaged, or belongs to another notebook.")) from None
    return padded.rstrip(b"\0")[: -len(_END)]


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")
