"""Leaving with Ctrl+Q: what would be lost is asked about first. A signal asks nothing."""

from __future__ import annotations

from course.ui.idling import Idling
from course.ui.locking import has_words
from course.ui.shell import Cover


class Leaving(Idling):
    """Asks once more before words are lost."""

    _must_go = False

    async def action_quit(self) -> None:
        """Ctrl+Q."""
        self.ask_and_go()

    def ask_and_go(self) -> None:
        """Leave; a guest is offered once to keep or print what would be gone."""
        from course.ui.screens.goodbye import GoodbyeScreen

        if self.would_lose_words and not isinstance(self.screen, GoodbyeScreen):
            self.push_screen(GoodbyeScreen())
        else:
            self.go()

    @property
    def would_lose_words(self) -> bool:
        """Whether leaving drops what was said, since nothing keeps it."""
        if self.keeping or self.covered or self.leaving or self.session is None:
            return False
        return has_words(self.session.notebook)

    def go(self) -> None:
        """Cover, save, and leave; or stay and ask."""
        from course.ui.screens.leave import LeaveScreen

        if self.leaving:
            return
        self.leaving = True
        self.settle()
        if isinstance(self.screen, LeaveScreen):  # asked before: try once more
            self.pop_screen()
        cover = Cover()
        self.push_screen(cover)
        self.run_worker(self._try_to_go(cover), group="leave")

    async def _try_to_go(self, cover: Cover) -> None:
        from course.ui.screens.leave import LeaveScreen

        not_kept = await self.save_covered()
        if not_kept and not self._must_go:
            self.leaving = False
            if self.screen is cover:
                self.pop_screen()
            self.push_screen(LeaveScreen(not_kept))
        else:
            self.end(not_kept)

    def leave(self) -> None:
        """Go, whatever is being asked."""
        self._must_go = True
        super().leave()
