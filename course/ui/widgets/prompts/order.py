"""Put steps in order: pick what comes next until all have a place."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Option, Order
from course.language import N_, _
from course.notebook.answers import Chosen
from course.session.session import Session
from course.session.verdict import Feedback
from course.ui.flow import BLANK, Piece, line_content, own
from course.ui.widgets.choice import Choice
from course.ui.widgets.feedback import reason_pieces, reasons_panel, verdict_panel
from course.ui.widgets.prompts.tried import TriedView
from course.ui.widgets.prompts.view import option_choice, picked


class OrderView(TriedView[Order]):
    """What was placed stands above, numbered; what is left stands below."""

    BINDINGS = [
        *TriedView.BINDINGS,
        Binding("enter", "put", N_("Comes next"), key_display="Enter"),
    ]

    def __init__(self, prompt: Order, session: Session) -> None:
        super().__init__(prompt, session)
        self._options: tuple[Option, ...] = prompt.options
        self._placed: list[Option] = []

    @property
    def begun(self) -> bool:
        """Whether one has its place."""
        return bool(self._placed)

    def ask(self) -> None:
        """From the beginning, shuffled anew."""
        self._options = self.session.shuffled(self.prompt).options
        self._placed = []
        self._show_both(None)

    def _show_both(self, at: str | None) -> None:
        above = [
            Piece(line_content(option.words), Content.styled(f"{number}. ", "bold $primary"), gap=0)
            for number, option in enumerate(self._placed, start=1)
        ]
        question = _("What comes first?") if not above else _("What comes next?")
        above.append(Piece(Content.styled(question, "$secondary"), gap=1 if above else 0))
        self.above.show([*above, BLANK])
        left = [option_choice(o) for o in self._options if o not in self._placed]
        self.list.show(left, at=at)
        self.call_after_refresh(self.list.bring_highlight)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Only now it is known where those that are left stand."""
        if self._placed and not self.looking:
            self.list.bring_highlight()

    def action_put(self) -> None:
        """Enter: this one comes next. The last one answers."""
        here = self.list.here
        self._placed += [o for o in self._options if here is not None and o.id == here.id]
        if len(self._placed) == len(self._options):
            picks = tuple(picked(option) for option in self._placed)
            self.say(Chosen(picks=picks, language=self.session.course.language))
        else:
            self._show_both(None)

    def action_take_back(self) -> None:
        """Backspace: the last one is free again."""
        self._show_both(self._placed.pop().id)

    def look(self, answer: Chosen, feedback: Feedback) -> None:
        """My order; then where to look again, or the whole order with its reasons."""
        right = [option.id for option in self.prompt.options]
        rows = [
            _placed_row(number, pick.words, right[number : number + 1] == [pick.id])
            for number, pick in enumerate(answer.picks)
        ]
        self.above.show([])
        self.list.show(rows, still=True)
        if feedback.again:
            self.remark.say(self._hint(answer, feedback))
        else:
            reasons = [
                reason_pieces(reason, mark=f"{reason.box}.", boxed=False)
                for reason in feedback.reasons
            ]
            self.remark.say(*reasons_panel(self.prompt, feedback, reasons))

    def _hint(self, answer: Chosen, feedback: Feedback) -> list[Piece]:
        right = [option.id for option in self.prompt.options]
        told = {reason.id: reason for reason in feedback.reasons}
        placed = zip(answer.ids, right, strict=False)
        misplaced = [told[pick] for pick, name in placed if pick != name and pick in told]
        # An older lesson may have had other options: then it is what stands elsewhere now.
        again = [*misplaced, *(reason for reason in feedback.reasons if not reason.right)]
        if not again:
            return verdict_panel(self.prompt, feedback, [])
        look = Piece(Content.styled(_("Look at this one again:"), "$secondary"))
        return verdict_panel(self.prompt, feedback, [look, *reason_pieces(again[0], boxed=False)])


def _placed_row(number: int, words: str, right: bool) -> Choice:
    tail = Content.styled(_("✓ in its place"), "$primary") if right else Content()
    return Choice(str(number), own(words), f"{number + 1}.", tail)
