"""The keys that change how papers are made."""

from __future__ import annotations

from course.session.papers import line_of_code, lines_for_code
from course.ui.screens.base import CourseScreen
from course.ui.screens.line import LineScreen
from course.ui.widgets.paper_how import PaperHow
from course.ui.widgets.paper_menu import PaperMenu


class HowScreen(CourseScreen):
    """What they do. Which there are, ``PapersScreen`` says."""

    @property
    def _menu(self) -> PaperMenu:
        return self.query_one(PaperMenu)

    @property
    def _how(self) -> PaperHow:
        return self.query_one(PaperHow)

    def _to_menu(self) -> None:
        self._menu.focus(scroll_visible=False)
        self.query_one("#column").scroll_home(animate=False)
        self.refresh_bindings()

    def action_form(self) -> None:
        """The next form."""
        self._how.next_form()
        self.refresh_bindings()

    def action_sheet(self) -> None:
        """The other sheet."""
        self._how.next_sheet()

    def action_line(self) -> None:
        """Another help line for the code to call."""
        lines = LineScreen(lines_for_code(self.session), line_of_code(self.session))
        self.app.push_screen(lines, self._chose_line)

    def _chose_line(self, line_id: str | None) -> None:
        if line_id is not None:
            self.session.choose(help_line=line_id)
            self._how.tell()

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
