"""One small thing to do before next time."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Task
from course.language import N_, _
from course.notebook.answers import Done
from course.session.session import Session
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.prompts.view import PromptView


class TaskView(PromptView[Task]):
    """I will, or not this time."""

    BINDINGS = [Binding("enter", "take", N_("Choose"), key_display="Enter")]

    def __init__(self, prompt: Task, session: Session) -> None:
        super().__init__(prompt, session)
        self._list = Choices(self._ways())

    def compose(self) -> ComposeResult:
        """Two ways on."""
        yield self._list

    def goes_on(self) -> bool:
        """Enter chooses."""
        return False

    def _ways(self) -> list[Choice]:
        will = isinstance(self.answer, Done) and self.answer.how == "yes"
        return [
            Choice("yes", Content(_("I will")), "(•)" if will else "( )"),
            Choice("not-yet", Content(_("Not this time")), "( )"),
        ]

    def action_take(self) -> None:
        """Enter."""
        here = self._list.here
        if here is not None and here.id == "yes":
            self.say(Done(how="yes"))
        elif self.answer is not None:
            self.say(Done(how="not-yet"))
        self.action_go_on()
