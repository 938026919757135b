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
    from course.plan.papers import Made
    from course.plan.printing import Job, Printer
    from course.session.session import Session
    from course.session.walk import Walk
    from course.settings_file import MachineSettings


@dataclass(frozen=True, slots=True)
class Opened:
    """A session, and what has to be said about how it was opened."""

    session: Session
    keeping: bool
    """Whether what is said from now on is written on this machine."""
    notices: tuple[str, ...] = ()
    older: bool = False
    """Newer copies cannot be read, or are gone: ask before going on. A notice says why."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A way to keep a notebook on this machine, and what was kept here before."""

    keep: Callable[[Notebook], None]
    found: Notebook
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rated:
    """What to say of a passphrase of one's own, and whether it may be taken without asking."""

    words: str
    enough: bool


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """Where a paper lies now, the characters that could not be printed, and what else a person
    should know about it."""

    path: Path
    unprintable: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


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

    def glimpse(self, lesson_id: str) -> Walk | None:
        """The page a lesson goes on with, for the first frame; None when it needs the rest, too."""
        ...

    def open(self, told: Callable[[str], object], merged: Callable[[Notebook], object]) -> Opened:
        """Load everything. ``told`` hears *Saved* and the like, ``merged`` a notebook that another
        window changed too; both are called from another thread."""
        ...

    def keep_here(self) -> Kept:
        """Make ready to keep on this machine. Raises HandrailError when that cannot be."""
        ...

    @property
    def caught_up(self) -> bool:
        """Whether nothing waits to be saved."""
        ...

    # What is locked. Each may raise HandrailError with a sentence for the person.

    @property
    def settings(self) -> MachineSettings:
        """What whoever runs the machine decided."""
        ...

    @property
    def locked_here(self) -> bool:
        """Whether something here may open with a passphrase. Whose, nobody can tell."""
        ...

    @property
    def locked(self) -> bool:
        """Whether the notebook that lies open is a locked one."""
        ...

    def unlock(self, nickname: str, passphrase: str) -> Opened:
        """Open a locked notebook, in a session of its own. Raises NoDoor, Damaged,
        TooLittleMemory or TooNew; then what lay open still does."""
        ...

    def recover(self, code: str) -> Opened:
        """The same with a recovery code."""
        ...

    def keep_locked(self, nickname: str, passphrase: str) -> Kept:
        """Make ready to keep locked; what was kept unlocked here, and lay open, moves there."""
        ...

    def change_passphrase(self, nickname: str, passphrase: str) -> None:
        """From now on these two open the notebook that lies open. Raises Taken if they
        open another."""
        ...

    @property
    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens it, too."""
        ...

    def new_recovery_code(self) -> str:
        """Eight words that open it from now on, to be shown once; an older code is void."""
        ...

    def drop_recovery_code(self) -> None:
        """No recovery code opens it any more."""
        ...

    def offered_passphrase(self) -> str:
        """Four words to take as a passphrase."""
        ...

    def rated(self, passphrase: str, nickname: str) -> Rated:
        """How strong a passphrase of one's own is."""
        ...

    # Erasing, taking along, forgetting

    def erase(self, notebook: Notebook) -> tuple[str, ...]:
        """Keep this instead of ``keep``, and remove all older generations once it is saved. Files
        that could not be read stay, and are named: the words may be in there."""
        ...

    def forget(self) -> None:
        """Remove the notebook that lies open for good. Raises NotSaved when something stays."""
        ...

    def export(self, notebook: Notebook, folder: Path) -> Path:
        """Save it as readable TOML, under a name that is free."""
        ...

    def carry(self, folder: Path, secrets: tuple[str, str] | None) -> tuple[str, ...]:
        """Join what is kept here into what is kept in another folder, such as one on a stick; what
        to say of it. ``secrets`` (name and passphrase) for a locked one."""
        ...

    def read_from(self, place: Path, secrets: tuple[str, str] | None) -> Notebook:
        """What is kept in another folder, or in a file that was exported: ``resume_with`` it."""
        ...

    def save_paper(
        self, document: Document, *, paper: Paper, form: Form, sheet: Sheet, folder: Path
    ) -> SavedPaper:
        """Make a paper (``plan`` or ``card``) as ``pdf``, ``txt`` or ``md`` on an ``a4`` or
        ``us-letter`` sheet, under a name that is free in the folder. Raises PaperError."""
        ...

    def make_paper(self, document: Document, *, paper: Paper, form: Form, sheet: Sheet) -> Made:
        """A paper as bytes, to be printed. Raises PaperError."""
        ...

    def delete_paper(self, path: Path) -> None:
        """Remove a paper that was saved here. Raises PaperError when it stays."""
        ...

    # Printing, for which the only socket is the one to this computer's print service

    @property
    def may_print(self) -> bool:
        """Whether whoever runs the machine lets papers be printed from here."""
        ...

    @property
    def prints_here(self) -> bool:
        """Whether this computer has the programs that print."""
        ...

    @property
    def opens_here(self) -> bool:
        """Whether this computer can open a saved paper, so that it is printed from there."""
        ...

    def open_paper(self, path: Path) -> None:
        """Open a saved paper in the computer's own viewer. Raises PaperError."""
        ...

    def printers(self) -> tuple[Printer, ...]:
        """The printers this computer knows, and whether each is ready. Raises PaperError with
        what to do instead when nothing can be printed here."""
        ...

    def send(self, made: Made, printer: str, *, copies: int, sheet: Sheet, both_sides: bool) -> Job:
        """Send a PDF to a printer; nothing is sent to one that is not ready. Raises PaperError."""
        ...

    def save_text(self, stem: str, text: str, folder: Path) -> Path:
        """Save a few words as a text file, under a name that is free. Raises PaperError."""
        ...

    # How each of these three went: empty when all is well, else what to tell the person.

    def save(self) -> str:
        """Wait for the last save. Keeping goes on."""
        ...

    def put_away(self) -> str:
        """Wait for the last save, and drop the notebook and its key. What could not be saved is
        tried again; whoever opens the notebook meanwhile finds it there."""
        ...

    def close(self) -> str:
        """Wait for the last save, and keep nothing more: what could not be saved is the session's
        alone. What was kept so far stays as it is."""
        ...

    @property
    def taken_away(self) -> bool:
        """Whether another window locked, moved or forgot the notebook that lay open."""
        ...
