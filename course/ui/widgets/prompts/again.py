"""A prompt that asks another one again, when the other cannot be found."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from course.content.prompts import Again
from course.language import N_, _
from course.ui.flow import BLANK
from course.ui.widgets.choices import Choices
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.view import PromptView, quiet, way_on


class AgainView(PromptView[Again]):
    """Says so, and lets one go on. What it names is shown by the view of its own kind."""

    BINDINGS = [Binding("enter", "go_on", N_("Go on"), key_display="Enter")]

    def compose(self) -> ComposeResult:
        """One line, and the way on."""
        words = _("This belongs to a lesson that cannot be read on this machine.")
        yield Page([quiet(words), BLANK])
        yield Choices([way_on(_("Go on"))])
