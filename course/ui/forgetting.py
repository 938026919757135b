"""Forgetting everything: here, on the disk, and then as at the very first."""

from __future__ import annotations

from functools import partial

from course.errors import HandrailError
from course.language import _
from course.ui.keeping import Refused
from course.ui.older import Older


class Forgetting(Older):
    """An app in which a notebook can be forgotten for good."""

    def forget(self, refused: Refused) -> None:
        """All that was said, here and on the disk; then as at the very first."""
        lies = self.keeping or self.locked or self.outside.kept
        forgets = self.outside.forget if lies else _nothing
        if self.session is not None:
            self.session.keep_nothing()
        self.ask_outside(forgets, self._forgotten, partial(self._not_forgotten, refused))

    def _forgotten(self, _nothing: None) -> None:
        if self.covered and self.help_page is None:
            self.start_again_covered()
        else:
            self.start_again()

    def _not_forgotten(self, refused: Refused, problem: HandrailError) -> None:
        self.keeping, self.status = False, _("Not kept")
        said = _("Not all of it is gone: {why}. What you write now is not kept. Try again.")
        refused(HandrailError(said.format(why=problem)))


def _nothing() -> None:
    """There is nothing on the disk."""
