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
from course.ui.flow import BLANK, Piece, prose_pieces
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
from course.ui.widgets.remark import Remark

Stage = Literal["asking", "sure", "looking"]


class ChooseView(PromptView[Choose]):
    """A question, or a menu."""

    BINDINGS = [
        Binding("space", "tick", N_("Tick"), key_display="Space"),
        Binding("enter", "answer", N_("Answer"), key_display="Enter"),
        Binding("enter", "say_sure", N_("Answer"), key_display="Enter"),
        Binding("enter", "retry", N_("Try once more"), key_display="Enter"),
        Binding("enter", "more", N_("More"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("right,n", "show_answer", N_("Show the answer"), key_display="→"),
        Binding("left,b", "unsure", N_("Back"), show=False),
    ]

    def __init__(self, prompt: Choose, session: Session) -> None:
        super().__init__(prompt, session)
        self._above, self._list, self._remark = Page(), Choices(airy=True), Remark()
        self._stage: Stage = "asking"
        self._tried_enough = False
        self._shown: Answer | None = None
        self._ticked: set[str] = set()
        self._options = prompt.options

    def compose(self) -> ComposeResult:
        """The options, and room for what is said to the answer."""
        yield self._above
        yield self._list
        yield self._remark

    def on_mount(self) -> None:
        """A question answered before shows what was said to it; a menu shows what was picked."""
        self._ask()
        self.news()

    @property
    def _feedback(self) -> Feedback | None:
        feedback = self.session.feedback_on(self.prompt)
        return feedback.in_full() if feedback and self._tried_enough else feedback

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key belongs to a stage. While a second try is open, so is a look at the answer."""
        asking, looking = self._stage == "asking", self._stage == "looking"
        feedback = self._feedback
        again = feedback is not None and feedback.again
        at_last = looking and not again
        allowed = {
            "tick": asking and self.prompt.several,
            "answer": asking,
            "say_sure": self._stage == "sure",
            "unsure": self._stage == "sure",
            "retry": looking and again,
            "show_answer": again,
            "more": at_last and self._remark.more,
            "go_on": at_last and not self._remark.more,
        }
        return allowed.get(action, True)

    def _enter(self, stage: Stage, above: tuple[Piece, ...] = ()) -> None:
        self._stage = stage
        self._above.show(above)
        self._remark.show(())
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
        return [option_choice(o, self._mark(o.id in self._ticked)) for o in self._options]

    def _mark(self, mine: bool) -> str:
        on, off = ("[x]", "[ ]") if self.prompt.several else ("(•)", "( )")
        return on if mine else off

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
            self._remark.say([BLANK, quiet(text, gap=0)])

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
            self._remark.say([BLANK, *whys])

    def _look(self) -> None:
        self._enter("looking")
        feedback = self._feedback
        assert feedback is not None, "there is an answer to a question"
        kept = [r for r in feedback.reasons if r.picked or (r.right and not feedback.again)]
        by_id = {option.id: option for option in self.prompt.options}
        rows = [
            looked_at(by_id[r.id], self._mark(r.picked), r.picked, r.right and not feedback.again)
            for r in kept
        ]
        self._list.show(rows, still=True)
        pieces, seen = choose_pieces(self.prompt, feedback)
        self._remark.say(pieces, seen)

    def action_retry(self) -> None:
        """Once more, in another order."""
        self._ask()

    def action_more(self) -> None:
        """The reasons that are below the window."""
        self._remark.turn()

    def action_show_answer(self) -> None:
        """No second try: the right ones and every reason, before it goes on."""
        self._tried_enough = True
        self._look()
