"""Papers on their way: how each stands, until it is out, taken back, or left on purpose."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _, ngettext
from course.plan.printing import JobNews
from course.ui.flow import Piece, own
from course.ui.on_its_way import Sent
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu, numbered
from course.ui.widgets.page import Page

_SHAPES = {
    "sent": ("●", "$primary"),
    "taken back": ("○", "$secondary"),
    "not printed": ("!", "bold $error"),
    "stuck": ("!", "$accent"),
    "unknown": ("!", "$accent"),
}


class OnItsWayScreen(CourseScreen):
    """A paper that waits is never left silently: the person says what becomes of it."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "leave", N_("Back"), key_display="Esc")]

    def __init__(self, *, leaving: bool = False) -> None:
        super().__init__()
        self._leaving = leaving
        """Whether somebody pressed Ctrl+Q."""
        self._asked = leaving

    def where(self) -> str:
        """For the top bar."""
        return _("On its way")

    def column(self) -> ComposeResult:
        """How each stands, and what can be done."""
        yield Page(self._pieces())
        yield Menu(self._entries())

    def on_mount(self) -> None:
        """Also of many papers, what can be done with them is in view."""
        if self._asked:
            self._ask()

    def news(self) -> None:
        """Something came out, or does not."""
        if not self.course_app.on_its_way.known:
            self.dismiss()  # none was sent after all: the page that was to send them says why
            return
        self.query_one(Page).show(self._pieces())
        self.query_one(Menu).show(self._entries())
        if self._leaving and not self._waiting:
            self._leaving = False  # whoever stays after all is not sent away again
            if all(sent.news.state != "not printed" for sent in self._papers):
                self._go()

    def before_leaving(self) -> None:
        """Ctrl+Q: first say what becomes of it."""
        self._leaving = True
        self._ask()

    def _ask(self) -> None:
        self._asked = True
        self.news()
        self.call_after_refresh(self.query_one("#column").scroll_end, animate=False)

    @property
    def _papers(self) -> tuple[Sent, ...]:
        return self.course_app.on_its_way.papers

    @property
    def _waiting(self) -> int:
        return self.course_app.on_its_way.waiting

    def _pieces(self) -> list[Piece]:
        pieces = [Piece(Content.styled(self._title(), "bold $primary"))]
        for sent in self._papers:
            pieces += [
                Piece(own(sent.title, "bold"), _mark(sent.news)),
                Piece(own(sent.news.words), Content("  "), gap=0),
            ]
        if self.course_app.on_its_way.sending:
            pieces.append(Piece(Content(_("Sending…"))))
        if self._waiting and self._asked:
            words = ngettext(
                "It may still come out. Say first what becomes of it.",
                "They may still come out. Say first what becomes of them.",
                self._waiting,
            )
            pieces.append(Piece(Content.styled(words, "bold $accent")))
        return [*pieces, Piece(Content(), gap=0)]

    def _title(self) -> str:
        if self._waiting:
            return _("Stand by the printer")
        return _("Take along all that came out")

    def _entries(self) -> list[Entry]:
        rows = {"done": _("Back")}
        if self._waiting:
            back = ngettext(
                "Take it back: nothing more comes out",
                "Take them back: nothing more comes out",
                self._waiting,
            )
            leave = ngettext(
                "Leave it: it may come out later, for whoever is there",
                "Leave them: they may come out later, for whoever is there",
                self._waiting,
            )
            rows = {"wait": _("Wait"), "back": back, **({"leave": leave} if self._asked else {})}
        return numbered(rows)

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        getattr(self, f"_{message.entry_id}")()

    def _done(self) -> None:
        self.course_app.on_its_way.let_go()
        self.dismiss()

    def _wait(self) -> None:
        self._leaving = self._asked = False
        self.news()

    def _back(self) -> None:
        self.course_app.take_back()

    def _leave(self) -> None:
        if self._leaving:
            self.course_app.on_its_way.let_go()
            self._go()
        else:
            self._done()

    def _go(self) -> None:
        """Out of the program, unless there is something else to ask."""
        self.dismiss()
        self.course_app.ask_and_go()

    def action_leave(self) -> None:
        """Back, once nothing waits."""
        if self._waiting:
            self._ask()
        else:
            self._done()


def _mark(news: JobNews) -> Content:
    shape, colour = _SHAPES.get(news.state, ("◐", "$secondary"))
    return Content.styled(f"{shape} ", colour)
