"""Locking a notebook: a name, a passphrase, and the passphrase once more."""

from __future__ import annotations

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input

from course.errors import HandrailError
from course.language import N_, _
from course.notebook.status import not_done
from course.ui.flow import Piece, own
from course.ui.outside import Rated
from course.ui.screens.base import CourseScreen
from course.ui.widgets.field import Field
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page
from course.ui.widgets.secret import SecretField

Stage = Literal["name", "offer", "own", "again", "busy", "done"]
_BEFORE: dict[Stage, Stage] = {"offer": "name", "own": "offer", "again": "offer"}


class LockScreen(CourseScreen):
    """One thing at a time. Nothing is locked before the passphrase was typed twice, or shown."""

    CSS_PATH = "locks.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("enter", "go", N_("Go on"), key_display="Enter"),
        Binding("f2", "show", N_("Show"), key_display="F2"),
        Binding("escape", "back", N_("Back"), key_display="Esc"),
    ]

    def __init__(self, *, change: bool = False, region: str = "") -> None:
        super().__init__()
        self._change, self._region = change, region
        self._stage: Stage = "name"
        self._nick = self._words = ""
        self._asked = ""
        """The own passphrase for which Enter was pressed."""
        self._weak = ""
        """What was said of a weak one; Enter once more takes it all the same."""

    def where(self) -> str:
        """For the top bar."""
        return _("New passphrase") if self._change else _("Keep it, locked")

    def column(self) -> ComposeResult:
        """What is asked, a field or a list for it, and what there is to say."""
        yield Page(id="lead")
        yield Field(id="name")
        yield SecretField(id="secret")
        yield Menu(_offers(), id="offers")
        yield Page(id="said")

    def on_mount(self) -> None:
        """The name first."""
        self._to("name")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters can be shown where there are dots."""
        if action == "show":
            return self._stage in ("own", "again")
        return action != "go" or self._stage in ("name", "own", "again")

    def forget_secrets(self) -> None:
        """What was typed of a passphrase."""
        self.query_one(SecretField).forget()

    # From one thing to the next

    def _to(self, stage: Stage, said: str = "") -> None:
        self._stage, self._asked, self._weak = stage, "", ""
        for name, stages in {
            "name": ("name",),
            "secret": ("own", "again"),
            "offers": ("offer",),
        }.items():
            self.query_one(f"#{name}").display = stage in stages
        self.query_one(SecretField).forget()
        if stage == "offer":
            self._words = self.course_app.outside.offered_passphrase()
            self.course_app.be_deaf()  # nobody has read them yet: no Enter from before takes them
        self.query_one("#lead", Page).show(self._lead())
        self._say(said)
        focus = {"name": "#name", "offer": "#offers", "own": "#secret", "again": "#secret"}
        if stage in focus:
            self.query_one(focus[stage]).focus()
        self.refresh_bindings()

    def _lead(self) -> list[Piece]:
        title, words = {
            "name": (_("A name"), self._about_name()),
            "offer": (
                _("A passphrase"),
                _("These words keep out even a fast computer. Learn them, or write them down."),
            ),
            "own": (
                _("Your own passphrase"),
                _("A few words that nobody else would put together."),
            ),
            "again": (_("Once more"), _("Type the passphrase again, so that it is sure.")),
            "busy": (_("One moment"), ""),
        }[self._stage]
        pieces = [Piece(Content.styled(title, "bold $primary"))]
        pieces += [Piece(Content(words))] if words else []
        if self._stage == "offer":
            pieces.append(Piece(Content.styled(self._words, "bold $accent")))
        return [*pieces, Piece(Content(), gap=0)]

    def _about_name(self) -> str:
        words = _("Any word you like. You need it, and a passphrase, to open your notebook.")
        if self.course_app.outside.settings.shared:
            return words + " " + _("Better not your real name.")
        return words + " " + _("On your own computer it may stay empty.")

    def _say(self, words: str) -> None:
        said = [Piece(Content()), Piece(own(words, "$secondary"), gap=0)]
        self.query_one("#said", Page).show(said if words else [])

    # Keys

    def action_show(self) -> None:
        """Letters instead of dots, and back."""
        self.query_one(SecretField).toggle()

    def action_back(self) -> None:
        """To the step before, and out of the first."""
        if self._stage == "name":
            self.dismiss()
        elif self._stage in _BEFORE:
            self._to(_BEFORE[self._stage])

    def action_go(self) -> None:
        """The next step."""
        if self._stage == "name":
            self._take_name()
        elif self._stage == "own":
            self._take_own()
        elif self._stage == "again":
            self._take_again()

    def _take_name(self) -> None:
        field = self.query_one("#name", Field)
        name = field.take()
        field.fill(name)
        if self.course_app.outside.settings.shared and not name.strip():
            self._say(_("Others use this machine, too. A name keeps your notebooks apart."))
        else:
            self._nick = name
            self._to("offer")

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        if message.entry_id == "take":
            self._to("again")
        else:
            self._to("offer" if message.entry_id == "other" else "own")

    def _take_own(self) -> None:
        secret = self.query_one(SecretField)
        words = secret.take()
        secret.fill(words)
        if not words:
            return
        self._words = words
        if self._weak and words == self._asked:
            self._to("again")
        else:
            self._asked = words
            self._rate(words)

    @on(Input.Changed, "#secret")
    def _typed(self) -> None:
        words = self.query_one(SecretField).value
        if self._stage == "own" and words != self._asked:  # this may come after Enter was heard
            self._asked = self._weak = ""
            self._rate(words)

    def _rate(self, words: str) -> None:
        """How strong it is, in plain words; measured behind the screen."""

        def rate() -> None:
            rated = self.course_app.outside.rated(words, self._nick)
            self.app.call_from_thread(self._rated, words, rated)

        self.run_worker(rate, thread=True, exclusive=True, group="rate")

    def _rated(self, words: str, rated: Rated) -> None:
        if not self.is_there or self._stage != "own" or words != self.query_one(SecretField).value:
            return
        if words != self._asked:
            self._say(rated.words)
        elif rated.enough:
            self._to("again")
        else:
            self._weak = rated.words
            self._say(rated.words + " " + _("Enter once more takes it all the same."))

    def _take_again(self) -> None:
        secret = self.query_one(SecretField)
        words = secret.take()
        if words != self._words:
            self._say(_("That was not quite the same. Try again, or Esc for other words."))
            secret.fill("")
            return
        self._to("busy")
        app, secrets = self.course_app, (self._nick, self._words)
        app.be_deaf()
        if self._change:
            app.change_passphrase_to(*secrets, self._done, self._refused)
        else:
            app.lock_with(*secrets, self._region, self._done, self._refused)

    def _done(self) -> None:
        self._stage = "done"
        self._go_on()

    def on_screen_resume(self) -> None:
        """It may have been done while help lay over it."""
        self._go_on()

    def _go_on(self) -> None:
        if self._stage == "done" and self.app.screen is self:
            app = self.course_app
            app.passphrase_changed() if self._change else app.open_recovery()

    def _refused(self, problem: HandrailError) -> None:
        if self in self.app.screen_stack:
            self._to("offer", not_done(problem))


def _offers() -> list[Entry]:
    rows = {
        "take": _("Take these words"),
        "other": _("Show me others"),
        "own": _("Use my own"),
    }
    return [
        Entry(name, Content(words), mark=Content(str(number)), key=str(number))
        for number, (name, words) in enumerate(rows.items(), start=1)
    ]
