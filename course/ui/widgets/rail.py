"""The bar that shows how far was scrolled: thin, at the very edge, with air beside it."""

from __future__ import annotations

from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender


class Rail(ScrollBarRender):
    """Two cells wide, of which the first stays empty, so that no word runs into it."""

    @classmethod
    def render_bar(cls, **settings: Any) -> Segments:  # type: ignore[override]
        """What Textual draws in one cell, behind an empty one."""
        bar = super().render_bar(**{**settings, "thickness": 1})
        air = Segment(" ", Style(bgcolor=settings["back_color"]))
        return Segments([part for row in bar.segments for part in (air, row, Segment.line())])
