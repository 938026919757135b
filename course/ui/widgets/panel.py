"""One prompt, wherever it is asked: in a lesson, or alone where the plan is edited."""

from __future__ import annotations

import re
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content

from course.content.prompts import Again, AskMyPlan, Choose, Prompt
from course.content.prose import Prose, filled
from course.errors import HandrailError, Missing
from course.language import _
from course.session.session import Session
from course.ui.flow import Piece, prose_pieces
from course.ui.widgets.page import Page
from course.ui.widgets.prompts import VIEWS
from course.ui.widgets.prompts.view import PromptView
from course.ui.widgets.remark import BLANK

_SENTENCE = re.compile(r".*?[.?!…](?=\s|$)", re.DOTALL)


class PromptPanel(VerticalGroup):
    """The words that ask, the view that takes the answer, and what is said to it.

    Whoever shows it calls ``news`` when the notebook changed and ``settle`` before it goes away,
    and hears ``WentOn``.
    """

    def __init__(self, prompt: Prompt, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.session = session
        self.prompt, self._before = resolved(prompt, session)
        self.view: PromptView[Any] = VIEWS[type(self.prompt)](self.prompt, session)

    def compose(self) -> ComposeResult:
        """The lead, then the view of its kind."""
        yield Page([*self._before, *lead_pieces(self.prompt, self.session)], id="lead")
        yield self.view

    def on_mount(self) -> None:
        """The keys go to the view."""
        if self.view.is_mounted and (first := self.view.first_focus()) is not None:
            first.focus(scroll_visible=False)

    def news(self) -> None:
        """The notebook changed."""
        if self.view.is_mounted:
            self.view.news()

    def settle(self) -> None:
        """Let the app hear what was typed and has not rested yet, at once."""
        if self.view.is_mounted:
            self.view.settle()


def resolved(prompt: Prompt, session: Session) -> tuple[Prompt, list[Piece]]:
    """The prompt that is really asked, and what has to be said before it.

    An ``again`` becomes the prompt it names. A question from one's own plan becomes the prompt that
    fills this plan, while there is nothing in it to ask about.
    """
    if isinstance(prompt, AskMyPlan) and session.drawn(prompt) is None:
        words = _("There is nothing in this part of your plan yet. Here you can begin it.")
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
