"""What ``order`` and ``sort`` share: they are asked, looked at, and may be tried once more."""

from __future__ import annotations

from textual.binding import Binding

from course.language import N_
from course.notebook.answers import Answer, Chosen
from course.session.session import Session
from course.session.verdict import Feedback
from course.ui.widgets.prompts.view import P, PromptView
from course.ui.widgets.remark import Remark


class TriedView(PromptView[P]):
    """Either asks or shows what is said to the answer."""

    BINDINGS = [
        Binding("enter", "retry", N_("Try once more"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("n", "leave_it", N_("Go on"), key_display="N"),
    ]

    def __init__(self, prompt: P, session: Session) -> None:
        super().__init__(prompt, session)
        self.looking = False
        self._shown: Answer | None = None

    def on_mount(self) -> None:
        """What was answered before is looked at first."""
        self.ask()
        self.news()

    def ask(self) -> None:
        """Show what is asked, from the beginning."""
        raise NotImplementedError

    def look(self, answer: Chosen, feedback: Feedback) -> None:
        """Show what is said to the answer."""
        raise NotImplementedError

    def news(self) -> None:
        """Look at a new answer."""
        answer, feedback = self.answer, self.session.feedback_on(self.prompt)
        if answer is not self._shown and isinstance(answer, Chosen) and feedback is not None:
            self._shown, self.looking = answer, True
            self.look(answer, feedback)
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A second try is offered once."""
        feedback = self.session.feedback_on(self.prompt) if self.looking else None
        again = feedback is not None and feedback.again
        allowed = {
            "retry": again,
            "leave_it": again,
            "go_on": feedback is not None and not again,
        }
        return allowed.get(action, True)

    def action_retry(self) -> None:
        """Once more."""
        self.looking = False
        self.query_one(Remark).show(())
        self.ask()
        self.refresh_bindings()

    def action_leave_it(self) -> None:
        """On without a second try."""
        self.action_go_on()
