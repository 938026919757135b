"""The part of the machine that has to do with notebooks; see ``machine``.

What is open lies on the store's ``Desk``. Here it becomes sessions and sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from course.errors import Damaged, HandrailError
from course.language import _
from course.notebook.status import said, unless_saved
from course.premises import Premises
from course.store.names import Place

if TYPE_CHECKING:
    from course.content.course import Course
    from course.notebook.notebook import Notebook
    from course.notebook.status import Status
    from course.session.session import Session
    from course.store.desk import Desk
    from course.store.notebooks import Opened as OpenedNotebook
    from course.store.vault import LockedNotebook
    from course.ui.outside import Kept, Opened, Rated

Told = Callable[[str], object]
Merged = Callable[["Notebook"], object]
Secrets = tuple[str, str]


@dataclass
class Custody(Premises):
    """Opens and keeps, with the clock and dice to use."""

    extra_lessons: tuple[Path, ...]
    now: Callable[[], datetime]
    rng: Random

    def __post_init__(self) -> None:
        self._told: Told = _ignore
        self._merged: Merged = _ignore

    @cached_property
    def course(self) -> Course:
        """The course, its lessons read when they are first needed."""
        raise NotImplementedError

    @cached_property
    def _desk(self) -> Desk:
        from course.store.desk import Desk

        return Desk(*self.place, self._tell, lambda notebook: self._merged(notebook))

    # Opening

    @property
    def notebook(self) -> Notebook:
        """The unlocked one, to be looked at. Raises StoreError when it cannot be read."""
        return self._desk.look().notebook

    def open(self, told: Told, merged: Merged) -> Opened:
        """Load the unlocked notebook, if one is kept here, and keep it from now on."""
        from course.ui.outside import Opened

        self._told, self._merged = told, merged
        if not self.kept:
            return Opened(self._session(_ignore), keeping=False)
        try:
            opened = self._desk.open()
        except Damaged as problem:
            return Opened(self._session(_ignore), False, (str(problem), _not_kept()))
        return self._sit_down(opened)

    def unlock(self, nickname: str, passphrase: str) -> Opened:
        """Open a locked notebook, in a session of its own."""
        return self._sit_down(self._desk.unlock(nickname, passphrase))

    def recover(self, code: str) -> Opened:
        """The same with a recovery code."""
        return self._sit_down(self._desk.recover(code))

    def _sit_down(self, opened: OpenedNotebook) -> Opened:
        from course.ui.outside import Opened

        session = self._session(_ignore if opened.read_only else self._desk.keeping())
        session.resume_with(opened.notebook)
        return Opened(session, not opened.read_only, opened.notices, opened.older)

    def _session(self, keep: Callable[[Notebook], None]) -> Session:
        from course.notebook.notebook import EMPTY
        from course.session.session import Session

        # Any choice of the person's own counts more: as nobody wrote this, it has no name on it.
        chosen = EMPTY.settings.model_copy(update={"region": self.settings.country})
        notebook = EMPTY.model_copy(update={"settings": chosen})
        return Session(self.course, notebook, keep, self.now, self.rng)

    # Keeping

    def keep_here(self) -> Kept:
        """Make ready to keep unlocked; what cannot be read there is set aside first."""
        return self._kept(self._desk.keep_unlocked())

    def keep_locked(self, nickname: str, passphrase: str) -> Kept:
        """Make ready to keep locked; what was kept unlocked here, and lay open, moves there."""
        return self._kept(self._desk.keep_locked(nickname, passphrase))

    def _kept(self, opened: OpenedNotebook) -> Kept:
        from course.ui.outside import Kept

        return Kept(self._desk.keeping(), opened.notebook, opened.notices)

    @property
    def caught_up(self) -> bool:
        """Whether nothing waits to be saved."""
        return self._desk.caught_up

    def erase(self, notebook: Notebook) -> tuple[str, ...]:
        """Keep this, and remove all older generations once it is saved; the files that stay."""
        return self._desk.erase(notebook)

    def save(self) -> str:
        """Wait for the last save; a sentence when it did not work. Keeping goes on."""
        return unless_saved(self._desk.save())

    def put_away(self) -> str:
        """The same, and drop the notebook and its key. What was not saved is tried again."""
        return unless_saved(self._desk.put_away())

    def close(self) -> str:
        """The same, but nothing is tried again."""
        return unless_saved(self._desk.close())

    @property
    def taken_away(self) -> bool:
        """Whether another window locked, moved or forgot the notebook that lay open."""
        return self._desk.gone

    def _tell(self, status: Status) -> None:
        self._told(said(status))

    # The locked notebook that lies open

    @property
    def locked(self) -> bool:
        """Whether the notebook that lies open is a locked one."""
        return self._desk.locked is not None

    @property
    def _locked(self) -> LockedNotebook:
        if self._desk.locked is None:
            raise HandrailError(_("No locked notebook is open."))
        return self._desk.locked

    def change_passphrase(self, nickname: str, passphrase: str) -> None:
        """From now on these two open it."""
        self._locked.change_passphrase(nickname, passphrase)

    @property
    def has_recovery_code(self) -> bool:
        """Whether a recovery code opens it, too."""
        return self._locked.has_recovery_code

    def new_recovery_code(self) -> str:
        """Eight words that open it from now on; an older code is void."""
        return self._locked.new_recovery_code(self.rng)

    def drop_recovery_code(self) -> None:
        """No recovery code opens it any more."""
        self._locked.drop_recovery_code()

    def offered_passphrase(self) -> str:
        """Four words to take as a passphrase."""
        from course.store.passphrases import offered

        return offered(self.rng)

    def rated(self, passphrase: str, nickname: str) -> Rated:
        """How strong a passphrase of one's own is."""
        from course.store.passphrases import SENTENCES, strength
        from course.ui.outside import Rated

        key = strength(passphrase, nickname)
        return Rated(_(SENTENCES[key]), key == "enough")

    # Taking along and forgetting

    def forget(self) -> None:
        """Remove the notebook that lies open for good."""
        self._desk.forget()

    def export(self, notebook: Notebook, folder: Path) -> Path:
        """Save it as readable TOML, under a name that is free."""
        from course.paper.saving import save_new
        from course.store.form import to_bytes

        return save_new(folder, f"notebook-{self.now():%Y-%m-%d}", ".toml", to_bytes(notebook))

    def carry(self, folder: Path, secrets: Secrets | None) -> tuple[str, ...]:
        """Join what is kept here into what is kept in another folder; what to say of it."""
        from course.store.moving import carry

        return carry(self.place, Place.at(folder), secrets)

    def read_from(self, place: Path, secrets: Secrets | None) -> Notebook:
        """What is kept in another folder, or in a file that was exported."""
        from course.store.moving import read
        from course.store.notebooks import to_write

        return to_write(read(Place.at(place), secrets)).notebook


def _not_kept() -> str:
    return _("What you say now is not kept. Settings lets you start a new notebook beside the old.")


def _ignore(_anything: object) -> None:
    """Keep nothing; tell nobody."""
