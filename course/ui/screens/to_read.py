"""What the screens share on which there is only something to read."""

from __future__ import annotations

from textual.binding import Binding

from course.language import N_
from course.ui.screens.base import Column, CourseScreen


class ReadScreen(CourseScreen):
    """One page that scrolls: Enter shows more of it, while there is more."""

    AUTO_FOCUS = "#column"
    BINDINGS = [Binding("enter", "more", N_("More"), key_display="Enter")]

    def on_mount(self) -> None:
        """How far there still is to scroll is known once it was laid out."""
        self.watch(self.query_one(Column), "scroll_y", self.keys_changed, init=False)
        self.call_after_refresh(self.keys_changed)

    def on_resize(self) -> None:
        """In another window there is more to scroll, or less."""
        self.call_after_refresh(self.keys_changed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """More, while there is more below."""
        if action != "more":
            return True
        return self.is_mounted and not self.query_one(Column).is_vertical_scroll_end

    def action_more(self) -> None:
        """A window further."""
        self.query_one(Column).action_page_down()
