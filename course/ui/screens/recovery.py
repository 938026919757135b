"""The recovery code: shown once, to be written down."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError
from course.language import N_, _
from course.notebook.status import not_done
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu, numbered
from course.ui.widgets.page import Page


class RecoveryScreen(CourseScreen):
    """Made behind the screen; whoever leaves has seen it for the only time."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape", "done", N_("Go on"), key_display="Esc")]

    def __init__(self) -> None:
        super().__init__()
        self._code = self._why = ""
        self._file: Path | None = None
        """Where it was saved."""
        self._busy = False
        """Whether it is being saved or dropped: neither is done twice for two presses of Enter."""

    def where(self) -> str:
        """For the top bar."""
        return _("Recovery code")

    def column(self) -> ComposeResult:
        """What it is for, the words, and what to do with them."""
        yield Page(self._lead(), id="lead")
        yield Menu([], id="then")
        yield Page(id="said")

    def on_mount(self) -> None:
        """Have it made."""
        self.query_one("#column").can_focus = False
        self.run_worker(self._make, thread=True, group="recovery")

    def _make(self) -> None:
        try:
            code = self.course_app.outside.new_recovery_code()
        except HandrailError as problem:
            self.app.call_from_thread(self._failed, not_done(problem))
        else:
            self.app.call_from_thread(self._made, code)

    def _made(self, code: str) -> None:
        self._code = code
        self.query_one("#lead", Page).show(self._lead())
        self.query_one(Menu).show(self._afterwards())

    def _failed(self, why: str) -> None:
        self._why = why
        self.query_one("#lead", Page).show(self._lead())
        self.query_one(Menu).show(numbered({"done": _("Go on without a new one")}))

    def _lead(self) -> list[Piece]:
        title = Piece(Content.styled(_("Your recovery code"), "bold $primary"))
        if not self._code:
            waits = own(self._why or _("One moment"))
            return [title, Piece(waits), Piece(Content(), gap=0)]
        words = self._code.split()
        half = (len(words) + 1) // 2
        lines = [" ".join(words[:half]), " ".join(words[half:])]
        about = _(
            "It opens your notebook if you forget the passphrase. Write it down and keep it where "
            "you keep things that matter. It is shown only now."
        )
        return [
            title,
            Piece(Content(about)),
            Piece(Content.styled(lines[0], "bold $accent")),
            Piece(Content.styled(lines[1], "bold $accent"), gap=0),
            Piece(Content(), gap=0),
        ]

    def _say(self, words: str) -> None:
        self._busy = False
        self.query_one("#said", Page).show(
            [Piece(Content()), Piece(own(words, "$secondary"), gap=0)]
        )

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        works = {"save": self._save, "delete": self._delete, "none": self._drop}
        work = works.get(message.entry_id)
        if work is None:
            self.action_done()
        elif not self._busy:
            self._busy = True
            self.run_worker(work, thread=True, group="recovery")

    def _save(self) -> None:
        outside = self.course_app.outside
        try:
            self._file = outside.save_text("words", self._code + "\n", outside.papers_folder)
        except HandrailError as problem:
            said = str(problem)
        else:
            said = _("Saved: {file}. Print it, then delete it: it opens your notebook.")
            said = said.format(file=self._file)
        self.app.call_from_thread(self._done_with_file, said)

    def _delete(self) -> None:
        assert self._file is not None, "offered once it was saved"
        said = _("{file} is deleted.").format(file=self._file)
        try:
            self.course_app.outside.delete_paper(self._file)
        except HandrailError as problem:
            said = str(problem)
        else:
            self._file = None
        self.app.call_from_thread(self._done_with_file, said)

    def _done_with_file(self, said: str) -> None:
        self._say(said)
        self.query_one(Menu).show(self._afterwards())

    def _drop(self) -> None:
        try:
            self.course_app.outside.drop_recovery_code()
        except HandrailError as problem:
            self.app.call_from_thread(self._say, not_done(problem))
        else:
            self.app.call_from_thread(self._dropped)

    def _dropped(self) -> None:
        self._code, self._busy = "", False
        self._failed(_("No recovery code opens your notebook now."))
        self.action_done()

    def action_done(self) -> None:
        """On to Home, or back to Settings. A page that lies over this one stays."""
        if self.app.screen is self:
            self.dismiss()

    def _afterwards(self) -> list[Entry]:
        """No file where others come next: they could open it."""
        rows = {"done": _("I have written it down")}
        if self._file is not None:
            rows["delete"] = _("Delete the text file")
        elif not self.course_app.outside.settings.shared:
            rows["save"] = _("Save it as a text file, to print")
        return numbered({**rows, "none": _("I want no recovery code")})
