"""What all screens share: the two bars, one column to read in, and how news reaches them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from course.ui.widgets.bars import KeyBar, TopBar
from course.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from course.session.session import Session
    from course.ui.app import CourseApp


ScrollBar.renderer = Rail


class Column(VerticalScroll):
    """The one column, at most 72 characters wide, that scrolls when the window is small."""

    DEFAULT_CSS = """
    Column { align-horizontal: center; padding: 1 0 0 2; }
    Column { scrollbar-size-vertical: 2; scrollbar-gutter: stable; }
    Column > * { max-width: 72; }
    """

    only_read = False
    """Whether what takes keys in it is about to go."""

    def allow_focus(self) -> bool:
        """The keys are its own only where nothing in it takes them: then they scroll it."""
        return super().allow_focus() and (self.only_read or not self._has_takers)

    @property
    def _has_takers(self) -> bool:
        return any(each.display and each.focusable for each in self.query(Widget))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing beside it: Left and Right are the screen's keys."""
        return action not in ("scroll_left", "scroll_right", "page_left", "page_right")

    def action_scroll_up(self) -> None:
        """One row, at once: a glide costs sixteen times the bytes."""
        self._scroll_rows(-1)

    def action_scroll_down(self) -> None:
        """One row."""
        self._scroll_rows(1)

    def action_page_up(self) -> None:
        """A window less one row."""
        self._scroll_rows(1 - self.scrollable_content_region.height)

    def action_page_down(self) -> None:
        """A window less one row."""
        self._scroll_rows(self.scrollable_content_region.height - 1)

    def _scroll_rows(self, rows: int) -> None:
        if not self.allow_vertical_scroll:
            raise SkipAction
        self.scroll_relative(y=rows, animate=False, immediate=True)


class CourseScreen(Screen[None]):
    """A screen between the two bars. Subclasses fill ``column`` and hear ``news``."""

    DEFAULT_CSS = "CourseScreen ToastRack { margin-bottom: 2; }"  # above the keys
    AUTO_FOCUS = "*"
    early = False
    """Whether it is shown ahead of the session; then its keys wait."""
    asks_since: float | None = None
    """Since when it asks what must be answered before what waits; keys since then never wait."""
    _drawn = False
    _session: Session | None = None

    def where(self) -> str:
        """The words in the top bar. Read again by ``tell_where``."""
        return ""

    def column(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def news(self) -> None:
        """Called when the notebook changed, and when the screen comes to the top."""

    def settle(self) -> None:
        """Let the app hear what was typed here and has not rested yet. Called before leaving."""

    def forget_secrets(self) -> None:
        """Empty fields whose dots a key turns into letters. Called when a cover comes over it."""

    def half_said(self) -> bool:
        """Whether words stand here that the notebook does not hold yet."""
        return False

    def field_beside(self) -> Widget | None:
        """While a menu has the keys: the field that can be written in instead."""
        return None

    def on_text_area_changed(self) -> None:
        """Also after what no key of ours did, such as an undo. (By its name: a start must be fast,
        and the first screen has no such field.)"""
        self.course_app.show_status()

    def compose(self) -> ComposeResult:
        """The bars and the column between them."""
        yield TopBar(self.where())
        with Column(id="column"):
            yield from self.column()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show how things are kept from the first moment."""
        for bar in self.query(KeyBar):  # none, where it is gone again already
            self._drawn = True
            bar.status = self.course_app.status_to_show

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen was on top."""
        if self.app.screen is not self:  # gone again already
            return
        self.query_one(KeyBar).status = self.course_app.status_to_show
        self.course_app.tell_the_rest()
        self.hear_news()

    def hear_news(self) -> None:
        """Pass news on, while there is something on the screen to draw them into."""
        if self.is_there:
            self.news()

    @property
    def is_there(self) -> bool:
        """Whether its parts are made and not going away: work behind it may end at any time."""
        return self._drawn and self.display

    def on_screen_suspend(self) -> None:
        """Another screen comes on top. (A screen that goes away was settled before.)"""
        if self in self.app.screen_stack:
            self.settle()

    def action_leave(self) -> None:
        """Back to the screen below."""
        self.dismiss()

    def keys_changed(self) -> None:
        """Other keys work now: say so in this frame, not in the next."""
        self.refresh_bindings()
        for bar in self.query_children(KeyBar):
            bar.draw_now()

    def tell_where(self) -> None:
        """Draw the top bar anew."""
        self.query_one(TopBar).where = self.where()

    @property
    def course_app(self) -> CourseApp:
        """The app, by its own type."""
        return cast("CourseApp", self.app)

    @property
    def session(self) -> Session:
        """The session; screens that need it are pushed once it is there.

        One that is on its way out, after locking, still draws with the one it had.
        """
        self._session = self.course_app.session or self._session
        assert self._session is not None, "pushed before the session was opened"
        return self._session
