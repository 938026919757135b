"""The app: which screens there are, and how one goes from one to another."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.binding import Binding

from course.errors import HandrailError
from course.language import N_, _
from course.ui.keeping import Refused
from course.ui.printing import Printing
from course.ui.shell import Cover
from course.ui.themes import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.session.session import Session
    from course.session.walk import Walk
    from course.ui.outside import Opened, Outside


class CourseApp(Printing):
    """Opens screens. What they say to each other goes through the session it keeps."""

    TITLE = "Handrail"
    BINDINGS = [
        Binding("f1", "help_now", N_("Help now"), show=False, priority=True),
        Binding("question_mark", "help_now", N_("Help now"), show=False),
        Binding("f9,ctrl+l", "hide", N_("Hide"), show=False, priority=True),
        Binding("ctrl+q", "quit", N_("Leave"), key_display="Ctrl+Q", priority=True),
    ]

    def __init__(self, outside: Outside, *, lesson_id: str = "", theme: str = "") -> None:
        super().__init__(outside)
        self._lesson_id = lesson_id
        self._glimpse: Walk | None = None
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = DARK.name
        self.wear(theme)

    def wear(self, theme: str) -> None:
        """Put on the colours that were chosen, if they are ours."""
        if theme in {each.name for each in THEMES}:
            self.theme = theme

    def open_early(self) -> None:
        """One page of the lesson is enough for the first frame, if it can be shown alone."""
        self._glimpse = self.outside.glimpse(self._lesson_id)
        if self._glimpse is None:
            super().open_early()

    def _open(self) -> Opened:
        """The lesson that was asked for is read in the same go."""
        opened = super()._open()
        if self._lesson_id:
            _read(opened.session, self._lesson_id)
        return opened

    def show_first(self) -> None:
        """The lesson that was asked for; else Home; the very first time, Start."""
        if self._lesson_id and not self.outside.kept:  # nobody is asked first
            self.status = _("Just for now")
        if self._glimpse is not None:
            from course.ui.screens.early_lesson import EarlyLesson

            self.push_screen(EarlyLesson(self._glimpse))
        elif self._lesson_id:
            self.when_ready(lambda: self.open_lesson(self._lesson_id))
        elif self.outside.kept:
            self.go_home()
        else:
            from course.ui.screens.start import StartScreen

            self.push_screen(StartScreen())

    def start_again(self) -> None:
        """At the first question, in nobody's colours, whatever the command line asked for."""
        self._lesson_id, self._glimpse = "", None
        self.wear(DARK.name)
        super().start_again()

    def start(self, *, way: str, region: str) -> None:
        """The first screen was answered: ``now`` or ``unlocked``."""
        assert self.session is not None, "called through when_ready"
        if region:
            self.session.choose(region=region)
        if way == "unlocked":
            self.keep_unlocked()
        else:
            self.keep_nothing()
        self.go_home()

    def open_locked(self) -> None:
        """Where a name and a passphrase open a notebook."""
        from course.ui.screens.open import OpenScreen

        self.push_screen(OpenScreen())

    def lock_up(self, region: str = "") -> None:
        """Choose the name and the passphrase that lock what is said."""
        from course.ui.screens.lock import LockScreen

        self.push_screen(LockScreen(region=region))

    def change_passphrase(self) -> None:
        """Another name and passphrase for the notebook that lies open."""
        from course.ui.screens.lock import LockScreen

        self.push_screen(LockScreen(change=True))

    def change_passphrase_to(
        self, name: str, passphrase: str, done: Callable[[], object], refused: Refused
    ) -> None:
        """They were chosen for the notebook that lies open."""
        self.ask_outside(
            lambda: self.outside.change_passphrase(name, passphrase), lambda _none: done(), refused
        )

    def passphrase_changed(self) -> None:
        """Back to Settings."""
        self.pop_screen()
        self.tell(_("From now on your notebook opens with the new passphrase alone."))

    def lock_with(
        self, name: str, passphrase: str, region: str, done: Callable[[], object], refused: Refused
    ) -> None:
        """They were chosen for what was said so far."""
        assert self.session is not None, "called through when_ready"
        if region:
            self.session.choose(region=region)
        self.keep_by(
            lambda: self.outside.keep_locked(name, passphrase),
            refused,
            lambda: self.lock_if_covered() or done(),
        )

    def open_recovery(self) -> None:
        """A new recovery code, then Home."""
        from course.ui.screens.recovery import RecoveryScreen

        self.go_home()
        self.push_screen(RecoveryScreen())

    def go_home(self) -> None:
        """Home, with nothing above it."""
        from course.ui.screens.home import HomeScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        if not isinstance(self.screen, HomeScreen):
            self.push_screen(HomeScreen(self.outside.heads))

    def open_lesson(self, lesson_id: str) -> None:
        """A lesson, at the step where it was left; read behind the screen if it was not yet."""
        assert self.session is not None, "called through when_ready"
        session = self.session
        if session.course.has_read(lesson_id):
            self._show_lesson(lesson_id)
        else:
            self.once_done(lambda: _read(session, lesson_id), lambda: self._show_lesson(lesson_id))

    def _show_lesson(self, lesson_id: str) -> None:
        from course.ui.screens.lesson import LessonScreen

        if (walk := self.entered(lesson_id)) is not None:
            self.push_screen(LessonScreen(walk))

    def entered(self, lesson_id: str) -> Walk | None:
        """Where a lesson was left. Says so when it cannot be read."""
        assert self.session is not None, "called through when_ready"
        try:
            return self.session.enter(lesson_id)
        except HandrailError:
            self.tell(_("That lesson cannot be read on this machine. The others work."))
            return None

    def open_review(self) -> None:
        """A few questions from before; nothing, when there are none by now."""
        from course.session.review import questions, sitting
        from course.ui.screens.review import ReviewScreen

        assert self.session is not None, "called through when_ready"
        if found := questions(self.session):
            title = _("A few questions from before")
            self.push_screen(ReviewScreen(*sitting(self.session, found, title)))

    def open_last_time(self) -> None:
        """The small task from last time; nothing, when it was looked back on by now."""
        from course.session.review import last_task
        from course.ui.screens.last_time import LastTimeScreen

        assert self.session is not None, "called through when_ready"
        if (task := last_task(self.session)) is not None:
            self.push_screen(LastTimeScreen(task))

    def open_plan(self) -> None:
        """The plan so far."""
        from course.ui.screens.plan import PlanScreen

        self.push_screen(PlanScreen())

    def open_papers(self) -> None:
        """Save and print."""
        from course.ui.screens.papers import PapersScreen

        self.push_screen(PapersScreen())

    def open_ways(self) -> None:
        """How it is kept."""
        from course.ui.screens.ways import WaysScreen

        self.push_screen(WaysScreen())

    def open_settings(self) -> None:
        """Country, colours, how it is kept."""
        from course.ui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def action_help_now(self) -> None:
        """Help, from anywhere, never twice. A plain cover stays what it is."""
        from course.ui.screens.help_now import HelpNowScreen

        asked = any(isinstance(screen, HelpNowScreen) for screen in self.above_cover)
        if not asked and type(self.screen) is not Cover:
            self.change_of_mind()
            self.push_screen(HelpNowScreen())

    def tell(self, sentence: str, seconds: float = 10) -> None:
        """Say it, but not on the cover."""
        if not isinstance(self.screen, Cover):
            super().tell(sentence, seconds)


def _read(session: Session, lesson_id: str) -> None:
    with suppress(HandrailError):  # told when it is entered
        session.course.lesson(lesson_id)
