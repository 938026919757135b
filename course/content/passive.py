"""Whether a sentence is in the passive voice: a rough look at its words, right most of the time."""

from __future__ import annotations

import re

_BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got|getting)"
_BETWEEN = r"(?:\s+(?:not|never|always|often|also|just|still|now|only|being|been|\w+ly))*"
_IRREGULAR = """
made given taken told shown seen kept known found held sent brought bought caught taught written
read spoken chosen broken driven eaten forgotten hidden put cut hit paid sold said built led met
run sworn thrown understood won worn drawn grown blown begun
"""
_STATES = """
tired scared ashamed worried mixed bored excited interested stressed confused used allowed supposed
married prepared surprised relaxed relieved annoyed pleased satisfied drained closed locked unlocked
needed naked red bed embarrassed depressed addicted isolated connected involved concerned determined
"""
"""Words that look passive and tell how somebody or something is."""
_PASSIVE = re.compile(
    rf"\b(?:{_BE}|(?:is|are|was|were)n't){_BETWEEN}\s+((?:\w+ed)|{'|'.join(_IRREGULAR.split())})\b",
    re.IGNORECASE,
)


def is_passive(sentence: str) -> bool:
    """Whether the sentence seems to be passive."""
    return any(found[1].lower() not in _STATES.split() for found in _PASSIVE.finditer(sentence))
