"""Nobody there? After some minutes without a key the page is hidden, and a lock is closed."""

from __future__ import annotations

from textual.events import Event, InputEvent, Paste

from course.language import _
from course.ui.covers import dropped_in, go_on
from course.ui.forgetting import Forgetting
from course.ui.locking import has_words
from course.ui.shell import Cover

_WARNED = 30.0
"""Seconds of warning, at most half of the time."""


class Idling(Forgetting):
    """Looks at the clock once a second."""

    _counted = ""
    """A warning in the bar of help, which nothing may cover."""

    @property
    def status_to_show(self) -> str:
        """How things are kept, or for how long they still are."""
        return self._counted or super().status_to_show

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_interval(1.0, self.look_at_clock)

    @property
    def patience(self) -> float:
        """Seconds without a key after which the page is hidden."""
        return 60.0 * self.outside.settings.lock_minutes

    @property
    def loses_words(self) -> bool:
        """Whether going away loses what was said: nothing keeps it, and others come next."""
        return self._passes_by and self.session is not None and has_words(self.session.notebook)

    @property
    def _passes_by(self) -> bool:
        """A guest where others come next, without a code to come back."""
        guest = not self.keeping and not self.locked and not self.code
        return guest and self.outside.settings.shared

    async def on_event(self, event: Event) -> None:
        """A key after the time is over, such as one that wakes the machine, hides first."""
        late = self.patience < self.uptime() - self.touched
        if late and isinstance(event, InputEvent | Paste) and not self._nothing_to_hide:
            self.look_at_clock()
        else:
            await super().on_event(event)

    def look_at_clock(self) -> None:
        """Warn, or hide."""
        from course.ui.screens.idle import IdleScreen

        if self.leaving or not self.screen_stack or self._nothing_to_hide:
            return  # the last tick of the clock may come when the screens are gone already
        left = self.patience - (self.uptime() - self.touched)
        warned = isinstance(self.screen, IdleScreen)
        self._count_in_help(left)
        if left <= 0:
            if warned:
                self.pop_screen()
            self._hide()
        elif warned:
            self.screen.count(left)  # type: ignore[attr-defined]
        elif isinstance(self.screen, Cover):
            self.screen.say(self._on_cover(left))
        elif self._soon(left) and self.help_page is None:
            self.clear_notifications()
            self.push_screen(IdleScreen(left, guest=self.loses_words))

    def _count_in_help(self, left: float) -> None:
        before, self._counted = self._counted, ""
        if left > 0 and self._soon(left) and self.help_page is not None and self.loses_words:
            said = _("Press a key, or your words go in {number} s")
            self._counted = said.format(number=max(1, round(left)))
        if self._counted != before:
            self.show_status()

    def _on_cover(self, left: float) -> str:
        counted = [dropped_in(left)] if self._soon(left) and self.loses_words else []
        return "\n\n".join((go_on(), *counted))

    def _soon(self, left: float) -> bool:
        return left <= min(_WARNED, self.patience / 2)

    @property
    def _nothing_to_hide(self) -> bool:
        """Covered already, unless one key would show a guest's words to whoever comes next; or the
        first question, which anybody may see."""
        from course.ui.screens.open import OpenScreen
        from course.ui.screens.start import StartScreen

        if self.session is None:
            return not (isinstance(self.screen, OpenScreen) or self.asking_of_locked)
        if self.covered:
            return not self._passes_by
        return isinstance(self.screen, StartScreen)

    def _hide(self) -> None:
        """What lies open is covered, or dropped. Help stays."""
        self.touched, page = self.uptime(), self.help_page
        self.let_go()
        if self.session is None:
            self.drop()
        elif self._passes_by:
            self.start_again()
        else:
            self.cover()
            self.keep_help(page)
