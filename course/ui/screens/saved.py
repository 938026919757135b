"""What can be done with papers that were saved: open them, and delete them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from course.errors import HandrailError
from course.plan.document import Form
from course.ui.flow import Piece, own
from course.ui.making import delete_papers
from course.ui.outside import SavedPaper
from course.ui.screens.how import HowScreen
from course.ui.widgets.page import Page
from course.ui.widgets.saved import deleted_pieces, opened_pieces, saved_pieces


class SavedScreen(HowScreen):
    """Their keys, and what is said of them. Saving them is for ``PapersScreen``."""

    _lie_here: tuple[Path, ...] = ()
    """All that were saved since the screen was opened, to be deleted again."""
    _last: tuple[Path, ...] = ()
    """Those that were saved together last, to be opened."""

    def took(self, saved: Sequence[SavedPaper], form: Form) -> list[Piece]:
        """Remember them; what to say of them."""
        self._last = tuple(each.path for each in saved)
        self._lie_here += self._last
        opens = self.course_app.outside.opens_here
        return saved_pieces(saved, form, alone=self.alone, opens=opens, before=self._before)

    @property
    def _before(self) -> int:
        """How many were saved before the last."""
        return len(self._lie_here) - len(self._last)

    @property
    def alone(self) -> bool:
        """Whether the machine is likely the learner's own."""
        return self.course_app.keeping and not self.course_app.outside.settings.shared

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only while there are some."""
        allowed = {
            "open_saved": bool(self._last) and self.course_app.outside.opens_here,
            "delete": bool(self._lie_here) and not self.alone,
        }
        return allowed.get(action, True)

    def action_open_saved(self) -> None:
        """Show what was just saved, to be printed from there."""
        paths, outside = self._last, self.course_app.outside

        def show() -> None:
            for path in paths:
                outside.open_paper(path)

        def opened(_nothing: None) -> None:
            if paths == self._last:  # else it was deleted meanwhile, or others were saved
                self.say(opened_pieces(paths, alone=self.alone, before=self._before))

        def refused(problem: HandrailError) -> None:
            if paths == self._last:
                self.fail(str(problem))

        self.course_app.ask_outside(show, opened, refused)

    def action_delete(self) -> None:
        """Remove what was saved here: others use this machine too."""
        paths, last, outside = self._lie_here, self._last, self.course_app.outside
        self._lie_here = self._last = ()
        self.course_app.ask_outside(
            lambda: delete_papers(outside, paths),
            lambda stay: self._deleted(paths, last, stay),
            lambda problem: self.fail(str(problem)),
        )
        self.refresh_bindings()

    def _deleted(
        self, paths: tuple[Path, ...], last: tuple[Path, ...], stay: dict[Path, str]
    ) -> None:
        gone = deleted_pieces([path for path in paths if path not in stay])
        if stay:  # to be tried again
            self._lie_here = (*stay, *self._lie_here)
            self._last = self._last or tuple(path for path in last if path in stay)
            self.fail(" ".join(stay.values()), gone)
            self.refresh_bindings()
        else:
            self.say(gone)

    def fail(self, why: str, beside: Sequence[Piece] = ()) -> None:
        """Say what did not work, wherever the person is by now; there, what did, too."""
        if self in self.app.screen_stack:
            self.say([Piece(own(why, "bold $error")), *beside])
        else:
            self.course_app.tell_when_seen(why)

    def say(self, pieces: Sequence[Piece]) -> None:
        """What became of it, right under the list of papers."""
        if self.is_there:
            result = self.query_one("#result", Page)
            result.display = True
            result.show(pieces)
            self.call_after_refresh(result.scroll_visible, animate=False)
