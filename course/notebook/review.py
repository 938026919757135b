"""When a question comes back, and which small task has not been looked back on.

A question that was answered stands on the first rung of a ladder and comes back after that many
days. Answered well it climbs, not quite it goes one rung back. Late is fine; nothing is ever due.
Nothing new is stored for this: it is read off the answers and the entries each time.
Source of the ladder: spaced practice beats massed, whether the gaps grow or not (source E3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from course.notebook.answers import Answer, Chosen, Done
from course.notebook.notebook import Entry, Notebook

LADDER = (1, 3, 7, 14, 30)
"""Days until a question comes back, rung by rung."""
AT_MOST = 5
"""Questions in one sitting."""
REVIEW = "review"
"""Kind of the entry that a question leaves when it came back: ``prompt`` and ``right``."""
TASK = "task"
"""Kind of the entry that a task leaves when it was looked back on: ``prompt`` and ``how``."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one question stands."""

    prompt_id: str
    asked: date
    """When it was asked last."""
    rung: int = 0
    climbed: bool = False
    """Answered well on the last rung: only a safety question comes back after that."""

    @property
    def comes_back(self) -> date:
        """The day from which it may come back."""
        return self.asked + timedelta(days=LADDER[self.rung])

    def answered(self, right: bool, on: date) -> Standing:
        """Where it stands after it came back."""
        last = len(LADDER) - 1
        rung = min(last, self.rung + 1) if right else max(0, self.rung - 1)
        return replace(self, asked=on, rung=rung, climbed=right and self.rung == last)


def standings(notebook: Notebook, zone: tzinfo | None = UTC) -> tuple[Standing, ...]:
    """Where every question stands that was ever answered and can come back; days as in ``zone``."""
    first = {
        name: Standing(name, answer.at.astimezone(zone).date())
        for name, answer in notebook.answers.items()
        if _comes_back(answer)
    }
    for entry in _of_kind(notebook, REVIEW):
        name = str(entry.fields.get("prompt", ""))
        if name in first:
            right = entry.fields.get("right") is True
            first[name] = first[name].answered(right, entry.at.astimezone(zone).date())
    return tuple(first.values())


def _comes_back(answer: Answer) -> bool:
    return isinstance(answer, Done) or (isinstance(answer, Chosen) and answer.right is not None)


def ready(notebook: Notebook, now: datetime) -> tuple[Standing, ...]:
    """Those that may come back today, the longest ready first."""
    found = (each for each in standings(notebook, now.tzinfo) if each.comes_back <= now.date())
    return tuple(sorted(found, key=lambda each: (each.comes_back, each.prompt_id)))


def taken_on(notebook: Notebook) -> tuple[str, ...]:
    """The ids of what was said to be done and not looked back on since, the newest first.

    Tasks are among them; whoever asks knows which ids are tasks.
    """
    looked = {str(entry.fields.get("prompt", "")): entry.at for entry in _of_kind(notebook, TASK)}
    open_ones = [
        (answer.at, name)
        for name, answer in notebook.answers.items()
        if isinstance(answer, Done) and not (name in looked and looked[name] >= answer.at)
    ]
    return tuple(name for _at, name in sorted(open_ones, reverse=True))


def _of_kind(notebook: Notebook, kind: str) -> Iterable[Entry]:
    found = (entry for entry in notebook.entries if entry.kind == kind and not entry.gone)
    return sorted(found, key=lambda entry: (entry.at, entry.id))
