"""Hiding, locking and opening again: what is private leaves the screen at once, then the memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from course.errors import HandrailError, NoDoor
from course.language import _
from course.ui.covers import LockedCover, go_on
from course.ui.keeping import Refused
from course.ui.shell import COVERED, Cover
from course.ui.sweeping import Sweeping

if TYPE_CHECKING:
    from course.notebook.notebook import Notebook, Place
    from course.session.session import Session
    from course.ui.outside import Opened, Outside


class Locking(Sweeping):
    """An app whose locked notebook is closed when it is hidden, and opened again."""

    def __init__(self, outside: Outside) -> None:
        super().__init__(outside)
        self.region = ""
        """The country of whoever was here last: help goes on naming its numbers."""
        self._shutting = self._asked_for = False
        self._place: tuple[str, Place] | None = None
        """Where the person was when it was locked. Holds none of their words."""

    # Locking

    def lock(self) -> None:
        """Cover at once; then save, and let go of key, words and screens."""
        self.push_screen(LockedCover(go_on()))
        self.settle()
        self._shutting, self._asked_for = True, False
        self.run_worker(self._lock(self.session), group="lock")

    def lock_if_covered(self) -> bool:
        """What was hidden while it was being locked does not stay open under that cover."""
        page = self.help_page
        if hides := self.covered and not self.leaving:
            self.lock()
            self.keep_help(page)
        return hides

    async def _lock(self, session: Session | None) -> None:
        await asyncio.sleep(COVERED)  # first the cover, then the rest
        not_kept = await asyncio.to_thread(self.outside.put_away)
        self._shutting = False
        if self.session is session:  # else it was forgotten meanwhile
            self._let_go_of_it(not_kept)

    def _let_go_of_it(self, not_kept: str) -> None:
        if not self.locked:  # it was unlocked meanwhile: no passphrase opens it
            self.start_again_covered()
            return
        self._note_place()
        self.drop()
        if not_kept and isinstance(self.screen, LockedCover):
            self.screen.say(not_kept + "\n\n" + go_on())
        if self._asked_for:
            self.open_again()

    def _note_place(self) -> None:
        from course.ui.screens.lesson import LessonScreen

        self._place = None
        for screen in self.screen_stack:
            if isinstance(screen, LessonScreen) and self.session is not None:
                lesson_id = screen.walk.lesson.id
                self._place = (lesson_id, self.session.notebook.places[lesson_id])

    def drop(self, show: Callable[[], object] | None = None) -> None:
        """Let go of the session and of every screen that showed it. A cover comes, or what is shown
        here, and help stays."""
        dropped = ref(self.session) if self.session is not None else _no_one
        if self.session is not None:
            self.region = self.session.notebook.settings.region
            self.session.keep_nothing()
        self.session, self.keeping, self.locked = None, False, False
        self.notices, self.status, self._clipboard = (), "", ""
        self.change_of_mind()
        page = self.help_page
        with self.batch_update():
            self.pop_all()
            show() if show is not None else self.push_screen(LockedCover(go_on()))
            self.keep_help(page)
        self.change_hands()
        self.set_timer(COVERED, partial(self.sweep, dropped))

    @property
    def help_page(self) -> str | None:
        """Which page of help is being read; None when none is."""
        from course.ui.screens.help_now import HelpNowScreen

        pages = [each.page for each in self.above_cover if isinstance(each, HelpNowScreen)]
        return pages[0] if pages else None

    def tell_the_rest(self) -> None:
        """Not while help is being read: nothing lies over it, so it would go by unseen."""
        if self.help_page is None:
            super().tell_the_rest()

    def keep_help(self, page: str | None) -> None:
        """Lay that page over the cover: somebody may need both hands."""
        from course.ui.screens.help_now import HelpNowScreen

        if page is not None:
            self.push_screen(HelpNowScreen(page))

    def pop_all(self) -> None:
        """Take every screen away."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def has_left(self, session: Session) -> bool:
        """Whether whoever had this session locked it, or is just doing so: nobody is there to see
        what comes of it. (Not who leaves the program: they get what they asked for.)"""
        locking = any(isinstance(screen, LockedCover) for screen in self.screen_stack)
        return session is not self.session or locking

    # Opening again

    def open_again(self) -> None:
        """From the cover to the name and the passphrase, once all is closed."""
        from course.ui.screens.open import OpenScreen

        self._asked_for = self._shutting
        if self._shutting:
            if isinstance(self.screen, LockedCover):
                self.screen.say(_("One moment"))
            return
        self.pop_all()
        self.push_screen(OpenScreen())

    def unlock(self, opens: Callable[[], Opened], refused: Refused) -> None:
        """Open a locked notebook behind the screen. ``refused`` hears when it stays shut."""
        self.be_deaf()
        self.settle()
        self.ask_outside(opens, partial(self._unlocked, refused), partial(self._shut, refused))

    def _shut(self, refused: Refused, problem: HandrailError) -> None:
        if isinstance(problem, NoDoor):
            self.tries.wrong(self.uptime())
        refused(problem)

    def _unlocked(self, refused: Refused, opened: Opened) -> None:
        self.tries.right()
        if self.covered or self.leaving:
            self.stay_shut(refused, _("The page was hidden meanwhile. Open your notebook again."))
        else:
            self.enter(opened, refused)

    def stay_shut(self, refused: Refused, why: str) -> None:
        """Close what was just unlocked. What was kept before lies open no more, either."""

        def shut() -> None:
            self.outside.put_away()
            self.call_from_thread(self._stays_shut, refused, HandrailError(why))

        self.run_worker(shut, thread=True, group="lock")

    def _stays_shut(self, refused: Refused, problem: HandrailError) -> None:
        if not self.keeping:
            refused(problem)
        elif self.covered:
            self.drop()
        else:
            self.start_again()
            self.when_ready(lambda: self.tell(str(problem)))

    def enter(self, opened: Opened, refused: Refused) -> None:
        """Go on with what was unlocked."""
        notebook = opened.session.notebook
        if (words := self._words_for(notebook)) is not None:
            opened.session.keep_with(opened.session.keep, words)
        self.change_of_mind()
        self._opened(opened)
        self.locked = True  # also one that can only be read: its key lies open
        if not opened.keeping:
            self.status = _("Not kept")
        self.go_in()

    def _words_for(self, notebook: Notebook) -> Notebook | None:
        """What was said just for now before it was opened."""
        said = self.session.notebook if self.session and not self.keeping else None
        if said is None or not has_words(said):
            return None
        return said.model_copy(update={"settings": notebook.settings})

    def go_in(self) -> None:
        """To where the person was, unless help lies over the opening screen."""
        if self.help_page is not None:
            return  # the opening screen sees to it when it is on top again
        self.pop_all()
        self.go_home()
        place, self._place = self._place, None
        if place is not None and self.session is not None:
            lesson_id, where = place
            if self.session.notebook.places.get(lesson_id) == where:
                self.open_lesson(lesson_id)
                for notice in self.notices:  # they stand on Home, which is covered now
                    self.tell(notice)

    def start_again(self) -> None:
        """As at the very first: nothing is open, and nothing of before is there."""
        self.code, self._place, self._untold = "", None, []
        self.drop(self.show_first)
        self._load()

    def start_again_covered(self) -> None:
        """The same, under a cover."""
        self.start_again()
        self.push_screen(Cover(go_on()))

    def go_home(self) -> None:
        """Home, with nothing above it."""

    def open_lesson(self, lesson_id: str) -> None:
        """A lesson, at the step where it was left."""


def has_words(notebook: Notebook) -> bool:
    """Whether anything was said."""
    return bool(notebook.answers or notebook.entries)


def _no_one() -> None:
    """There was no session."""
