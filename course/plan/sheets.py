"""The size of the sheet a person prints on."""

from __future__ import annotations

from course.plan.document import Sheet

_LETTER = ("US", "CA")


def sheet_for(chosen: str, region: str) -> Sheet:
    """What was chosen; else what people print on in that country."""
    if chosen in ("a4", "us-letter"):
        return "a4" if chosen == "a4" else "us-letter"
    return "us-letter" if region in _LETTER else "a4"
