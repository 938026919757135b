"""A question made from a row of the person's own plan. They look, and say how it went."""

from __future__ import annotations

from typing import Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import AskMyPlan
from course.content.prose import filled
from course.language import N_, _
from course.notebook.answers import Done
from course.session.session import Session
from course.ui.flow import Piece, own, prose_pieces
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.passages import panel
from course.ui.widgets.prompts.view import PromptView
from course.ui.widgets.remark import BLANK, Remark


class AskMyPlanView(PromptView[AskMyPlan]):
    """First think, then look, then say."""

    BINDINGS = [
        Binding("enter", "look", N_("Show it"), key_display="Enter"),
        Binding("enter", "tell", N_("Choose"), key_display="Enter"),
    ]

    def __init__(self, prompt: AskMyPlan, session: Session) -> None:
        super().__init__(prompt, session)
        self._looking = False

    def compose(self) -> ComposeResult:
        """What the plan says comes above the ways to tell how it went."""
        yield Remark(id="plan")
        show = Choice("show", Content(_("Show what my plan says")), plain=True)
        yield Choices([show])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter shows it, then takes how it went."""
        return self._looking == (action == "tell") if action in ("look", "tell") else True

    def action_look(self) -> None:
        """Show what the plan says."""
        drawn = self.session.drawn(self.prompt)
        if drawn is None:
            return
        self._looking = True
        said = prose_pieces(filled(self.prompt.answer, {"when": drawn.when, "first": drawn.first}))
        pieces = said or [Piece(own(drawn.first, "bold"))]
        bar = Content.styled("▌ ", "$primary")
        self.query_one(Remark).say([*panel(pieces, bar)[1:], BLANK])
        ways = {"yes": _("I knew it"), "part": _("Partly"), "not-yet": _("Not yet")}
        choices = [Choice(how, Content(words)) for how, words in ways.items()]
        self.query_one(Choices).show(choices, at="yes")

    def action_tell(self) -> None:
        """How it went. Never marked."""
        here = self.query_one(Choices).here
        if here is not None:
            self.say(Done(how=cast(Literal["yes", "part", "not-yet"], here.id)))
            self.action_go_on()
