"""Opening a locked notebook, by name and passphrase or by recovery code. Says nothing of either."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import Damaged, HandrailError, NoDoor
from course.language import N_, _
from course.ui.covers import please_wait
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.field import Field
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page
from course.ui.widgets.secret import SecretField


class OtherWay(Menu):
    """One entry below the fields; highlighted only while it has the keys."""

    def lit(self, number: int) -> bool:
        """Not while a field has them."""
        return self.has_focus

    def on_focus(self) -> None:
        """Show it."""
        self.refresh()

    def on_blur(self) -> None:
        """And no more."""
        self.refresh()


class OpenScreen(CourseScreen):
    """Neutral words only: whoever looks on learns what nobody minds."""

    CSS_PATH = "locks.tcss"
    AUTO_FOCUS = "#name"
    BINDINGS = [
        Binding("enter", "go", N_("Open"), key_display="Enter"),
        Binding("f2", "show", N_("Show"), key_display="F2"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("tab", "app.focus_next", N_("Next"), key_display="Tab"),
        Binding("escape", "leave", N_("Back"), key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._by_code = self._busy = self._waited = False
        self._said = ""

    def where(self) -> str:
        """For the top bar."""
        return _("Open")

    def column(self) -> ComposeResult:
        """Two fields, what became of them, and the other way in."""
        yield Page(_title(_("Open my notebook")))
        yield Page(_label(_("Name")), id="name-label")
        yield Field(id="name")
        yield Page(_label(_("Passphrase")), id="secret-label")
        yield SecretField(id="secret")
        yield Page(id="said")
        yield OtherWay(self._other_way(), id="other")

    def on_mount(self) -> None:
        """The time to wait runs down."""
        self.set_interval(0.5, self._tick)

    def on_screen_resume(self) -> None:
        """It may have been opened while help lay over it."""
        if self.app.screen is self and self.course_app.locked and self._busy:
            self.course_app.go_in()

    def forget_secrets(self) -> None:
        """The name goes, too."""
        self.query_one("#name", Field).fill("")
        self.query_one(SecretField).fill("")
        self.query_one(SecretField).password = not self._by_code

    @property
    def _wait(self) -> float:
        return self.course_app.tries.wait(self.course_app.uptime())

    def _tick(self) -> None:
        if self._waited:
            self._say(self._said)

    def _say(self, words: str) -> None:
        self._said, self._waited = words, bool(self._wait)
        waits = [please_wait(self._wait)] if self._waited else []
        said = [Piece(own(each), gap=0) for each in (words, *waits) if each]
        self.query_one("#said", Page).show([Piece(Content()), *said])

    # Keys

    def action_show(self) -> None:
        """Letters instead of dots, and back."""
        self.query_one(SecretField).toggle()

    def action_leave(self) -> None:
        """To where one came from; after locking, to the start."""
        if self.course_app.session is None:
            self.course_app.start_again()
        else:
            self.dismiss()

    @on(Menu.Picked)
    def _change_way(self) -> None:
        self._by_code = not self._by_code
        for part in ("#name-label", "#name"):
            self.query_one(part).display = not self._by_code
        words = _("Recovery code: eight words") if self._by_code else _("Passphrase")
        self.query_one("#secret-label", Page).show(_label(words))
        secret = self.query_one(SecretField)
        secret.fill("")
        secret.password = not self._by_code
        self.query_one(Menu).show(self._other_way())
        (secret if self._by_code else self.query_one("#name")).focus()
        self._say("")

    def _other_way(self) -> list[Entry]:
        words = _("Use my passphrase") if self._by_code else _("Use my recovery code")
        return [Entry("other", Content(words))]

    def action_go(self) -> None:
        """To the next field; from the last, open."""
        name, secret = self.query_one("#name", Field), self.query_one(SecretField)
        if self.focused is name:
            self._to_secret(name, secret)
        elif not self._busy and not self._wait and secret.value:
            self._open(name.value, secret.take())

    def _to_secret(self, name: Field, secret: SecretField) -> None:
        """What was typed right after Enter belongs to the second field already."""
        taken = name.take()
        secret.fill(secret.value + name.value)
        name.fill(taken)
        self.set_focus(secret)

    def _open(self, name: str, secret: str) -> None:
        self._set_busy(True)
        self._say(_("One moment"))
        app, outside = self.course_app, self.course_app.outside
        if self._by_code:
            app.unlock(lambda: outside.recover(secret), self._refused)
        else:
            app.unlock(lambda: outside.unlock(name, secret), self._refused)

    def _refused(self, problem: HandrailError) -> None:
        if self not in self.app.screen_stack:
            return
        self._set_busy(False)
        self.query_one(SecretField).fill("")
        self._say(self._why(problem))
        self.query_one(SecretField).focus()

    def _why(self, problem: HandrailError) -> str:
        if isinstance(problem, NoDoor) and self._by_code:
            return _("No notebook here opens with this code.")
        if isinstance(problem, Damaged):
            next_step = _("You can go on just for now. Ask someone who knows computers to look.")
            return f"{problem} {next_step}"
        return str(problem)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for field in self.query(Field):
            field.disabled = busy


def _title(words: str) -> list[Piece]:
    return [Piece(Content.styled(words, "bold $primary"))]


def _label(words: str) -> list[Piece]:
    return [Piece(Content()), Piece(Content.styled(words, "$secondary"), gap=0)]
