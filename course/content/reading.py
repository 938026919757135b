"""How hard a text is to read: Flesch-Kincaid and SMOG, both in years of US schooling.

    0.39 * words / sentences + 11.8 * syllables / words - 15.59        Flesch-Kincaid, 1975
    1.0430 * sqrt(long words * 30 / sentences) + 3.1291                SMOG, McLaughlin 1969

A long word has three syllables or more. Formulas see neither jargon nor order nor truth: they are
a floor, not the test. The text is normalised first (evidence 5.5): each paragraph, bullet, heading
and option ends in a full stop; telephone numbers and addresses are one word; short sentences count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import sqrt

from course.content.syllables import syllables

MASK = "Word"
"""What stands for a masked term: one syllable, and a capital, so that sentences still end."""
LONG = 3
"""Syllables from which a word is long."""

_PLACED = (
    (re.compile(r"\b(?:https?://|www\.)\S*[\w/]|\b[\w.+-]+@[\w-]+\.\w[\w.]*\w|\b\w+\.(?:org|com|gov|me)\b"),
     "number"),
    (re.compile(r"\{\w+\}"), "number"),
    (re.compile(r"\+?\(?\d[\d()\s-]{4,}\d"), "number"),
    (re.compile(r"\be\.g\.,?"), "for instance"),
    (re.compile(r"\bi\.e\.,?"), "that is"),
    (re.compile(r"\b([ap])\.m\.?(?=\W|$)"), r"\1m"),
    (re.compile(r"\b(?:[A-Z]\.){2,}"), "US"),
    (re.compile(r"\b(Dr|Mr|Mrs|Ms|St|No|vs|etc)\.(?=\s+\S)"), r"\1"),
    (re.compile(r"(?<=\d)[.,](?=\d)"), ""),
)  # fmt: skip
_STOP = re.compile(r"(?:[.!?]+|…)[\"”’')*\]]*(?=\s+[\"“‘'(*\[]*[A-Z0-9]|$)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Sentence:
    """One sentence, and its words."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """The counts of a text."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> int:
        """How many words."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @cached_property
    def _syllables(self) -> tuple[int, ...]:
        return tuple(_of_word(word) for each in self.sentences for word in each.words)

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade."""
        if not self.words:
            return 0.0
        per_sentence = self.words / len(self.sentences)
        return 0.39 * per_sentence + 11.8 * sum(self._syllables) / self.words - 15.59

    @property
    def smog(self) -> float:
        """SMOG grade; meant for 30 sentences or more."""
        if not self.words:
            return 0.0
        long = sum(count >= LONG for count in self._syllables)
        return 1.0430 * sqrt(long * 30 / len(self.sentences)) + 3.1291

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""
        return max((len(sentence.words) for sentence in self.sentences), default=0)

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / len(self.sentences) if self.sentences else 0.0


def _of_word(word: str) -> int:
    return sum(syllables(part) for part in word.split("-") if part)


def measured(texts: Iterable[str], mask: Collection[str] = ()) -> Measured:
    """The counts of these texts, with the terms in ``mask`` taken as one short word each."""
    return Measured(tuple(sentence for text in texts for sentence in sentences(text, mask)))


def sentences(text: str, mask: Collection[str] = ()) -> list[Sentence]:
    """The sentences of a text; each of its lines ends one."""
    found = []
    for line in masked(normal(text), mask).split("\n"):
        for said in _cut(line.strip()):
            if words := tuple(_WORD.findall(said)):
                found.append(Sentence(said, words))
    return found


def normal(text: str) -> str:
    """The text with whatever would be miscounted put in plain words."""
    for pattern, put in _PLACED:
        text = pattern.sub(put, text)
    return text


def masked(text: str, terms: Collection[str]) -> str:
    """The text with each term, also in the plural, replaced by one short word."""
    if not terms:
        return text
    any_of = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    return re.sub(rf"\b(?:{any_of})(?:s|es|ed)?\b", MASK, text, flags=re.IGNORECASE)


def _cut(line: str) -> list[str]:
    cuts = [0, *(found.end() for found in _STOP.finditer(line)), len(line)]
    return [line[a:b].strip() for a, b in pairwise(cuts)]
