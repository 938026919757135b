"""Pick one or several. A question says what it thinks of the answer; a menu does not."""

from __future__ import annotations

from typing import Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Choose
from course.language import N_, _
from course.notebook.answers import Answer, Chosen, Sureness
from course.session.session import Session
from course.session.verdict import Feedback
from course.ui.flow import Piece, prose_pieces
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.feedback import choose_pieces
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.view import (
    PromptView,
    looked_at,
    option_choice,
    picked,
    quiet,
)
from course.ui.widgets.remark import BLANK, Remark

Stage = Literal["asking", "sure", "looking"]


class ChooseView(PromptView[Choose]):
    """A question, or a menu."""

    BINDINGS = [
        Binding("space", "tick", N_("Tick"), key_display="Space"),
        Binding("enter", "answer", N_("Answer"), key_display="Enter"),
        Binding("enter", "say_sure", N_("Answer"), key_display="Enter"),
        Binding("enter", "retry", N_("Try once more"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("n", "leave_it", N_("Go on"), key_display="N"),
        Binding("left,b", "unsure", N_("Back"), show=False),
    ]

    def __init__(self, prompt: Choose, session: Session) -> None:
        super().__init__(prompt, session)
        self._stage: Stage = "asking"
        self._shown: Answer | None = None
        self._ticked: set[str] = set()
        self._options = prompt.options

    def compose(self) -> ComposeResult:
        """The options, and room for what is said to the answer."""
        yield Page(id="above")
        yield Choices(id="options", airy=True)
        yield Remark(id="remark")

    def on_mount(self) -> None:
        """A question answered before shows what was said to it; a menu shows what was picked."""
        self._ask()
        self.news()

    @property
    def _list(self) -> Choices:
        return self.query_one(Choices)

    @property
    def _feedback(self) -> Feedback | None:
        return self.session.feedback_on(self.prompt) if self._stage == "looking" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key belongs to a stage."""
        asking, feedback = self._stage == "asking", self._feedback
        again = feedback is not None and feedback.again
        allowed = {
            "tick": asking and self.prompt.several,
            "answer": asking,
            "say_sure": self._stage == "sure",
            "unsure": self._stage == "sure",
            "retry": again,
            "leave_it": again,
            "go_on": self._stage == "looking" and not again,
        }
        return allowed.get(action, True)

    def _enter(self, stage: Stage, above: tuple[Piece, ...] = ()) -> None:
        self._stage = stage
        self.query_one("#above", Page).show(above)
        self.query_one(Remark).show(())
        self.refresh_bindings()

    # Asking

    def _ask(self) -> None:
        self._options = self.session.shuffled(self.prompt).options
        answer = None if self.prompt.marked else self.answer
        self._ticked = set(answer.ids) if isinstance(answer, Chosen) else set()
        self._back_to_options()

    def _back_to_options(self) -> None:
        self._enter("asking")
        at = next((o.id for o in self._options if o.id in self._ticked), self._options[0].id)
        self._list.show(self._lines(), at=at)

    def _lines(self) -> list[Choice]:
        on, off = ("[x]", "[ ]") if self.prompt.several else ("(•)", "( )")
        return [option_choice(o, on if o.id in self._ticked else off) for o in self._options]

    @property
    def _here(self) -> str:
        return self._list.here.id if self._list.here else ""

    def action_tick(self) -> None:
        """Space: in or out."""
        ticked, most = self._ticked ^ {self._here}, self.prompt.most
        if self.prompt.marked or len(ticked) <= most:
            self._ticked = ticked
            self._list.show(self._lines())
        else:
            text = _("{most} at most. Take one out with Space first.").format(most=most)
            self.query_one(Remark).say([BLANK, quiet(text, gap=0)])

    def action_answer(self) -> None:
        """Enter: what is highlighted, or what was ticked."""
        if not self.prompt.several or not self._ticked:
            self._ticked = {self._here}
        if self.prompt.sure and self.session.tries(self.prompt.id) == 0:
            self._ask_sure()
        else:
            self._take("")

    def _ask_sure(self) -> None:
        mine = [option_choice(o) for o in self._options if o.id in self._ticked]
        above = [quiet(_("Your answer:"))]
        above += [Piece(choice.words, Content("  "), gap=0) for choice in mine]
        question = Content.assemble(
            (_("How sure are you?"), "bold"), "  ", (_("Never scored."), "$secondary")
        )
        self._enter("sure", (*above, Piece(question), BLANK))
        words = {"sure": _("Sure"), "fairly": _("Fairly sure"), "guess": _("I am guessing")}
        self._list.show([Choice(name, Content(text)) for name, text in words.items()], at="sure")

    def action_unsure(self) -> None:
        """Back from there to the options."""
        self._back_to_options()

    def action_say_sure(self) -> None:
        """Enter, on how sure."""
        self._take(cast(Sureness, self._here))

    def _take(self, sure: Sureness) -> None:
        self.say(self._chosen(sure))
        if not self.prompt.marked:
            self._look_at_menu()
        if self._stage != "looking":
            self.action_go_on()

    def _chosen(self, sure: Sureness = "") -> Chosen:
        picks = tuple(picked(o) for o in self._options if o.id in self._ticked)
        return Chosen(picks=picks, language=self.session.course.language, sure=sure)

    def unsaved(self) -> Answer | None:
        """Ticks in a menu. A question is answered by Enter alone."""
        held = set(self.answer.ids) if isinstance(self.answer, Chosen) else set()
        resting = not self.prompt.marked and self._stage == "asking" and self._ticked != held
        return self._chosen() if resting else None

    # Looking at what was answered

    def news(self) -> None:
        """Show what is said to a new answer."""
        answer = self.answer
        if self.prompt.marked and answer is not self._shown and isinstance(answer, Chosen):
            self._shown = answer
            self._look()

    def _look_at_menu(self) -> None:
        mine = [option for option in self.prompt.options if option.id in self._ticked]
        if whys := [piece for option in mine for piece in prose_pieces(option.why)]:
            self._enter("looking")
            self._list.show([line for line in self._lines() if line.id in self._ticked], still=True)
            self.query_one(Remark).say([BLANK, *whys])

    def _look(self) -> None:
        self._enter("looking")
        feedback = self._feedback
        assert feedback is not None, "there is an answer to a question"
        kept = [r for r in feedback.reasons if r.picked or (r.right and not feedback.again)]
        by_id = {option.id: option for option in self.prompt.options}
        rows = [looked_at(by_id[r.id], r.picked, r.right and not feedback.again) for r in kept]
        self._list.show(rows, still=True)
        pieces, seen = choose_pieces(self.prompt, feedback)
        self.query_one(Remark).say(pieces, seen)

    def action_retry(self) -> None:
        """Once more, in another order."""
        self._ask()

    def action_leave_it(self) -> None:
        """On without a second try."""
        self.action_go_on()
