"""Erasing for good: what goes, and what stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _, ngettext
from course.notebook.answers import Answer
from course.notebook.erasing import words_of
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Entry, Menu, numbered
from course.ui.widgets.page import Page

_SHOWN = 3
"""Lines of an answer that are named."""


class EraseScreen(CourseScreen):
    """``erase`` is called when the person says so."""

    AUTO_FOCUS = "Menu"
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Back"), key_display="Esc")]

    def __init__(self, title: str, words: Sequence[str], erase: Callable[[], object]) -> None:
        super().__init__()
        self._heading, self._words, self._erase = title, words, erase

    def where(self) -> str:
        """For the top bar."""
        return _("Erase")

    def column(self) -> ComposeResult:
        """The words that go, what stays, and the question."""
        yield Page([*self._pieces(), Piece(Content(), gap=0)])
        yield Menu(_offers())

    def _pieces(self) -> list[Piece]:
        stays = _(
            "Papers that you saved or printed, and copies you took along, stay where they are."
        )
        return [
            Piece(Content.styled(self._heading, "bold $primary")),
            *_named(self._words),
            Piece(Content(self._goes())),
            Piece(Content(stays), gap=0),
        ]

    def _goes(self) -> str:
        app = self.course_app
        if app.keeping or not (app.outside.kept or app.outside.locked_here):
            return _(
                "These words go for good: here, and in older copies of your notebook. "
                "Nobody can bring them back."
            )
        return _("These words go for good here. A notebook that was kept before stays as it is.")

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        self.app.pop_screen()
        if message.entry_id == "erase":
            self._erase()


def may_be_erased(answer: Answer | None) -> bool:
    """Whether there is anything to erase: an answer, or lines that were taken out of it."""
    return answer is not None and (not answer.empty or bool(words_of(answer)))


def _named(words: Sequence[str]) -> list[Piece]:
    bar = Content.styled("▌ ", "$accent")
    lines = [own(each if len(each) <= 60 else each[:60].rstrip() + " …") for each in words[:_SHOWN]]
    if (more := len(words) - _SHOWN) > 0:
        said = ngettext("and {number} more", "and {number} more", more)
        lines.append(Content.styled(said.format(number=more), "$secondary"))
    return [Piece(Content(), gap=0), *(Piece(line, bar, bar, gap=0) for line in lines)]


def _offers() -> list[Entry]:
    return numbered({"keep": _("Keep it"), "erase": _("Erase it for good")})
