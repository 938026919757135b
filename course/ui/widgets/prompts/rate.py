"""A number from 0 to 10. Never marked; what the ends mean may bring a kind word."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Rate
from course.content.prose import Prose
from course.language import N_
from course.notebook.answers import Answer, Rated
from course.session.session import Session
from course.ui.flow import line_content, prose_pieces
from course.ui.widgets.passages import panel
from course.ui.widgets.prompts.view import PromptView
from course.ui.widgets.remark import Remark
from course.ui.widgets.scale import Scale


class RateView(PromptView[Rate]):
    """The row of numbers, and what is said to a low or a high one."""

    BINDINGS = [
        Binding("enter", "take", N_("Take it"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
    ]

    def __init__(self, prompt: Rate, session: Session) -> None:
        super().__init__(prompt, session)
        self._shown: Answer | None = None
        ends = [line_content(end.words, "$secondary") for end in prompt.ends]
        low, high = ends if len(ends) == 2 else (Content(), Content())
        value = self.answer.value if isinstance(self.answer, Rated) else None
        self._scale, self._said = Scale(value, high=prompt.high, ends=(low, high)), Remark()

    def compose(self) -> ComposeResult:
        """The row, then room for a word."""
        yield self._scale
        yield self._said

    def on_mount(self) -> None:
        """Say again what was said."""
        self._shown = self.answer
        self._remark()

    @property
    def _fresh(self) -> bool:
        """Whether the row shows a number that the notebook does not hold."""
        value, answer = self._scale.value, self.answer
        return value is not None and not (isinstance(answer, Rated) and answer.value == value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter takes a new number, then goes on."""
        if action in ("take", "go_on"):
            return self._fresh == (action == "take")
        return True

    def action_take(self) -> None:
        """Enter."""
        value = self._scale.value
        assert value is not None, "only a number can be taken"
        self.say(Rated(value=value, high=self.prompt.high))
        if not self._word(self.answer):
            self.action_go_on()

    def news(self) -> None:
        """Say something to a low or a high number."""
        if self.answer is not self._shown:
            self._shown = self.answer
            self.refresh_bindings()
            self._remark()

    def unsaved(self) -> Answer | None:
        """A number that was chosen and not taken yet."""
        value = self._scale.value
        if value is None or not self._fresh:
            return None
        return Rated(value=value, high=self.prompt.high)

    def _remark(self) -> None:
        prose = self._word(self.answer)
        pieces = panel(prose_pieces(prose), Content.styled("▌ ", "$primary")) if prose else []
        self._said.say(pieces)

    def _word(self, answer: Answer | None) -> Prose:
        if not isinstance(answer, Rated) or len(self.prompt.ends) != 2:
            return ()
        tenths = answer.value * 10 / self.prompt.high
        low, high = self.prompt.ends
        return low.why if tenths <= 3 else high.why if tenths >= 7 else ()
