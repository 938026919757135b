"""Erasing for good: here, and in every older copy of the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.language import _
from course.ui.keeping import Keeping

if TYPE_CHECKING:
    from course.notebook.notebook import Notebook


class Erasing(Keeping):
    """An app in which words can be taken out so that nothing brings them back."""

    def erase(self, unit_id: str) -> None:
        """One line, row or entry."""
        from course.notebook.erasing import without

        assert self.session is not None, "only what is open has lines"
        self._erase(without(self.session.notebook, unit_id, self.session.pen.by))

    def erase_answer(self, prompt_id: str) -> None:
        """All that was answered there."""
        from course.notebook.erasing import without_answer

        assert self.session is not None, "only what is open has answers"
        self._erase(without_answer(self.session.notebook, prompt_id, self.session.pen.by))

    def _erase(self, left: Notebook) -> None:
        assert self.session is not None, "only what is open has words"
        self.session.notebook = left
        stays = self.outside.erase(left) if self.keeping else ()
        if stays:
            said = _("These files could not be read. The words may still be in there: {files}")
            self.tell(said.format(files=", ".join(stays)))
        self._spread_news()
