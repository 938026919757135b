"""The app's one session: how it is opened, how it hears every answer, and how it is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from rich.cells import cell_len
from textual.events import Event, Key, Paste
from textual.reactive import reactive

from course.errors import HandrailError
from course.language import _
from course.text import shown
from course.ui.messages import Answered, Merged, Told
from course.ui.screens.base import CourseScreen
from course.ui.shell import Shell
from course.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from course.session.session import Session
    from course.ui.outside import Kept, Opened, Outside

T = TypeVar("T")
Refused = Callable[[HandrailError], None]
ALWAYS = frozenset({"f1", "f9", "ctrl+l", "ctrl+q"})
"""Keys that are heard whatever else is going on."""


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
        self._waiting: list[Callable[[], object]] = []
        self._ahead: list[Event] = []
        """Keys that came before what they are meant for."""

    def on_mount(self) -> None:
        """Show the first screen at once; load everything else behind it."""
        self.show_first()
        if self._early is not None:
            self._opened(self._early)
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
            lambda: self.call_from_thread(self._opened, self._open()), thread=True, group="open"
        )

    def _open(self) -> Opened:
        return self.outside.open(
            lambda status: self.post_message(Told(status)),  # these two must never wait for us
            lambda notebook: self.post_message(Merged(notebook)),
        )

    def _opened(self, opened: Opened) -> None:
        self.session, self.keeping, self.notices = opened.session, opened.keeping, opened.notices
        self.locked = opened.keeping and self.outside.locked
        self.wear(self.session.notebook.settings.theme)
        if self.outside.kept and not self.keeping:
            self.status = _("Not kept")
        gc.freeze()  # what start-up made stays; looking through it again would only cost frames
        gc.enable()  # off since the program started
        self._go_on()

    def wear(self, theme: str) -> None:
        """Put on the colours that were chosen, if any were."""

    def when_ready(self, act: Callable[[], object]) -> None:
        """Do it now, or as soon as the session is there."""
        if self.session is None:
            self._waiting.append(act)
        else:
            act()

    def once_done(self, work: Callable[[], object], act: Callable[[], None]) -> None:
        """Have work done behind the screen, then act, unless something else is wanted by then."""

        def run() -> None:
            work()
            self.call_from_thread(self._go_on)

        self._waiting.append(act)
        self.run_worker(run, thread=True, group="open")

    def _go_on(self) -> None:
        """Do what has waited; then hear the keys that came after it."""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        self._spread_news()
        self.call_later(self._catch_up)

    def change_of_mind(self) -> None:
        """Something else is wanted now: what still waits must not come over it later."""
        self._waiting.clear()
        self._ahead.clear()

    # Keys that come ahead

    async def on_event(self, event: Event) -> None:
        """Keys wait behind what waits, and on an early page; those that help and hide never do."""
        if isinstance(event, Key | Paste) and self._is_ahead(event):
            self._ahead.append(event)
        else:
            await super().on_event(event)

    def _is_ahead(self, event: Key | Paste) -> bool:
        if event.is_forwarded or (isinstance(event, Key) and event.key in ALWAYS):
            return False
        early = any(
            isinstance(each, CourseScreen) and each.early for each in self.screen_stack[-1:]
        )
        return early or bool(self._waiting or self._ahead)

    async def _catch_up(self) -> None:
        """Hear the keys that waited, in their order: none is heard between them."""
        while self._ahead and not self._waiting:
            await super().on_event(self._ahead.pop(0))

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
        return self.outside.close()

    def tell(self, sentence: str) -> None:
        """Say something that is also true without being read at once."""
        self.notify(shown(sentence), timeout=10, markup=False)

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
        self.show_status()

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
