"""What a hostile or mistaken file may not do to us. Nothing heavy is imported here."""

from __future__ import annotations

import re

LIMIT = 64 * 1024
"""Bytes one lesson may hold. It has about eight thousand."""

_DOTTED = re.compile(r"""(?<![\w"'-])(?:[\w"'-]+[ \t]*\.[ \t]*){50}""")


def too_deep(settings: str) -> bool:
    """Whether a name has 50 parts or more: reading such a name can take minutes."""
    return _DOTTED.search(settings) is not None
