"""The app's one session: how it hears every answer, and how it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from rich.cells import cell_len

from course.errors import HandrailError
from course.language import _
from course.notebook.status import not_done
from course.text import shown
from course.ui.messages import Answered, Merged, Told
from course.ui.opening import Opening
from course.ui.screens.base import CourseScreen
from course.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from course.session.session import Session
    from course.ui.outside import Kept

T = TypeVar("T")
Refused = Callable[[HandrailError], None]


class Keeping(Opening):
    """It reads and writes no files: ``outside`` does."""

    _told_last = ""

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
        then: Callable[[], object] | None = None,
    ) -> None:
        """Keep in a way that is made ready behind the screen, then go on."""
        session = self.session
        assert session is not None, "called through when_ready"

        def keep_with(kept: Kept) -> None:
            if session is self.session:
                self._keep_with(session, kept)
                if then is not None:
                    then()

        self.ask_outside(way, keep_with, refused or self._refused)

    def ask_outside(
        self, ask: Callable[[], T], done: Callable[[T], object], refused: Refused
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
        self.status = self.status or _("Not kept")  # the first choice was to keep
        self.tell(not_done(problem))

    def _keep_with(self, session: Session, kept: Kept) -> None:
        session.keep_with(kept.keep, kept.found)
        self.notices, self.keeping, self.locked = kept.notices, True, self.outside.locked
        self.clear_notifications()  # such as one that said it was not kept
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

    def tell(self, sentence: str, seconds: float = 10) -> None:
        """Say something that is also true without being read at once; the same thing once."""
        if sentence == self._told_last:
            self.clear_notifications()
        self._told_last = sentence
        self.notify(shown(sentence), timeout=seconds, markup=False)

    # Answers and news

    def on_answered(self, message: Answered) -> None:
        """The one handler of all answers."""
        message.session.answer(message.prompt_id, message.answer)
        self.show_status()
        self._spread_news()

    def settle(self) -> None:
        """Whatever is being typed, on any screen, becomes an answer."""
        for screen in self.screen_stack:
            if isinstance(screen, CourseScreen):
                screen.settle()

    def on_merged(self, message: Merged) -> None:
        """Another window changed things too."""
        if self.session is not None:
            self.session.resume_with(message.notebook)
            self._spread_news()

    def on_told(self, message: Told) -> None:
        """How the last save went."""
        self.status = message.status
        self.show_status()
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

    def watch_status(self) -> None:
        """Another one."""
        self.show_status()

    def show_status(self) -> None:
        """In the bar of the screen on top; the others ask when they come back."""
        for bar in self.screen.query(KeyBar) if self.screen_stack else ():
            bar.status = self.status_to_show

    @property
    def status_to_show(self) -> str:
        """*Saved* only while it is true of every word on the screen; else room for it."""
        if self.status != _("Saved") or (self.outside.caught_up and not self._half_said):
            return self.status
        return " " * cell_len(self.status)

    @property
    def _half_said(self) -> bool:
        return isinstance(self.screen, CourseScreen) and self.screen.half_said()
