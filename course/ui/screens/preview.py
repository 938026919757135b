"""A paper as text on the screen, before it is saved."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from course.language import N_, _
from course.plan.document import Document
from course.ui.screens.to_read import ReadScreen
from course.ui.widgets.document_view import document_pieces
from course.ui.widgets.page import Page


class PreviewScreen(ReadScreen):
    """One page that scrolls."""

    BINDINGS = [Binding("escape,left,b", "leave", N_("Back"), key_display="Esc")]

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def where(self) -> str:
        """For the top bar."""
        return _("What will be on it")

    def column(self) -> ComposeResult:
        """The document."""
        yield Page(document_pieces(self._document))
