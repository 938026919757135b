"""The app: holds the session, hears every answer, opens screens. It reads and writes no files."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.reactive import reactive

from course.errors import HandrailError
from course.language import N_, _
from course.ui.messages import Answered, Merged, Told
from course.ui.screens.base import CourseScreen
from course.ui.shell import Cover, Shell
from course.ui.themes import DARK, THEMES
from course.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from course.session.session import Session
    from course.ui.outside import Kept, Opened, Outside


class CourseApp(Shell):
    """One window onto one session."""

    TITLE = "Handrail"
    BINDINGS = [
        Binding("f1", "help_now", N_("Help now"), show=False, priority=True),
        Binding("question_mark", "help_now", N_("Help now"), show=False),
        Binding("f9,ctrl+l", "hide", N_("Hide"), show=False, priority=True),
        Binding("ctrl+q", "quit", N_("Leave"), key_display="Ctrl+Q", priority=True),
    ]

    status: reactive[str] = reactive("")
    """How things are kept, for the bar below."""

    def __init__(self, outside: Outside, *, lesson_id: str = "", theme: str = "") -> None:
        super().__init__()
        self.outside = outside
        self.session: Session | None = None
        self.keeping = outside.kept
        """Whether what is said is written on this machine."""
        self.notices: tuple[str, ...] = ()
        """What has to be said about how the notebook was opened; stands on Home."""
        self._lesson_id = lesson_id
        self._early: Opened | None = None
        self._waiting: list[Callable[[], None]] = []
        for ours in THEMES:
            self.register_theme(ours)
        self.theme = _ours(theme)

    def on_mount(self) -> None:
        """Show the first screen at once; load everything else behind it."""
        super().on_mount()
        if self._lesson_id:
            self.when_ready(lambda: self.open_lesson(self._lesson_id))
        else:
            self._show_first()
        if self._early is not None:
            self._opened(self._early)
        else:
            self.call_after_refresh(self._load)

    def open_early(self) -> None:
        """Load before the first frame, for when that frame is to be a lesson."""
        self._early = self._open()

    def _show_first(self) -> None:
        if self.outside.kept:
            self.go_home()
        else:
            from course.ui.screens.start import StartScreen

            self.push_screen(StartScreen())

    def _load(self) -> None:
        self.run_worker(
            lambda: self.call_from_thread(self._opened, self._open()), thread=True, group="open"
        )

    def _open(self) -> Opened:
        return self.outside.open(
            lambda status: self.post_message(Told(status)),  # these two must never wait for us
            lambda notebook: self.post_message(Merged(notebook)),
        )

    def _opened(self, opened: Opened) -> None:
        self.session, self.keeping = opened.session, opened.keeping
        if chosen := self.session.notebook.settings.theme:
            self.theme = _ours(chosen)
        self.notices = opened.notices
        if self.outside.kept and not self.keeping:
            self.status = _("Not kept")
        gc.enable()  # off since the program started
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        self._spread_news()

    def when_ready(self, act: Callable[[], None]) -> None:
        """Do it now, or as soon as the session is there."""
        if self.session is None:
            self._waiting.append(act)
        else:
            act()

    # Going somewhere

    def go_home(self) -> None:
        """Home, with nothing above it."""
        from course.ui.screens.home import HomeScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        if not isinstance(self.screen, HomeScreen):
            self.push_screen(HomeScreen(self.outside.heads))

    def open_lesson(self, lesson_id: str) -> None:
        """A lesson, at the step where it was left. Says so when it cannot be read."""
        from course.ui.screens.lesson import LessonScreen

        assert self.session is not None, "called through when_ready"
        try:
            walk = self.session.enter(lesson_id)
        except HandrailError:
            self.tell(_("That lesson cannot be read on this machine. The others work."))
        else:
            self.push_screen(LessonScreen(walk))

    def action_help_now(self) -> None:
        """Help, from anywhere, never twice."""
        from course.ui.screens.help_now import HelpNowScreen

        if not any(isinstance(screen, HelpNowScreen | Cover) for screen in self.screen_stack):
            self.push_screen(HelpNowScreen())

    def action_hide(self) -> None:
        """Cover everything, or bring it back."""
        if self.leaving:
            return
        if isinstance(self.screen, Cover):
            self.pop_screen()
        else:
            self.push_screen(Cover(_("Press Enter to go on")))

    def open_plan(self) -> None:
        """The plan so far."""
        from course.ui.screens.plan import PlanScreen

        self.push_screen(PlanScreen())

    def open_papers(self) -> None:
        """Save and print."""
        from course.ui.screens.papers import PapersScreen

        self.push_screen(PapersScreen())

    def open_settings(self) -> None:
        """Country, colours, how it is kept."""
        from course.ui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    # How it is kept

    def start(self, *, keep: bool, region: str) -> None:
        """The first screen was answered."""
        assert self.session is not None, "called through when_ready"
        if region:
            self.session.choose(region=region)
        self.keep(keep)
        self.go_home()

    def keep(self, keep: bool) -> None:
        """Keep on this machine from now on, or write nothing more."""
        assert self.session is not None, "called through when_ready"
        if keep:
            self.run_worker(self._keep, thread=True, group="keep")
        else:
            self.session.keep_nothing()
            self.run_worker(self.outside.close, thread=True, group="keep")
            self._kept(False, _("Just for now"))

    def _keep(self) -> None:
        try:
            kept = self.outside.keep_here()
        except HandrailError as problem:
            self.call_from_thread(self.tell, str(problem))
        else:
            self.call_from_thread(self._keep_with, kept)

    def _keep_with(self, kept: Kept) -> None:
        if self.session is not None:
            self.session.keep_with(kept.keep, kept.found)
        self.notices = kept.notices
        self._kept(True, "")

    def _kept(self, keeping: bool, status: str) -> None:
        self.keeping, self.status = keeping, status
        self._spread_news()

    # Answers and news

    def on_answered(self, message: Answered) -> None:
        """The one handler of all answers."""
        if self.session is not None:
            self.session.answer(message.prompt_id, message.answer)
            self._spread_news()

    def _spread_news(self) -> None:
        if isinstance(self.screen, CourseScreen):
            self.screen.hear_news()

    def on_merged(self, message: Merged) -> None:
        """Another window changed things too."""
        if self.session is not None:
            self.session.resume_with(message.notebook)
            self._spread_news()

    def on_told(self, message: Told) -> None:
        """How the last save went."""
        self.status = message.status

    def watch_status(self, status: str) -> None:
        """Show it in the bar of the screen on top; the others ask when they come back."""
        for bar in self.screen.query(KeyBar) if self.screen_stack else ():
            bar.status = status

    def tell(self, sentence: str) -> None:
        """Say something that is also true without being read at once."""
        if not isinstance(self.screen, Cover):
            self.notify(sentence, timeout=10, markup=False)

    def leave(self) -> None:
        """Whatever was being typed is kept too."""
        for screen in self.screen_stack:
            if isinstance(screen, CourseScreen):
                screen.settle()
        super().leave()

    def keep_all(self) -> None:
        """The last save is awaited."""
        self.outside.close()


def _ours(theme: str) -> str:
    """The theme, if it is one of ours; else the dark one."""
    return theme if theme in {each.name for each in THEMES} else DARK.name
