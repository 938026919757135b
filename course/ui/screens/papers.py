"""Papers: choose one and save it, so that it can be printed and held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError
from course.language import N_, _
from course.plan.asked import only_begun
from course.plan.build import build
from course.plan.document import Document, Form, Paper, Sheet
from course.plan.laid import laid_out
from course.session.session import Session
from course.ui.flow import Piece, own
from course.ui.outside import SavedPaper
from course.ui.screens.base import CourseScreen
from course.ui.screens.preview import PreviewScreen
from course.ui.widgets.menu import Menu
from course.ui.widgets.page import Page
from course.ui.widgets.paper_how import PaperHow
from course.ui.widgets.paper_menu import PaperMenu
from course.ui.widgets.saved import saved_pieces

if TYPE_CHECKING:
    from course.ui.app import CourseApp


class PapersScreen(CourseScreen):
    """Enter saves what is highlighted; letters change how."""

    CSS_PATH = "papers.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("v", "preview", N_("View"), key_display="V"),
        Binding("f", "form", N_("Form"), key_display="F"),
        Binding("s", "sheet", N_("Sheet"), key_display="S"),
        Binding("w", "folder", N_("Where"), key_display="W"),
        Binding("enter", "use_folder", N_("Use this folder"), key_display="Enter"),
        Binding("escape", "leave", N_("Back"), key_display="Esc"),
        Binding("left,b", "leave", N_("Back"), show=False),
    ]

    _busy = False

    def where(self) -> str:
        """For the top bar."""
        return _("Papers")

    def column(self) -> ComposeResult:
        """What can be made, how it will be made, and what became of it."""
        yield PaperMenu(at=_fitting(self.session))
        yield PaperHow(self.session, self.course_app.outside.papers_folder)
        yield Page(id="result")

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one("#column").can_focus = False
        self._to_menu()

    def _to_menu(self) -> None:
        self._menu.focus(scroll_visible=False)
        self.refresh_bindings()

    @property
    def _menu(self) -> PaperMenu:
        return self.query_one(PaperMenu)

    @property
    def _how(self) -> PaperHow:
        return self.query_one(PaperHow)

    # How it is made

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the folder is written, only what belongs to it."""
        if not self.is_mounted or action not in (
            "use_folder",
            "preview",
            "form",
            "sheet",
            "folder",
        ):
            return True
        if action == "sheet" and self._how.form != "pdf":
            return False
        return self._how.writing == (action == "use_folder")

    def action_form(self) -> None:
        """The next form."""
        self._how.next_form()
        self.refresh_bindings()

    def action_sheet(self) -> None:
        """The other sheet."""
        self._how.next_sheet()

    def action_folder(self) -> None:
        """Write another folder."""
        self._how.write_folder()
        self.refresh_bindings()

    def action_use_folder(self) -> None:
        """Take what was written."""
        self._how.take_folder()
        self._to_menu()

    def action_leave(self) -> None:
        """Out of the field, else back."""
        if self._how.writing:
            self._how.close()
            self._to_menu()
        else:
            self.dismiss()

    # Making it

    def action_preview(self) -> None:
        """What will stand on it."""
        try:
            self.app.push_screen(
                PreviewScreen(_document(self.session, self.query_one(PaperMenu).paper))
            )
        except HandrailError:
            self._not_saved(_("Some lessons cannot be read here, so the plan cannot be shown."))

    @on(Menu.Picked)
    def _picked(self) -> None:
        if not self._busy:
            self._busy = True
            self._say([Piece(Content.styled(_("Saving…"), "$secondary"))])
            how = self.query_one(PaperMenu).paper, self._how.form, self._how.sheet, self._how.folder
            # Of the app: whoever leaves this screen at once still gets the paper.
            app, session = self.course_app, self.session
            app.run_worker(lambda: self._save(app, session, *how), thread=True, group="paper")

    def _save(
        self, app: CourseApp, session: Session, paper: Paper, form: Form, sheet: Sheet, folder: Path
    ) -> None:
        try:
            document = _document(session, paper)
            saved = app.outside.save_paper(
                document, paper=paper, form=form, sheet=sheet, folder=folder
            )
        except HandrailError as problem:
            app.call_from_thread(self._not_saved, str(problem))
        else:
            app.call_from_thread(self._saved, saved, form)

    def _saved(self, saved: SavedPaper, form: Form) -> None:
        if self in self.app.screen_stack:
            self._say(saved_pieces(saved, form, alone=self.course_app.keeping))
        else:
            self.course_app.tell(_("Saved: {file}").format(file=saved.path))
        self._busy = False

    def _not_saved(self, why: str) -> None:
        if self in self.app.screen_stack:
            self._say([Piece(own(why, "bold $error"))])
        else:
            self.course_app.tell(why)
        self._busy = False

    def _say(self, pieces: list[Piece]) -> None:
        self.query_one("#result", Page).show(pieces)
        self.call_after_refresh(self.query_one("#column").scroll_end, animate=False)


def _document(session: Session, paper: Paper) -> Document:
    today, region = session.now().astimezone().date(), session.notebook.settings.region
    return build(session.course, session.notebook, paper, today=today, region=region)


def _fitting(session: Session) -> Paper:
    """The card while only the quick start was done, later the plan."""
    course, notebook = session.course, session.notebook
    try:
        laid = laid_out(course, notebook, region=notebook.settings.region)
        return "card" if only_begun(course, notebook, laid) else "plan"
    except HandrailError:
        return "card"
