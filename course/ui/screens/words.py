"""Words: what the special words of a lesson mean, each in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.glossary import used_in
from course.content.texts import for_learners
from course.errors import HandrailError
from course.language import N_, _
from course.ui.flow import BLANK, Piece
from course.ui.screens.to_read import ReadScreen
from course.ui.widgets.page import Page

if TYPE_CHECKING:
    from course.content.lesson import Lesson


class WordsScreen(ReadScreen):
    """To read, and to go back to the same place."""

    BINDINGS = [Binding("escape,left,b,w", "app.pop_screen", N_("Back"), key_display="Esc")]

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self._lesson = lesson

    def where(self) -> str:
        """For the top bar."""
        return _("Words in this lesson")

    def column(self) -> ComposeResult:
        """One sentence for each."""
        yield Page(self._pieces())

    def _pieces(self) -> list[Piece]:
        try:
            glossary = self.session.course.glossary
        except HandrailError:
            return [Piece(Content(_("The list of words cannot be read on this machine.")))]
        texts = (text.words for text in for_learners(self._lesson))
        found = sorted(used_in(texts, glossary).items())
        if not found:
            return [Piece(Content(_("This lesson uses no special words.")))]
        words = [
            piece
            for term, said in found
            for piece in (Piece(Content.styled(term, "bold $primary")), Piece(Content(said), gap=0))
        ]
        return [*words, BLANK]
