"""A paper in the browser of whoever takes the course there: our disk is not theirs."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

    from course.plan.papers import Made

_KINDS = {"pdf": "application/pdf", "html": "text/html", "md": "text/markdown", "txt": "text/plain"}


def show_in_browser(app: App[int], name: str, made: Made) -> None:
    """Open it in a page of its own. ``name`` must be plain ASCII: it is sent unquoted."""
    app.deliver_binary(
        BytesIO(made.data),
        save_filename=name,
        open_method="browser",
        mime_type=_KINDS[name.rpartition(".")[2]],
    )
