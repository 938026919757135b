"""The app's one session: how it is opened, how it hears every answer, and how it is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.reactive import reactive

from course.errors import HandrailError
from course.language import _
from course.ui.messages import Answered, Merged, Told
from course.ui.screens.base import CourseScreen
from course.ui.shell import Shell
from course.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from course.session.session import Session
    from course.ui.outside import Kept, Opened, Outside

T = TypeVar("T")
Refused = Callable[[HandrailError], None]


class Keeping(Shell):
    """A window onto one session. It reads and writes no files: ``outside`` does."""

    status: reactive[str] = reactive("")
    """How things are kept, for the bar below."""

    def __init__(self, outside: Outside) -> None:
        super().__init__()
        self.outside = outside
        self.session: Session | None = None
        self.keeping = outside.kept
        """Whether what is said is written on this machine."""
        self.locked = False
        """Whether it is written so that only a name and a passphrase open it."""
        self.notices: tuple[str, ...] = ()
        """What has to be said about how the notebook was opened; stands on Home."""
        self._early: Opened | None = None
        self._waiting: list[Callable[[], None]] = []

    def on_mount(self) -> None:
        """Show the first screen at once; load everything else behind it."""
        self.show_first()
        if self._early is not None:
            self.receive(self._early)
        else:
            self.call_after_refresh(self._load)

    def show_first(self) -> None:
        """What can be shown before there is a session."""

    # Opening

    def open_early(self) -> None:
        """Load before the first frame, for when that frame is to be a lesson."""
        self._early = self._open()

    def _load(self) -> None:
        self.run_worker(
            lambda: self.call_from_thread(self.receive, self._open()), thread=True, group="open"
        )

    def _open(self) -> Opened:
        return self.outside.open(
            lambda status: self.post_message(Told(status)),  # these two must never wait for us
            lambda notebook: self.post_message(Merged(notebook)),
        )

    def receive(self, opened: Opened) -> None:
        """Go on with what was opened."""
        self._opened(opened)

    def _opened(self, opened: Opened) -> None:
        self.session, self.keeping, self.notices = opened.session, opened.keeping, opened.notices
        self.locked = opened.keeping and self.outside.locked
        self.wear(self.session.notebook.settings.theme)
        if self.outside.kept and not self.keeping:
            self.status = _("Not kept")
        gc.freeze()  # what start-up made stays; looking through it again would only cost frames
        gc.enable()  # off since the program started
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        self._spread_news()

    def wear(self, theme: str) -> None:
        """Put on the colours that were chosen, if any were."""

    def when_ready(self, act: Callable[[], None]) -> None:
        """Do it now, or as soon as the session is there."""
        if self.session is None:
            self._waiting.append(act)
        else:
            act()

    def change_of_mind(self) -> None:
        """Something else is wanted now: what still waits must not come over it later."""
        self._waiting.clear()

    # How it is kept

    def keep_unlocked(self) -> None:
        """Keep on this machine from now on, for anybody who uses this account to read."""
        self.keep_by(self.outside.keep_here)

    def keep_nothing(self) -> None:
        """Write nothing more. What is on the disk stays there."""
        assert self.session is not None, "called through when_ready"
        self.session.keep_nothing()
        self.run_worker(self._stop_keeping, thread=True, group="keep")
        self._kept(_("Just for now"))

    def keep_by(
        self,
        way: Callable[[], Kept],
        refused: Refused | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Keep in a way that is made ready behind the screen, then go on."""
        session = self.session
        assert session is not None, "called through when_ready"

        def keep_with(kept: Kept) -> None:
            self._keep_with(session, kept)
            if then is not None:
                then()

        self.ask_outside(way, keep_with, refused or self._refused)

    def ask_outside(
        self, ask: Callable[[], T], done: Callable[[T], None], refused: Refused
    ) -> None:
        """Have something done that takes a while; the screen stays live."""

        def work() -> None:
            try:
                result = ask()
            except HandrailError as problem:
                self.call_from_thread(refused, problem)
            else:
                self.call_from_thread(done, result)

        self.run_worker(work, thread=True, group="keep")

    def _refused(self, problem: HandrailError) -> None:
        self.tell(str(problem))

    def _keep_with(self, session: Session, kept: Kept) -> None:
        if session is self.session:
            session.keep_with(kept.keep, kept.found)
            self.notices, self.keeping, self.locked = kept.notices, True, self.outside.locked
            self._kept("")

    def _stop_keeping(self) -> None:
        if not_kept := self.outside.close():
            self.call_from_thread(self.tell, not_kept)

    def _kept(self, status: str) -> None:
        if status:
            self.keeping = self.locked = False
        self.status = status
        self._spread_news()

    def keep_all(self) -> str:
        """The last save is awaited."""
        return self.outside.save()

    def tell(self, sentence: str) -> None:
        """Say something that is also true without being read at once."""
        self.notify(sentence, timeout=10, markup=False)

    # Answers and news

    def on_answered(self, message: Answered) -> None:
        """The one handler of all answers."""
        message.session.answer(message.prompt_id, message.answer)
        self._spread_news()

    def settle(self) -> None:
        """Whatever is being typed, on any screen, becomes an answer."""
        for screen in self.screen_stack:
            if isinstance(screen, CourseScreen):
                screen.settle()

    def _spread_news(self) -> None:
        whole = self._exception is None  # else there is nobody left to tell
        if whole and isinstance(self.screen, CourseScreen):
            self.screen.hear_news()

    def on_merged(self, message: Merged) -> None:
        """Another window changed things too."""
        if self.session is not None:
            self.session.resume_with(message.notebook)
            self._spread_news()

    def on_told(self, message: Told) -> None:
        """How the last save went."""
        self.status = message.status
        if self.keeping and self.outside.taken_away:
            self._taken_away()

    def _taken_away(self) -> None:
        """Another window locked or moved the notebook: the words stay here, and only here."""
        from course.ui.screens.home import HomeScreen

        said = _(
            "Your notebook was locked, moved or removed in another window. What you wrote here is "
            "not kept any more. In Settings you can keep it, or open your notebook again."
        )
        self.notices = (said,)
        if self.session is not None:
            self.session.keep_nothing()
        self.run_worker(self.outside.close, thread=True, group="keep")
        self._kept(_("Not kept: it was locked or moved. See Settings"))
        if not isinstance(self.screen, HomeScreen):  # there it stands as a notice
            self.tell(said)

    def watch_status(self, status: str) -> None:
        """Show it in the bar of the screen on top; the others ask when they come back."""
        for bar in self.screen.query(KeyBar) if self.screen_stack else ():
            bar.status = status
