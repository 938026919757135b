"""What the screens need of the world outside them. ``cli`` hands it in; tests hand in their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from course.content.heads import Head
    from course.notebook.notebook import Notebook
    from course.plan.document import Document, Form, Paper, Sheet
    from course.session.session import Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A session, and what has to be said about how it was opened."""

    session: Session
    keeping: bool
    """Whether what is said from now on is written on this machine."""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A way to keep a notebook on this machine, and what was kept here before."""

    keep: Callable[[Notebook], None]
    found: Notebook
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """Where a paper lies now, and the characters that could not be printed."""

    path: Path
    unprintable: tuple[str, ...] = ()


class Outside(Protocol):
    """Loading, keeping and papers. Everything but the properties may block: call in a worker."""

    @property
    def heads(self) -> tuple[Head, ...]:
        """The lessons, by their heads alone."""
        ...

    @property
    def kept(self) -> bool:
        """Whether a notebook is kept on this machine."""
        ...

    @property
    def papers_folder(self) -> Path:
        """Where papers are saved unless the person says otherwise."""
        ...

    @property
    def notebook_place(self) -> Path:
        """The folder a kept notebook lies in, to tell the person."""
        ...

    def open(self, told: Callable[[str], object], merged: Callable[[Notebook], object]) -> Opened:
        """Load everything. ``told`` hears *Saved* and the like, ``merged`` a notebook that another
        window changed too; both are called from another thread."""
        ...

    def keep_here(self) -> Kept:
        """Make ready to keep on this machine. Raises HandrailError when that cannot be."""
        ...

    def save_paper(
        self, document: Document, *, paper: Paper, form: Form, sheet: Sheet, folder: Path
    ) -> SavedPaper:
        """Make a paper (``plan`` or ``card``) as ``pdf``, ``txt`` or ``md`` on an ``a4`` or
        ``us-letter`` sheet, under a name that is free in the folder. Raises PaperError."""
        ...

    def close(self) -> str:
        """Wait for the last save, and keep nothing more. What was kept so far stays as it is.

        Empty when all is well, else what to tell the person.
        """
        ...
