"""How a paper will be made: its form, the sheet, the line its code calls, and its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content

from course.language import N_, _
from course.plan.document import Form, Sheet
from course.plan.papers import PaperKind
from course.plan.sheets import sheet_for
from course.session.papers import line_of_code, lines_for_code
from course.session.session import Session
from course.ui.flow import Piece, own
from course.ui.widgets.field import Field
from course.ui.widgets.page import Page

_FORM_NAMES: dict[Form, str] = {
    "pdf": N_("PDF, to print on {sheet}"),
    "html": N_("Web page, to print from a browser"),
    "txt": N_("Text, for any program"),
    "md": N_("Markdown, to change it further"),
}
_SHEET_NAMES: dict[Sheet, str] = {"a4": N_("A4"), "us-letter": N_("US Letter")}


class PaperHow(VerticalGroup):
    """Shows them, and a field while another folder is written."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__()
        self._session = session
        self.form: Form = "pdf"
        self._forms = list(_FORM_NAMES)
        self._coded = False
        self.folder = folder

    def compose(self) -> ComposeResult:
        """What is chosen, and the field."""
        yield Page(id="how")
        yield Field(id="folder")

    def on_mount(self) -> None:
        """The field is there when it is asked for."""
        self.close()

    @property
    def sheet(self) -> Sheet:
        """The one that was chosen, else the one used in the country."""
        settings = self._session.notebook.settings
        return sheet_for(settings.sheet, settings.region)

    @property
    def writing(self) -> bool:
        """Whether the folder is being written."""
        return bool(self.query_one(Field).display)

    def offer(self, kinds: Sequence[PaperKind]) -> None:
        """Only the forms that all these papers have."""
        self._forms = [form for form in _FORM_NAMES if all(form in kind.forms for kind in kinds)]
        if self.form not in self._forms:
            self.form = "pdf"
        self._coded = any(kind.coded for kind in kinds)
        self.tell()

    def next_form(self) -> None:
        """PDF, text, Markdown, and round again."""
        self.form = self._forms[(self._forms.index(self.form) + 1) % len(self._forms)]
        self.tell()

    def next_sheet(self) -> None:
        """The other one; kept for next time."""
        self._session.choose(sheet="a4" if self.sheet == "us-letter" else "us-letter")
        self.tell()

    @property
    def has_code(self) -> bool:
        """Whether there will be a code on it, and a choice of whom it calls."""
        return self._coded and self.form == "pdf" and bool(lines_for_code(self._session))

    def _calls(self) -> str:
        line = line_of_code(self._session)
        return f"{line.name}, {line.contact}" if line else _("nobody yet")

    def _where(self) -> str:
        if self.app.is_web:
            return ""
        return _("write a folder:") if self.writing else str(self.folder)

    def write_folder(self) -> None:
        """Open the field on the folder."""
        field = self.query_one(Field)
        field.display = True
        field.fill(str(self.folder))
        field.focus()
        self.tell()
        self.call_after_refresh(field.scroll_visible, animate=False)  # it has its place by then

    def take_folder(self) -> None:
        """Take what was written; nothing written changes nothing."""
        if written := self.query_one(Field).value.strip():
            self.folder = Path(written).expanduser()
        self.close()

    def close(self) -> None:
        """Put the field away."""
        self.query_one(Field).display = False
        self.tell()

    def tell(self) -> None:
        """Show what is chosen by now."""
        sheet = _(_SHEET_NAMES[self.sheet])
        rows = [
            (_("Form"), _(_FORM_NAMES[self.form]).format(sheet=sheet)),
            (_("Code calls"), self._calls() if self.has_code else ""),
            (_("Where"), self._where()),
        ]
        width = max(len(name) for name, _value in rows) + 2
        self.query_one("#how", Page).show(
            [
                Piece(own(value, "$accent"), Content.styled(name.ljust(width), "$secondary"), gap=0)
                for name, value in rows
                if value
            ]
        )
