"""Papers: choose some, then save or print them, so that they can be held."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError, PaperError
from course.language import N_, _, ngettext
from course.plan.document import Form
from course.plan.papers import PAPERS, Made, PaperKind
from course.session.papers import document, fitting
from course.ui.flow import Piece
from course.ui.in_browser import show_in_browser
from course.ui.making import Missed, Order, make_papers, save_papers, withdraw
from course.ui.outside import SavedPaper
from course.ui.screens.preview import PreviewScreen
from course.ui.screens.saved import SavedScreen
from course.ui.widgets.menu import Menu
from course.ui.widgets.page import Page
from course.ui.widgets.paper_how import PaperHow
from course.ui.widgets.paper_menu import PaperMenu
from course.ui.widgets.progress import progress
from course.ui.widgets.saved import lost_pieces, missed_pieces, missed_words

if TYPE_CHECKING:
    from course.ui.app import CourseApp

_HOW = ("tick", "preview", "print", "form", "sheet", "line", "folder", "open_saved", "delete")
"""What cannot be done while a folder is written."""


class PapersScreen(SavedScreen):
    """Enter saves what is ticked or highlighted, P prints it; other letters change how."""

    CSS_PATH = "papers.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("p", "print", N_("Print"), key_display="P"),
        Binding("v", "preview", N_("View"), key_display="V"),
        Binding("f", "form", N_("Form"), key_display="F"),
        Binding("s", "sheet", N_("Sheet"), key_display="S"),
        Binding("c", "line", N_("Code"), key_display="C"),
        Binding("w", "folder", N_("Where"), key_display="W"),
        Binding("o", "open_saved", N_("Open"), key_display="O"),
        Binding("d", "delete", N_("Delete"), key_display="D"),
        Binding("enter", "use_folder", N_("Use this folder"), key_display="Enter"),
        Binding("escape", "leave", N_("Back"), key_display="Esc"),
        Binding("left,b", "leave", N_("Back"), show=False),
    ]

    _busy = False
    _then_open = False

    def where(self) -> str:
        """For the top bar."""
        return _("Papers")

    def column(self) -> ComposeResult:
        """What can be made, what became of it, and how it will be made."""
        menu = PaperMenu(at=fitting(self.session))
        yield menu
        yield Page(id="result")
        about = Page(_about(menu.kind), id="about")
        about.room_for = _about(max(PAPERS, key=lambda kind: len(_(kind.about))))
        yield about
        yield PaperHow(self.session, self.course_app.outside.papers_folder)

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one("#column").can_focus = False
        self.query_one("#result").display = False
        self._to_menu()

    @on(Menu.Moved)
    def _moved(self) -> None:
        self.query_one("#about", Page).show(_about(self._menu.kind))
        self._how.offer(self._menu.chosen)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the folder is written, only what belongs to it."""
        if not self.is_mounted or action not in (*_HOW, "use_folder"):
            return True
        if self._how.writing or action == "use_folder":
            return self._how.writing == (action == "use_folder")
        outside = self.course_app.outside
        allowed = {
            "print": outside.may_print and not self.app.is_web,
            "folder": not self.app.is_web,
            "sheet": self._how.form == "pdf",
            "line": self._how.has_code,
        }
        return allowed.get(action, super().check_action(action, parameters))

    # Making it

    def action_preview(self) -> None:
        """What will stand on it."""
        try:
            self.app.push_screen(PreviewScreen(document(self.session, self._menu.paper)))
        except HandrailError:
            self.fail(_("Some lessons cannot be read here, so the plan cannot be shown."))

    def action_print(self) -> None:
        """Choose a printer; where no program prints, open it in the viewer, which does."""
        from course.ui.screens.print import PrintScreen

        outside = self.course_app.outside
        if outside.opens_here and not outside.prints_here:
            self._make("pdf", then_open=True)
        else:
            self.app.push_screen(PrintScreen(self._menu.chosen, self._how.sheet))

    @on(Menu.Picked)
    def _picked(self) -> None:
        self._make(self._how.form)

    def _make(self, form: Form, *, then_open: bool = False) -> None:
        if not self._busy:
            self._busy, self._then_open = True, then_open
            order = Order(self.session, self._menu.chosen, form, self._how.sheet)
            self.say(progress(_("One moment…"), 0, len(order.kinds)))
            app, folder = self.course_app, self._how.folder
            save = partial(self._save, app, order, folder)
            work = partial(self._open, app, order) if app.is_web else save
            # Of the app: whoever leaves this screen at once still gets the papers.
            app.run_worker(work, thread=True, group="paper")

    def _save(self, app: CourseApp, order: Order, folder: Path) -> None:
        saved, missed = save_papers(app.outside, order, folder, self._tell_from(app, order))
        if app.call_from_thread(self._saved, order, saved, missed):
            app.call_from_thread(app.tell_when_seen, withdraw(app.outside, saved))

    def _open(self, app: CourseApp, order: Order) -> None:
        shown: list[Made] = []

        def show(kind: PaperKind, made: Made) -> None:
            if app.covered:  # it would open beside the cover
                raise PaperError(_("The page was hidden meanwhile. Press Enter to make it again."))
            app.call_from_thread(show_in_browser, app, f"{kind.paper}.{order.form}", made)
            shown.append(made)

        missed = make_papers(app.outside, order, show, self._tell_from(app, order))
        app.call_from_thread(self._opened, shown, missed)

    def _tell_from(self, app: CourseApp, order: Order) -> Callable[[int], None]:
        return lambda done: app.call_from_thread(self._on_the_way, done, len(order.kinds))

    def _opened(self, shown: list[Made], missed: list[Missed]) -> None:
        words = ngettext(
            "It opens in a page of its own. Print it from there.",
            "They open in pages of their own. Print them from there.",
            len(shown),
        )
        opened = [Piece(Content(words)), *lost_pieces(shown)] if shown else []
        self.say([*missed_pieces(missed, len(shown) + len(missed)), *opened])
        self._busy = False

    def _on_the_way(self, done: int, of: int) -> None:
        if self.is_there:
            self.say(progress(_("One moment…"), done, of))

    def _saved(self, order: Order, saved: list[SavedPaper], missed: list[Missed]) -> bool:
        """Tell of it, or say that nobody is there to be told."""
        self._busy = False
        if self.course_app.has_left(order.session):
            return True
        if self in self.app.screen_stack:
            told = self.took(saved, order.form) if saved else []
            self.say([*missed_pieces(missed, len(order.kinds)), *told])
            self.refresh_bindings()
            if self._then_open and not missed and not self.course_app.covered:
                self.action_open_saved()
        else:
            there = [_("Saved: {file}").format(file=each.path) for each in saved]
            for said in (*there, *missed_words(missed, len(order.kinds))):
                self.course_app.tell_when_seen(said)
        return False


def _about(kind: PaperKind) -> list[Piece]:
    return [Piece(Content.styled(_(kind.about), "$secondary"), gap=0)]
