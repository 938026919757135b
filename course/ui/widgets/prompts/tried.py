"""What ``order`` and ``sort`` share: they are asked, looked at, and may be tried once more."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from course.language import N_
from course.notebook.answers import Answer, Chosen
from course.session.session import Session
from course.session.verdict import Feedback
from course.ui.widgets.choices import Choices
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.view import P, PromptView
from course.ui.widgets.remark import Remark


class TriedView(PromptView[P]):
    """Either asks, one thing after the other, or shows what is said to the answer."""

    BINDINGS = [
        Binding("enter", "retry", N_("Try once more"), key_display="Enter"),
        Binding("enter", "more", N_("More"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("right,n", "show_answer", N_("Show the answer"), key_display="→"),
        Binding("backspace", "take_back", N_("Take back"), key_display="⌫"),
    ]

    def __init__(self, prompt: P, session: Session) -> None:
        super().__init__(prompt, session)
        self.above, self.list, self.remark = Page(), Choices(airy=True), Remark()
        self.looking = False
        """Whether what is said to the answer is shown."""
        self._tried_enough = False
        self._shown: Answer | None = None

    def compose(self) -> ComposeResult:
        """What was done so far, what can be done, and what is said."""
        yield self.above
        yield self.list
        yield self.remark

    def on_mount(self) -> None:
        """What was answered before is looked at first."""
        self.ask()
        self.news()

    def ask(self) -> None:
        """Show what is asked, from the beginning."""
        raise NotImplementedError

    @property
    def begun(self) -> bool:
        """Whether there is something to take back."""
        raise NotImplementedError

    def look(self, answer: Chosen, feedback: Feedback) -> None:
        """Show what is said to the answer."""
        raise NotImplementedError

    def news(self) -> None:
        """Look at a new answer."""
        if self.answer is not self._shown:
            self._look()

    @property
    def _feedback(self) -> Feedback | None:
        feedback = self.session.feedback_on(self.prompt)
        return feedback.in_full() if feedback and self._tried_enough else feedback

    def _look(self) -> None:
        answer, feedback = self.answer, self._feedback
        if isinstance(answer, Chosen) and feedback is not None:
            self._shown, self.looking = answer, True
            self.look(answer, feedback)
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A second try is offered once; its answer can be looked at instead, at any time."""
        feedback = self._feedback
        again = feedback is not None and feedback.again
        at_last = self.looking and not again
        allowed = {
            "put": not self.looking,
            "take_back": not self.looking and self.begun,
            "retry": self.looking and again,
            "show_answer": again,
            "more": at_last and self.remark.more,
            "go_on": at_last and not self.remark.more,
        }
        return allowed.get(action, True)

    def action_retry(self) -> None:
        """Once more."""
        self.looking = False
        self.remark.show(())
        self.ask()
        self.refresh_bindings()

    def action_more(self) -> None:
        """The reasons that are below the window."""
        self.remark.turn()

    def action_show_answer(self) -> None:
        """No second try: every reason, before it goes on."""
        self._tried_enough = True
        self._look()
