"""Four digits that bring back what was hidden."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.ui.covers import CODE_LENGTH
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.widgets.page import Page
from course.ui.widgets.secret import SecretField


class CodeScreen(CourseScreen):
    """Typed twice. Nothing typed takes the code away."""

    CSS_PATH = "locks.tcss"
    AUTO_FOCUS = "#secret"
    BINDINGS = [
        Binding("enter", "go", N_("Go on"), key_display="Enter"),
        Binding("f2", "show", N_("Show"), key_display="F2"),
        Binding("escape", "app.pop_screen", N_("Back"), key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._first = ""

    def where(self) -> str:
        """For the top bar."""
        return _("Code to come back")

    def column(self) -> ComposeResult:
        """What it is, and a field for it."""
        yield Page(self._lead(), id="lead")
        yield SecretField(id="secret")
        yield Page(id="said")

    def forget_secrets(self) -> None:
        """What was typed of a code."""
        self.query_one(SecretField).forget()

    def _lead(self) -> list[Piece]:
        title = _("The same again") if self._first else _("Four digits")
        about = _(
            "After F9 they bring your page back. They are nowhere written down and last until you "
            "leave. They hide your page from somebody who walks by. A locked notebook is safer."
        )
        if not self._first and self.course_app.code:
            about += " " + _("Enter alone takes the code away.")
        return [
            Piece(Content.styled(title, "bold $primary")),
            Piece(Content(about)),
            Piece(Content(), gap=0),
        ]

    def action_show(self) -> None:
        """Digits instead of dots, and back."""
        self.query_one(SecretField).toggle()

    def action_go(self) -> None:
        """Once more, then it counts."""
        field = self.query_one(SecretField)
        typed = field.take().strip()
        field.fill("")
        if not typed and not self._first:
            self._set("")
        elif not (len(typed) == CODE_LENGTH and typed.isascii() and typed.isdigit()):
            self._say(_("Four digits, please, such as those of a day you like."))
        elif not self._first:
            self._ask(typed, "")
        elif typed == self._first:
            self._set(typed)
        else:
            self._ask("", _("Those were two different codes. Once more, please."))

    def _ask(self, first: str, said: str) -> None:
        self._first = first
        self.query_one("#lead", Page).show(self._lead())
        self._say(said)

    def _set(self, code: str) -> None:
        app = self.course_app
        app.code = code
        app.tries.right()
        app.pop_screen()

    def _say(self, words: str) -> None:
        said = [Piece(Content()), Piece(Content.styled(words, "$secondary"), gap=0)]
        self.query_one("#said", Page).show(said if words else [])
