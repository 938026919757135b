"""What is said about printers and about papers on their way: shared by printing and screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from course.plan.document import Sheet

State = Literal["waiting", "stuck", "printing", "sent", "not printed", "taken back", "unknown"]
"""Where a print job stands. ``sent``: handed to the printer, which is no proof of paper."""

MOST_COPIES = 99
"""A group is smaller, and nobody wants more by mistake."""
_ENDS = ("sent", "not printed", "taken back")


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer this computer knows."""

    name: str
    usual: bool = False
    """The one that is taken when none is named."""
    trouble: str = ""
    """Why nothing may be sent to it now, as a sentence; empty when it is ready."""
    both_sides: bool = False
    """Whether it can print on both sides."""
    note: str = ""
    """Something to know before sending, as a sentence: its tray is empty, the toner is low."""
    sheets: tuple[Sheet, ...] = ()
    """The sizes of ours that it lists; empty when it lists none. Another size is not sent to it."""


@dataclass(frozen=True, slots=True)
class JobNews:
    """How a print job stands."""

    state: State
    words: str
    """The same as a sentence for the person, with what to do next."""

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in _ENDS


class Job(Protocol):
    """A paper on its way to a printer. Both may block: call in a worker."""

    def look(self) -> JobNews:
        """How it stands now. Once it has ended, nothing of it is left on this computer, or the
        words say that a copy may be."""
        ...

    def take_back(self) -> JobNews:
        """Stop it, and leave nothing of it on this computer."""
        ...
