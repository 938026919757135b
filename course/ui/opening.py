"""How the app's one session is opened behind the first picture; what needs it waits for it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Key, Paste
from textual.reactive import reactive

from course.language import _
from course.ui.hearing import ALWAYS, Hearing
from course.ui.messages import Merged, Told
from course.ui.screens.base import CourseScreen

if TYPE_CHECKING:
    from course.session.session import Session
    from course.ui.outside import Opened, Outside


class Opening(Hearing):
    """A window onto one session, which comes from ``outside``; what needs it waits for it."""

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
        self.call_later(self._hear_next)

    def change_of_mind(self) -> None:
        """Something else is wanted now: what still waits must not come over it later."""
        self._waiting.clear()
        self.forget_keys()

    def must_wait(self, event: Key | Paste) -> bool:
        """Behind what waits, and on an early page; keys that help and hide never do."""
        if isinstance(event, Key) and event.key in ALWAYS:
            return False
        for top in self.screen_stack[-1:]:
            if isinstance(top, CourseScreen) and top.asks_since is not None:
                return event.time < top.asks_since
            if isinstance(top, CourseScreen) and top.early:
                return True
        return bool(self._waiting)

    def about_to_hear(self, event: Key | Paste) -> None:
        """Who simply types, while a menu beside a field has the keys, writes in that field."""
        screen = self.screen
        field = screen.field_beside() if isinstance(screen, CourseScreen) else None
        if field is not None and self._writes(event):
            screen.set_focus(field, scroll_visible=False)

    def _writes(self, event: Key | Paste) -> bool:
        """Whether it is text, and no letter that the bar names as a key."""
        if not isinstance(event, Key):
            return True
        letter = event.character or ""
        meant = self.screen.active_bindings.get(letter.lower())
        return letter.isalpha() and (meant is None or meant.binding.key_display != letter.upper())

    def _spread_news(self) -> None:
        whole = self._exception is None  # else there is nobody left to tell
        if whole and isinstance(self.screen, CourseScreen):
            self.screen.hear_news()
