"""A question made from a row of the person's own plan. They look, and say how it went."""

from __future__ import annotations

from typing import Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Again, AskMyPlan, Rows
from course.content.prose import filled
from course.language import N_, _
from course.notebook.answers import Done
from course.session.own import Drawn
from course.session.said import nothing_yet
from course.session.session import Session
from course.ui.flow import BLANK, Piece, own, prose_pieces
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.passages import panel
from course.ui.widgets.prompts.rows import RowsView
from course.ui.widgets.prompts.units import ADD
from course.ui.widgets.prompts.view import Instead, PromptView
from course.ui.widgets.remark import Remark


class AskMyPlanView(PromptView[AskMyPlan]):
    """First think, then look, then say."""

    BINDINGS = [
        Binding("enter", "look", N_("Show it"), key_display="Enter"),
        Binding("enter", "tell", N_("Choose"), key_display="Enter"),
    ]

    def __init__(self, prompt: AskMyPlan, session: Session) -> None:
        super().__init__(prompt, session)
        show = Choice("show", Content(_("Show what my plan says")), plain=True)
        self._plan, self._list = Remark(), Choices([show])
        self._looking = False

    def compose(self) -> ComposeResult:
        """What the plan says comes above the ways to tell how it went."""
        yield self._plan
        yield self._list

    def goes_on(self) -> bool:
        """Enter looks, and tells."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter shows it, then takes how it went."""
        return self._looking == (action == "tell") if action in ("look", "tell") else True

    @property
    def _rows(self) -> Rows:
        """The rows it asks about, of which one was drawn."""
        return cast(Rows, self.session.asked(Again(id=self.prompt.source)))

    def action_look(self) -> None:
        """Show what the plan says."""
        drawn = self.session.drawn(self.prompt)
        if drawn is None:
            return
        self._looking = True
        first = drawn.first or nothing_yet(self._rows.columns[1].shape)
        said = prose_pieces(filled(self.prompt.answer, {"when": drawn.when, "first": first}))
        pieces = said or [Piece(own(first, "bold"))]
        bar = Content.styled("▌ ", "$primary")
        self._plan.say([*panel(pieces, bar), BLANK])
        self._list.show(_ways(drawn), at="yes" if drawn.first else ADD)

    def action_tell(self) -> None:
        """How it went, which is never marked; or what the row still lacks."""
        here, drawn = self._list.here, self.session.drawn(self.prompt)
        if here is not None and here.id == ADD and drawn is not None:
            self.post_message(Instead(RowsView(self._rows, self.session, (drawn.row, 1))))
        elif here is not None:
            self.say(Done(how=cast(Literal["yes", "part", "not-yet"], here.id)))
            self.action_go_on()


def _ways(drawn: Drawn) -> list[Choice]:
    ways = {"yes": _("I knew it"), "part": _("Partly"), "not-yet": _("Not yet")}
    choices = [Choice(how, Content(words)) for how, words in ways.items()]
    add = Choice(ADD, Content.styled("+ " + _("Add it now"), "bold"), plain=True)
    return choices if drawn.first else [*choices, add]
