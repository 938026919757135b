"""A column that holds one of a few things, or whether something is done."""

from __future__ import annotations

from textual.content import Content

from course.language import _
from course.notebook.units import Cell
from course.ui.widgets.choice import Choice
from course.ui.widgets.prompts.cells.form import Asked, CellForm
from course.ui.widgets.prompts.view import line_choice

_MARKS = {True: "(•)", False: "( )"}


class OneOfForm(CellForm):
    """One of a few things; the one that was chosen before is lit at first."""

    def __init__(self, asked: Asked) -> None:
        lines = [line_choice(line) for line in asked.menu]
        mine = [line.words.plain == asked.held for line in lines]
        entries = [
            Choice(line.id, line.words, _MARKS[chosen])
            for line, chosen in zip(lines, mine, strict=True)
        ]
        super().__init__(asked, entries, at=lines[mine.index(True)].id if any(mine) else "")

    def taken(self) -> Cell | None:
        """The one that is lit."""
        return self.value() if self.here is None else self.here.words.plain


class TickForm(CellForm):
    """Done, or not yet. Nothing is done until somebody says so."""

    may_be_empty = False  # to leave it empty is to say "Not yet"

    def __init__(self, asked: Asked) -> None:
        ways = {True: _("Yes"), False: _("Not yet")}
        entries = [
            Choice(f"{done}", Content(words), _MARKS[asked.held is done])
            for done, words in ways.items()
        ]
        super().__init__(asked, entries, at=f"{asked.held is True}")

    def taken(self) -> Cell | None:
        """What is lit."""
        return self.value() if self.here is None else self.here.id == f"{True}"
