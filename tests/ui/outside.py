"""An outside world for tests of screens: nothing is read but our lessons, nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from course.content.glimpse import glimpse
from course.content.heads import Head
from course.errors import NoDoor, PaperError
from course.notebook.notebook import Notebook
from course.plan.document import Document
from course.plan.papers import Made
from course.plan.printing import JobNews, Printer
from course.session.session import Session
from course.session.walk import Walk, walk_through
from course.settings_file import MachineSettings
from course.ui.app import CourseApp
from course.ui.outside import Kept, Opened, Rated, SavedPaper
from tests.ours import our_course

WORDS = "apple otter meadow lantern"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class ScriptedJob:
    """A print job that tells one thing after the other; the last stays."""

    def __init__(self, news: list[JobNews]) -> None:
        self._news = news

    def look(self) -> JobNews:
        """The next."""
        return self._news.pop(0) if len(self._news) > 1 else self._news[0]

    def take_back(self) -> JobNews:
        """Nothing of it is left."""
        self._news = [JobNews("taken back", "It was taken back. Nothing of it is left here.")]
        return self._news[0]


class TestOutside:
    """Says yes to everything and remembers what it was asked."""

    __test__ = False

    def __init__(
        self, notebook: Notebook | None = None, *, course: Any = None, home: Path = Path("/home/a")
    ) -> None:
        self.notebook = notebook or Notebook()
        self.course = course or our_course()
        self.keeps: list[Notebook] = []
        self.papers: list[tuple[Document, dict[str, Any]]] = []
        self.refuses = ""
        self.now = NOW
        self.unprintable: tuple[str, ...] = ()
        self.notes: tuple[str, ...] = ()
        self.heads: tuple[Head, ...] = ()
        self.kept = True
        self.locked = False
        self.caught_up = True
        self.settings = MachineSettings(guest_first=True)
        self.doors: dict[tuple[str, str], Notebook] = {}
        """Locked notebooks, by name and passphrase."""
        self.recovery: dict[str, tuple[str, str]] = {}
        self.texts: list[str] = []
        self.deleted: list[Path] = []
        self.known_printers = (Printer("office", usual=True, both_sides=True),)
        self.job_news = [JobNews("sent", "It was handed to the printer.")]
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.closed = 0
        self.not_saved = ""
        self.older = False
        self.notices: tuple[str, ...] = ()
        self.erased: list[Notebook] = []
        self.taken_away = False
        self.may_print = True
        self.prints_here, self.opens_here = True, False
        self.opened: list[Path] = []
        self.read_only = False
        self.papers_folder = home
        self.notebook_place = home / "notebook"

    def glimpse(self, lesson_id: str) -> Walk:
        """The first page."""
        return walk_through(glimpse(next(head for head in self.heads if head.id == lesson_id)))

    def open(self, told: Callable[[str], None], merged: Callable[[Notebook], None]) -> Opened:
        """A session over the notebook given."""
        rng = Random(7)
        session = Session(self.course, self.notebook, self.keeps.append, lambda: self.now, rng)
        return Opened(session, self.kept, self.notices, self.older and self.kept)

    def keep_here(self) -> Kept:
        """Keep in a list."""
        return Kept(self.keeps.append, Notebook())

    @property
    def locked_here(self) -> bool:
        """Whether there is a door."""
        return bool(self.doors)

    def keep_locked(self, nickname: str, passphrase: str) -> Kept:
        """Keep behind a door."""
        self._door = (nickname, passphrase)
        self.locked = True
        return Kept(self._keep_behind, self.doors.setdefault(self._door, Notebook()))

    def _keep_behind(self, notebook: Notebook) -> None:
        self.doors[self._door] = notebook

    def unlock(self, nickname: str, passphrase: str) -> Opened:
        """A session over what lies behind the door."""
        if (nickname, passphrase) not in self.doors:
            raise NoDoor("No notebook here opens with this name and passphrase.")
        self._door, self.locked = (nickname, passphrase), True
        rng = Random(7)
        session = Session(self.course, Notebook(), self._keep_behind, lambda: self.now, rng)
        session.resume_with(self.doors[self._door])
        return Opened(session, not self.read_only, self.notices, self.older)

    def recover(self, code: str) -> Opened:
        """The same with a code."""
        return self.unlock(*self.recovery.get(code, ("", "nothing opens with this")))

    def change_passphrase(self, nickname: str, passphrase: str) -> None:
        """Another door."""
        self.doors[nickname, passphrase] = self.doors.pop(self._door)
        self._door = (nickname, passphrase)

    def new_recovery_code(self) -> str:
        """Eight words."""
        code = "maple river candle boat window garden copper lemon"
        self.recovery = {code: self._door}
        return code

    def drop_recovery_code(self) -> None:
        """None."""
        self.recovery = {}

    def offered_passphrase(self) -> str:
        """Always the same four words."""
        return WORDS

    def rated(self, passphrase: str, nickname: str) -> Rated:
        """Long is strong."""
        enough = len(passphrase) >= 12
        return Rated("Good." if enough else "A computer guesses this in minutes.", enough)

    def erase(self, notebook: Notebook) -> tuple[str, ...]:
        """Keep it alone."""
        self.keeps.append(notebook)
        self.erased.append(notebook)
        return ()

    def forget(self) -> None:
        """All of it."""
        self.kept = self.locked = False
        self.doors.clear()
        self.notebook = Notebook()

    def save_text(self, stem: str, text: str, folder: Path) -> Path:
        """Remember it."""
        self.texts.append(text)
        return folder / f"{stem}.txt"

    def save_paper(self, document: Document, **how: Any) -> SavedPaper:
        """Remember it; raise what the test asked for."""
        if self.refuses:
            raise PaperError(self.refuses)
        self.papers.append((document, how))
        path = how["folder"] / f"{how['paper']}.{how['form']}"
        return SavedPaper(path, self.unprintable, self.notes)

    def delete_paper(self, path: Path) -> None:
        """Remember it."""
        self.deleted.append(path)

    def open_paper(self, path: Path) -> None:
        """Remember it; raise what the test asked for."""
        if self.refuses:
            raise PaperError(self.refuses)
        self.opened.append(path)

    def make_paper(self, document: Document, **how: Any) -> Made:
        """Two pages for the plan, one for others."""
        if self.refuses:
            raise PaperError(self.refuses)
        self.papers.append((document, how))
        pages = 2 if how["paper"] == "plan" else 1
        return Made(b"%PDF", pages, self.unprintable, self.notes)

    def printers(self) -> tuple[Printer, ...]:
        """Those the test asked for; none is a refusal."""
        if not self.known_printers:
            raise PaperError("No printer is known here. Save the paper instead.")
        return self.known_printers

    def send(self, made: Made, printer: str, **how: Any) -> ScriptedJob:
        """A job that does what the test wrote down; none for a printer that is not ready."""
        for known in self.known_printers:
            if known.name == printer and known.trouble:
                raise PaperError(f"Nothing was sent. {known.trouble}")
        self.sent.append((printer, how))
        return ScriptedJob(list(self.job_news))

    def close(self) -> str:
        """All is well."""
        self.closed += 1
        self.locked = False
        return ""

    def put_away(self) -> str:
        """All is well, unless the test says otherwise."""
        self.close()
        return self.not_saved

    def save(self) -> str:
        """All is well, unless the test says otherwise."""
        return self.not_saved


def app_over(outside: TestOutside, theme: str = "handrail-dark", lesson_id: str = "") -> CourseApp:
    """An app over this outside."""
    return CourseApp(outside, theme=theme, lesson_id=lesson_id)


def seen(app: CourseApp) -> str:
    """All text on the screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
