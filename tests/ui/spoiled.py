"""A notebook that answers whatever is asked, and every word of it is out to break the screen.

No check has seen these words, as if they had come in by a back door: what keeps them from doing
harm is that each is shown by ``shown()`` and never as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from course.content.prompts import (
    Choose,
    Column,
    Listing,
    Order,
    Prompt,
    Rate,
    Rows,
    Scenario,
    Sort,
    Write,
)
from course.notebook.answers import Answer, Chosen, Listed, Other, Pick, Rated, Said, Tabled
from course.notebook.notebook import Entry, Notebook, Settings
from course.notebook.review import REVIEW, TASK
from course.notebook.units import Item, Row
from tests.hostile import dealt
from tests.ui.outside import NOW

WORDLESS = ("again", "pause", "task", "ask-my-plan")
WRITER: dict[str, Any] = {"rev": 1, "by": "mine", "private": False}


def spoiled(
    prompts: Iterable[Prompt], start: int = 0, *, lines: int = 3, region: str = "UK"
) -> Notebook:
    """All prompts answered, some that are gone too; one line of each list is taken out."""
    hand = Hand(dealt(start), lines)
    answers = {prompt.id: hand.answer(prompt) for prompt in prompts if prompt.kind not in WORDLESS}
    gone = {f"gone-{n}": answer for n, answer in enumerate(hand.one_of_each())}
    fields = {name: next(hand.words) for name in ("note", "prompt", "how", "right")}
    return Notebook.model_construct(
        answers={**answers, **gone},
        entries=tuple(
            Entry.model_construct(id=kind, kind=kind, at=NOW, fields=fields, gone=False, **WRITER)
            for kind in (REVIEW, TASK, next(hand.words))
        ),
        settings=Settings.model_construct(rev=1, by="mine", region=region),
    )


class Hand:
    """Writes answers of every shape, with the next words of those that were dealt."""

    def __init__(self, words: Iterator[str], lines: int) -> None:
        self.words = words
        self._lines = lines
        self._ids = (str(number) for number in count())

    def answer(self, prompt: Prompt) -> Answer:
        """As the prompt would have it, but for the words."""
        match prompt:
            case Listing():
                return self._listed()
            case Rows():
                return self._tabled(prompt.columns)
            case Write():
                return self._said()
            case Rate():
                return Rated.model_construct(at=NOW, value=prompt.low, **WRITER)
            case Choose() | Order() | Sort() | Scenario():
                return self.chosen()
        raise TypeError(f"how is {prompt.kind} answered?")

    def chosen(self) -> Answer:
        """An option that is there no more, in the words of then."""
        pick = Pick.model_construct(id="gone", words=next(self.words), box=next(self.words))
        return Chosen.model_construct(
            at=NOW, picks=(pick,), first=(pick,), language=next(self.words), **WRITER
        )

    def one_of_each(self) -> list[Answer]:
        """Answers to what no lesson asks any more."""
        columns = [Column(id=next(self.words), title="") for _ in range(3)]
        other = Other.model_construct(shape="hologram", at=NOW, beams=next(self.words), **WRITER)
        return [self.chosen(), self._listed(), self._tabled(columns), self._said(), other]

    def _said(self) -> Answer:
        text = "\n".join(next(self.words) for _ in range(self._lines))
        return Said.model_construct(at=NOW, text=text, **WRITER)

    def _listed(self) -> Answer:
        items = [self._unit(Item, text=next(self.words)) for _ in range(self._lines)]
        gone = self._unit(Item, text=next(self.words), gone=True)
        return Listed.model_construct(at=NOW, items=(*items, gone), **WRITER)

    def _tabled(self, columns: Iterable[Column]) -> Answer:
        def row(gone: bool = False) -> Row:
            cells = {column.id: next(self.words) for column in columns}
            return self._unit(Row, cells=cells, gone=gone)

        rows = [row() for _ in range(self._lines)]
        return Tabled.model_construct(at=NOW, rows=(*rows, row(gone=True)), **WRITER)

    def _unit(self, kind: type[Any], gone: bool = False, **fields: Any) -> Any:
        return kind.model_construct(id=next(self._ids), gone=gone, **fields, **WRITER)
