"""What every text passes through: ``clean`` on the way in, ``shown`` on the way out.

Terminals obey control sequences and lay out text by hidden marks, so neither may live in a
learner's words or in a lesson. Both functions are idempotent.
"""

from __future__ import annotations

import unicodedata

LIMIT = 2000
"""Characters one entry may hold. Fields say so when it is reached; nothing is cut in silence."""

_HIDDEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_BREAKS = {0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_REFUSED = {"Cc", "Cs", "Cn", "Co"}


def clean(text: str) -> str:
    """The text without anything a terminal, a file or a page could stumble over.

    Line ends become ``\\n``; control characters (but newline and tab), lone surrogates, unassigned
    and private-use characters, and marks that reorder text are dropped; the rest is put into NFC.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_BREAKS).translate(_HIDDEN)
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _REFUSED)
    return unicodedata.normalize("NFC", kept)


def shown(text: str) -> str:
    """A learner's text as it may go out to a screen: clean again, tabs as spaces.

    Screens wrap it in ``Content`` and never read it as markup.
    """
    return clean(text).expandtabs(4)


def shown_line(text: str) -> str:
    """The same on one line, for lists and tables."""
    return " ".join(shown(text).split())


def fits(text: str, limit: int = LIMIT) -> bool:
    """Whether an entry is short enough to keep."""
    return len(clean(text)) <= limit
