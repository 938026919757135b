"""One prompt, wherever it is asked: in a lesson, or alone where the plan is edited."""

from __future__ import annotations

import re
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content

from course.content.prompts import Again, AskMyPlan, Choose, Prompt
from course.content.prose import Prose, filled
from course.errors import HandrailError, Missing
from course.language import N_, _
from course.session.said import not_to_be_asked
from course.session.session import Session
from course.ui.flow import BLANK, Piece, prose_pieces
from course.ui.widgets.page import Page
from course.ui.widgets.prompts import VIEWS
from course.ui.widgets.prompts.view import Instead, PromptView

_SENTENCE = re.compile(r".*?[.?!…](?=\s|$)", re.DOTALL)


class PromptPanel(VerticalGroup):
    """The words that ask, the view that takes the answer, and what is said to it.

    Whoever shows it calls ``news`` when the notebook changed and ``settle`` before it goes away,
    and hears ``WentOn``.
    """

    BINDINGS = [Binding("right", "pass_by", N_("Go on"), key_display="→")]

    def __init__(self, prompt: Prompt, session: Session) -> None:
        super().__init__()
        self.session = session
        self.prompt, before = resolved(prompt, session)
        self.view: PromptView[Any] = VIEWS[type(self.prompt)](self.prompt, session)
        self._lead = Page([*before, *lead_pieces(self.prompt, session)])

    def compose(self) -> ComposeResult:
        """The lead, then the view of its kind."""
        yield self._lead
        yield self.view

    def on_mount(self) -> None:
        """The keys go to the view."""
        self._focus()

    def _focus(self) -> None:
        if self.view.is_mounted and (first := self.view.first_focus()) is not None:
            first.focus(scroll_visible=False)

    def news(self) -> None:
        """The notebook changed."""
        if self.view.is_mounted:
            self.view.news()

    def settle(self) -> None:
        """Let the app hear what was typed and has not rested yet, at once."""
        self.view.settle()

    def half_said(self) -> bool:
        """Whether words stand here that the notebook does not hold yet."""
        return self.view.half_said()

    @on(Instead)
    async def _give_way(self, message: Instead) -> None:
        message.stop()
        before, self.view, self.prompt = self.view, message.view, message.view.prompt
        with self.app.batch_update():
            self._lead.show(lead_pieces(self.prompt, self.session))
            await self.mount(self.view)
            self._focus()
            await before.remove()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Right goes on from what was answered, also where Enter does something else."""
        if action == "pass_by":
            answered = self.session.answer_to(self.prompt.id) is not None
            return answered and not self.view.goes_on()
        return True

    def action_pass_by(self) -> None:
        """On, with the answer as it is."""
        self.view.action_go_on()


def resolved(prompt: Prompt, session: Session) -> tuple[Prompt, list[Piece]]:
    """The prompt that is really asked, and what has to be said before it.

    An ``again`` becomes the prompt it names. A question from one's own plan becomes the prompt that
    fills this plan, while there is nothing in it to ask about.
    """
    if isinstance(prompt, AskMyPlan) and session.drawn(prompt) is None:
        answer = session.answer_to(prompt.source)
        words = not_to_be_asked(begun=answer is not None and not answer.empty)
        before = [Piece(Content.styled(words, "$secondary")), BLANK]
        return resolved(Again(id=prompt.source), session)[0], before
    try:
        return session.asked(prompt), []
    except Missing:
        return prompt, []


def lead_pieces(prompt: Prompt, session: Session) -> list[Piece]:
    """The words that ask: a question in bold, and where an answer goes in the plan."""
    pieces = prose_pieces(_lead(prompt, session))
    if pieces and isinstance(prompt, Choose):
        pieces[-1] = _bold(pieces[-1], None)
    elif pieces:
        first = _SENTENCE.match(pieces[0].content.plain)
        pieces[0] = _bold(pieces[0], first.end() if first else None)
    if section := _section(prompt, session):
        words = _("Goes into your plan: {section}").format(section=section)
        pieces.append(Piece(Content.styled(words, "$secondary"), gap=0))
    return [*pieces, BLANK] if pieces else []


def _bold(piece: Piece, end: int | None) -> Piece:
    return Piece(piece.content.stylize("bold", 0, end), piece.first, piece.rest, piece.gap)


def _lead(prompt: Prompt, session: Session) -> Prose:
    drawn = session.drawn(prompt) if isinstance(prompt, AskMyPlan) else None
    return filled(prompt.lead, {"when": drawn.when}) if drawn else prompt.lead


def _section(prompt: Prompt, session: Session) -> str:
    try:
        sections = session.course.outline.sections
    except HandrailError:
        return ""
    return next((one.title for one in sections if prompt.id in one.sources), "")
