"""One lesson, one step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from course.content.lesson import Reading
from course.language import N_, _
from course.ui.flow import Piece
from course.ui.messages import WentOn
from course.ui.screens.base import Column, CourseScreen
from course.ui.sheets import Sheets
from course.ui.widgets.book import Book
from course.ui.widgets.passages import reading_pieces

if TYPE_CHECKING:
    from course.content.prompts import Prompt
    from course.session.session import Session
    from course.session.walk import Walk
    from course.ui.widgets.panel import PromptPanel


_PAINTED = 0.02
"""Seconds for a page to be seen before those beside it are made ready."""


class LessonScreen(CourseScreen):
    """Shows where the walk stands. A page that follows a page is drawn by the same widget."""

    CSS_PATH = "lesson.tcss"
    BINDINGS = [
        Binding("enter", "more", N_("More"), key_display="Enter"),
        Binding("enter", "on", N_("Go on"), key_display="Enter"),
        Binding("enter", "finish", N_("Finish"), key_display="Enter"),
        Binding("left,b", "back", N_("Back"), key_display="←"),
        Binding("escape", "home", N_("Home"), key_display="Esc"),
        Binding("ctrl+q", "app.quit", N_("Leave"), show=False, priority=True),
        Binding("f", "fast", N_("Questions first"), key_display="F"),
        Binding("w", "words", N_("Words"), key_display="W"),
        Binding("right", "skip", N_("Skip"), key_display="→"),
        Binding("right", "on", N_("Go on"), show=False),
        Binding("right", "finish", N_("Finish"), show=False),
    ]

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self._more = self._end_seen = False
        self._panel: PromptPanel | None = None
        self._book: Book
        self._sheets = Sheets(self.reading)

    def where(self) -> str:
        """Its number and title."""
        head = self.walk.lesson.head
        if not head.number:
            return head.title
        return _("Lesson {number}  {title}").format(number=head.number, title=head.title)

    def column(self) -> ComposeResult:
        """How far, and the step."""
        self._book = Book(self._sheets.of(self.walk))
        yield self._book
        if not isinstance(self.walk.step, Reading):
            self._panel = _asking(self.walk.step, self.session)
            yield self._panel

    def on_mount(self) -> None:
        """The column takes the keys where there is only something to read."""
        self._give_keys()
        self.watch(self._column, "scroll_y", self._scrolled, init=False)
        self.watch(self._column, "virtual_size", self._laid_out, init=False)
        self.course_app.when_ready(lambda: self.set_timer(0.1, self._make_ready))

    def _make_ready(self) -> None:
        """The views of questions, and the sources, are loaded while the first page is read."""
        self.run_worker(_load_views, thread=True, group="views")
        self.run_worker(lambda: self.session.source(""), thread=True, group="views")

    def reading(self, reading: Reading) -> list[Piece]:
        """A page that only tells."""
        return reading_pieces(reading, self.session)

    def _look_ahead(self) -> None:
        """The pages beside this one are painted while it is read."""
        self._book.make_ready(self._sheets.around(self.walk))

    @property
    def _column(self) -> Column:
        return self.query_one("#column", Column)

    def news(self) -> None:
        """The notebook changed."""
        self._sheets.forget()
        self._book.set_timer(_PAINTED, self._look_ahead)
        if panel := self._panel:
            panel.news()

    def settle(self) -> None:
        """Keep what was typed and has not rested yet."""
        if panel := self._panel:
            panel.settle()

    def half_said(self) -> bool:
        """Whether words stand here that the notebook does not hold yet."""
        return self._panel is not None and self._panel.half_said()

    def field_beside(self) -> Widget | None:
        """The one of the question."""
        return self._panel and self._panel.view.field_beside()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The last step ends the lesson; the first has nothing before it."""
        return self._allowed.get(action, True)

    @property
    def _allowed(self) -> dict[str, bool]:
        panel = self._panel
        unanswered = panel is not None and self.session.answer_to(panel.prompt.id) is None
        return {
            "more": self._more,
            "skip": self._more or unanswered,
            "on": not self.walk.at_end,
            "finish": self.walk.at_end,
            "back": not self.walk.at_start,
            "fast": self._may_be_fast,
            "words": isinstance(self.walk.step, Reading),
        }

    def action_more(self) -> None:
        """The rest of a page that is longer than the window."""
        self._column.action_page_down()

    async def action_on(self) -> None:
        """The next step, or home after the last."""
        self.settle()
        walk = self.session.on(self.walk)
        if walk is None:
            self.course_app.go_home()
        else:
            await self.stand(walk)

    action_finish = action_skip = action_on
    """The same, by the names it has on the last step, and while nothing was answered."""

    @property
    def _may_be_fast(self) -> bool:
        """Where a lesson begins, who knows it already can have its questions first."""
        lesson, steps = self.walk.lesson, self.walk.steps
        return self.walk.at_start and bool(lesson.head.number) and len(steps) == len(lesson.steps)

    async def action_fast(self) -> None:
        """The same lesson without its reading; safety texts and the end of it stay."""
        self.settle()
        self._sheets.forget()
        await self.stand(self.session.enter(self.walk.lesson.id, fast=True))

    def action_words(self) -> None:
        """What the special words mean."""
        from course.ui.screens.words import WordsScreen

        self.app.push_screen(WordsScreen(self.walk.lesson))

    async def action_back(self) -> None:
        """The step before."""
        self.settle()
        await self.stand(self.session.back(self.walk))

    def action_home(self) -> None:
        """Home; the place is kept."""
        self.settle()
        self.course_app.go_home()

    def on_went_on(self, message: WentOn) -> None:
        """A view is done. First let the app hear what the view has answered."""
        message.stop()
        self.app.call_later(self.action_on)

    async def stand(self, walk: Walk) -> None:
        """Show another step."""
        before, self.walk = self._allowed, walk
        with self.app.batch_update():
            await self._show()
        if self._panel or self._allowed != before:
            self.keys_changed()
        self._book.set_timer(_PAINTED, self._look_ahead)

    async def _show(self) -> None:
        step = self.walk.step
        if self._column.scroll_y:
            self._column.scroll_home(animate=False, immediate=True)
        self._book.turn_to(self._sheets.of(self.walk))
        before, self._panel = self._panel, None
        if not isinstance(step, Reading):
            self._panel = _asking(step, self.session)
            await self._column.mount(self._panel)
        self._give_keys()
        if before is not None:
            await before.remove()

    def _give_keys(self) -> None:
        reading = isinstance(self.walk.step, Reading)
        self._more = self._end_seen = False
        self._book.fill(reading)
        self._book.call_after_refresh(self._look_down)
        self._column.can_focus = self._column.only_read = reading
        if reading:
            self.set_focus(self._column)

    @property
    def _rows_below(self) -> float:
        margin = 1 + self._book.edge
        return self._column.max_scroll_y - self._column.scroll_y - margin

    def _laid_out(self) -> None:
        self.call_later(self._look_down)

    def _scrolled(self) -> None:
        """The end, once seen, stays seen."""
        if not self.is_there:
            return
        self._end_seen = self._end_seen or self._rows_below <= 0
        self._look_down()

    def _look_down(self) -> None:
        """Enter shows the rest of a page before it goes on."""
        if not self.is_there:
            return
        reading = isinstance(self.walk.step, Reading)
        if self._more != (more := reading and not self._end_seen and self._rows_below > 0):
            self._more = more
            self.keys_changed()


def _load_views() -> type[PromptPanel]:
    from course.ui.widgets.panel import PromptPanel  # brings every view: too much for a first page

    return PromptPanel


def _asking(prompt: Prompt, session: Session) -> PromptPanel:
    return _load_views()(prompt, session)
