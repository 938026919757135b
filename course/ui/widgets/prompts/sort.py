"""Put each thing into the box it belongs in, one after the other."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Sort, SortItem
from course.language import N_, _
from course.notebook.answers import Chosen
from course.session.session import Session
from course.session.verdict import Feedback
from course.ui.flow import BLANK, Piece, line_content, own
from course.ui.widgets.choice import Choice
from course.ui.widgets.feedback import reason_pieces, reasons_panel
from course.ui.widgets.prompts.tried import TriedView
from course.ui.widgets.prompts.view import picked


class SortView(TriedView[Sort]):
    """The thing in bold, the boxes as choices. A second try asks only what was not in its box."""

    BINDINGS = [
        *TriedView.BINDINGS,
        Binding("enter", "put", N_("Goes here"), key_display="Enter"),
    ]

    def __init__(self, prompt: Sort, session: Session) -> None:
        super().__init__(prompt, session)
        self._put: dict[str, str] = {}
        self._left: list[SortItem] = []
        self._asked: list[SortItem] = []

    @property
    def begun(self) -> bool:
        """Whether one was put into a box."""
        return bool(self._asked)

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
        self.above.show([Piece(words, head), BLANK])
        boxes = [Choice(box.id, Content(box.title)) for box in self.prompt.boxes]
        self.list.show(boxes, at=boxes[0].id)
        self.refresh_bindings()

    def action_put(self) -> None:
        """Enter: into this box. The last one answers."""
        here = self.list.here
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
        self.above.show([])
        self.list.show(rows, still=True)
        told = [reason for reason in feedback.reasons if not (feedback.again and reason.right)]
        reasons = [reason_pieces(reason, boxed=not feedback.again) for reason in told]
        self.remark.say(*reasons_panel(self.prompt, feedback, reasons))


def _put_row(name: str, words: str, box: str, right: bool) -> Choice:
    tail = Content.assemble((f"→ {box}", "$secondary"), (" ✓" if right else "", "bold $primary"))
    return Choice(name, own(words), tail=tail)
