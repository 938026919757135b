"""An older copy of a notebook was opened: nothing is written before the person has agreed."""

from __future__ import annotations

from functools import partial

from course.language import _
from course.ui.keeping import Refused
from course.ui.locking import Locking
from course.ui.outside import Opened

_LATER = 0.5
"""Seconds after which it is looked again whether help is still being read."""


class Older(Locking):
    """Asks before it goes on with one."""

    def receive(self, opened: Opened) -> None:
        """The unlocked one, at the start: who does not want it leaves the program."""
        from course.ui.screens.older import OlderScreen

        go_on = partial(super().receive, opened)
        if not opened.older:
            go_on()
        elif self.help_page is not None:  # nothing may cover that
            self.set_timer(_LATER, partial(self.receive, opened))
        else:
            self.push_screen(OlderScreen(opened, go_on, self.leave))

    def enter(self, opened: Opened, refused: Refused) -> None:
        """A locked one: who does not want it closes it."""
        from course.ui.screens.older import OlderScreen

        go_on, leave = partial(super().enter, opened, refused), partial(self._leave_it, refused)
        if not opened.older:
            go_on()
        elif self.help_page is not None:
            leave()
        else:
            self.push_screen(OlderScreen(opened, go_on, leave, locked=True))

    def _leave_it(self, refused: Refused) -> None:
        self.stay_shut(refused, _("An older copy was found. It was left as it is."))

    def cover(self) -> None:
        """What was unlocked and is still asked about does not stay open under a cover."""
        self.let_go()
        super().cover()

    def let_go(self) -> None:
        """The question is answered by going away."""
        if self.asking_of_locked:
            self.screen.action_leave_it()  # type: ignore[attr-defined]

    @property
    def asking_of_locked(self) -> bool:
        """Whether a locked notebook lies open while it is asked about."""
        from course.ui.screens.older import OlderScreen

        return isinstance(self.screen, OlderScreen) and self.screen.locked
