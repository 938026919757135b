"""Keeping part of a widget in view, however deep in the column it lies. Nothing glides."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widget import Widget


def bring(widget: Widget, top: int, height: int) -> None:
    """Scroll the column just so far that these rows of the widget are seen.

    Where they are taller than the window, their beginning is.
    """
    column = column_of(widget)
    if column is None or not widget.is_attached:
        return
    view = column.scrollable_content_region
    above = widget.content_region.y + top - view.y
    below = above + height - view.height
    by = above if above < 0 or height > view.height else max(0, below)
    if by:
        column.scroll_relative(y=by, animate=False, immediate=True)


def bring_all(widget: Widget) -> None:
    """All of it; and again in the next frame, for other keys may make the bar of keys higher."""
    bring(widget, 0, widget.size.height)
    column = column_of(widget)
    if column is not None and widget.size.height <= column.scrollable_content_region.height:
        widget.call_after_refresh(lambda: bring(widget, 0, widget.size.height))


def rows_out_of_sight(widget: Widget) -> int:
    """How many rows of the widget are below the window."""
    column = column_of(widget)
    if column is None:
        return 0
    return max(0, widget.content_region.bottom - column.scrollable_content_region.bottom)


def column_of(widget: Widget) -> VerticalScroll | None:
    """The column in which the widget stands."""
    return next((one for one in widget.ancestors if isinstance(one, VerticalScroll)), None)
