"""Put each thing into the box it belongs in, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Sort, SortItem
from course.language import N_, _
from course.notebook.answers import Chosen
from course.session.session import Session
from course.session.verdict import Feedback
from course.ui.flow import Piece, line_content, own
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.feedback import reason_pieces, verdict_panel
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.tried import TriedView
from course.ui.widgets.prompts.view import picked
from course.ui.widgets.remark import BLANK, Remark


class SortView(TriedView[Sort]):
    """The thing in bold, the boxes as choices. A second try asks only what was not in its box."""

    BINDINGS = [
        *TriedView.BINDINGS,
        Binding("enter", "put", N_("Goes here"), key_display="Enter"),
        Binding("backspace", "take_back", N_("Take back"), key_display="⌫"),
    ]

    def __init__(self, prompt: Sort, session: Session) -> None:
        super().__init__(prompt, session)
        self._put: dict[str, str] = {}
        self._left: list[SortItem] = []
        self._asked: list[SortItem] = []

    def compose(self) -> ComposeResult:
        """The thing, the boxes, and what is said."""
        yield Page(id="above")
        yield Choices(id="boxes", airy=True)
        yield Remark(id="remark")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Sorting belongs to asking."""
        if action == "put":
            return not self.looking
        if action == "take_back":
            return not self.looking and bool(self._asked)
        return super().check_action(action, parameters)

    def ask(self) -> None:
        """All of it, or what was not in its box the first time."""
        answer, boxes = self.answer, {item.id: item.box for item in self.prompt.items}
        before = answer.picks if isinstance(answer, Chosen) else ()
        self._put = {pick.id: pick.box for pick in before if boxes.get(pick.id) == pick.box}
        items = self.session.shuffled(self.prompt).items
        self._left = [item for item in items if item.id not in self._put]
        self._asked = []
        self._show_item()

    def _show_item(self) -> None:
        of = len(self._asked) + len(self._left)
        count = _("{number} of {all}").format(number=len(self._asked) + 1, all=of)
        words = line_content(self._left[0].words, "bold") if self._left else Content()
        head = Content.styled(f"{count}  ", "$secondary")
        self.query_one("#above", Page).show([Piece(words, head), BLANK])
        boxes = [Choice(box.id, Content(box.title)) for box in self.prompt.boxes]
        self.query_one(Choices).show(boxes, at=boxes[0].id)
        self.refresh_bindings()

    def action_put(self) -> None:
        """Enter: into this box. The last one answers."""
        here = self.query_one(Choices).here
        if here is None or not self._left:
            return
        item = self._left.pop(0)
        self._asked.append(item)
        self._put[item.id] = here.id
        if self._left:
            self._show_item()
            return
        picks = tuple(picked(i, self._put[i.id]) for i in self.prompt.items if i.id in self._put)
        self.say(Chosen(picks=picks, language=self.session.course.language))

    def action_take_back(self) -> None:
        """Backspace: ask the one before again."""
        item = self._asked.pop()
        self._left.insert(0, item)
        del self._put[item.id]
        self._show_item()

    def look(self, answer: Chosen, feedback: Feedback) -> None:
        """Where I put each; then what is to be looked at again, or every reason."""
        titles = {box.id: box.title for box in self.prompt.boxes}
        right = {reason.id for reason in feedback.reasons if reason.right}
        rows = [_put_row(p.id, p.words, titles.get(p.box, ""), p.id in right) for p in answer.picks]
        self.query_one("#above", Page).show([])
        self.query_one(Choices).show(rows, still=True)
        reasons = [r for r in feedback.reasons if not (feedback.again and r.right)]
        pieces = [reason_pieces(r, boxed=not feedback.again) for r in reasons]
        first = pieces[0] if pieces else []
        shown = verdict_panel(self.prompt, feedback, first)
        self.query_one(Remark).say([*shown, *_flat(pieces[1:])], len(shown))


def _put_row(name: str, words: str, box: str, right: bool) -> Choice:
    tail = Content.assemble((f"→ {box}", "$secondary"), (" ✓" if right else "", "bold $primary"))
    return Choice(name, own(words), tail=tail)


def _flat(groups: Sequence[Sequence[Piece]]) -> list[Piece]:
    return [piece for group in groups for piece in group]
