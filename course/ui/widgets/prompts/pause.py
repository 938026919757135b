"""A timed exercise, which can be stopped, and ended early."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from course.content.prompts import Pause
from course.language import N_
from course.notebook.answers import Answer, Done
from course.session.session import Session
from course.ui.flow import line_content
from course.ui.widgets.clock import Clock
from course.ui.widgets.prompts.view import PromptView


class PauseView(PromptView[Pause]):
    """The clock; it waits for Space."""

    BINDINGS = [
        Binding("space", "start_or_stop", N_("Start or stop"), key_display="Space"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
    ]

    def __init__(self, prompt: Pause, session: Session) -> None:
        super().__init__(prompt, session)
        self._clock = Clock(prompt.seconds, [line_content(option.words) for option in prompt.menu])

    def compose(self) -> ComposeResult:
        """Only the clock."""
        yield self._clock

    def action_start_or_stop(self) -> None:
        """Space."""
        self._clock.toggle()

    def on_clock_ran_out(self) -> None:
        """To its end."""
        self.say(Done(how="yes"))

    def unsaved(self) -> Answer | None:
        """Ended early: that is a part of it, and it takes nothing back."""
        clock = self._clock
        early = clock.begun and clock.left and not isinstance(self.answer, Done)
        return Done(how="part") if early else None
