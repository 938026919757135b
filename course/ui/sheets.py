"""The pages of a lesson as sheets of its book: made once, and those beside one ahead of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from course.content.lesson import Reading
from course.language import _
from course.ui.flow import Piece
from course.ui.widgets.book import Sheet

if TYPE_CHECKING:
    from course.session.walk import Walk


class Sheets:
    """The sheet that is shown and those beside it, by step. ``says`` is what a reading tells."""

    def __init__(self, says: Callable[[Reading], list[Piece]]) -> None:
        self._says = says
        self._made: dict[str, Sheet] = {}

    def of(self, walk: Walk) -> Sheet:
        """The sheet of the step where somebody stands."""
        if walk.step_id not in self._made:
            told = self._says(walk.step) if isinstance(walk.step, Reading) else []
            self._made[walk.step_id] = Sheet(
                walk.index + 1, len(walk.steps), [*_notice(walk), *told]
            )
        return self._made[walk.step_id]

    def around(self, walk: Walk) -> list[Sheet]:
        """This one and those beside it; others are forgotten."""
        near = [walk.moved(by) for by in (-1, 0, 1)]
        self._made = {each.step_id: self.of(each) for each in near}
        return list(self._made.values())

    def forget(self) -> None:
        """What they tell may be something else by now."""
        self._made.clear()


def _notice(walk: Walk) -> list[Piece]:
    if not walk.at_start or walk.lesson.head.reviewed_by:
        return []
    words = _("This lesson is not yet reviewed by a clinician.")
    return [Piece(Content.styled(words, "italic $secondary"))]
