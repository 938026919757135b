"""Printing: what was sent is followed to its end, also when its screen is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from course.errors import HandrailError
from course.language import _
from course.ui.leaving import Leaving
from course.ui.on_its_way import Lot, OnItsWay

if TYPE_CHECKING:
    from course.plan.document import Sheet
    from course.plan.papers import Made, PaperKind
    from course.plan.printing import Job
    from course.ui.keeping import Refused
    from course.ui.outside import Outside

_EVERY = 0.5
"""Seconds between two questions to the print service."""


class ToPrint(NamedTuple):
    """A paper that is made."""

    kind: PaperKind
    made: Made

    @property
    def may_have_sides(self) -> bool:
        """Whether it can go on both sides of its sheets."""
        return self.made.pages > 1 and not self.kind.one_sided

    def sheets(self, *, both_sides: bool) -> int:
        """How many sheets one copy takes."""
        pages = self.made.pages
        return (pages + 1) // 2 if both_sides and self.may_have_sides else pages


def _titled(kind: PaperKind, copies: int) -> str:
    if copies == 1:
        return _(kind.title)
    return _("{paper}: {number} copies").format(paper=_(kind.title), number=copies)


class Printing(Leaving):
    """Sends papers, and leaves none behind that may come out later for somebody else."""

    def __init__(self, outside: Outside) -> None:
        super().__init__(outside)
        self.on_its_way = OnItsWay()
        self._handed_over = False
        """Whether whoever sent something has gone for good."""

    def send_papers(
        self,
        papers: Sequence[ToPrint],
        printer: str,
        *,
        copies: int,
        sheet: Sheet,
        both_sides: bool,
        refused: Refused,
    ) -> None:
        """Send them and follow them. ``refused`` hears why the first was not sent; of others it is
        told beside those that were."""

        def send(paper: ToPrint) -> Job:
            return self.outside.send(
                paper.made,
                printer,
                copies=copies,
                sheet=sheet,
                both_sides=both_sides and paper.may_have_sides,
            )

        def work() -> None:
            try:
                self._send_each(lot, papers, copies, send, refused)
            finally:
                self.on_its_way.sent(lot)
            self.call_from_thread(self._follow_it)  # in a worker that holds no paper's words

        lot = self.on_its_way.expect()
        self._handed_over = False
        self.run_worker(work, thread=True, group="print")

    def _send_each(
        self,
        lot: Lot,
        papers: Sequence[ToPrint],
        copies: int,
        send: Callable[[ToPrint], Job],
        refused: Refused,
    ) -> None:
        on_its_way = self.on_its_way
        for number, paper in enumerate(papers):
            title = _titled(paper.kind, copies)
            try:
                on_its_way.send(lot, title, partial(send, paper))
            except HandrailError as problem:
                if number == 0:
                    self.call_from_thread(refused, problem)
                    return
                on_its_way.refuse(lot, title, str(problem))
            self.call_from_thread(self.show_on_its_way)

    def _follow_it(self) -> None:
        self.show_on_its_way()
        self.run_worker(self._follow, thread=True, group="print")

    def _follow(self) -> None:
        worker = get_current_worker()
        while self.on_its_way.followed and not worker.is_cancelled:
            sleep(_EVERY)
            self.on_its_way.look()
            if self._nobody_is_there:
                self.on_its_way.take_back_stuck()
            if not worker.is_cancelled:
                self.call_from_thread(self.show_on_its_way)

    @property
    def _nobody_is_there(self) -> bool:
        """Nobody, or somebody else: a paper that waits would come out for them."""
        return self._handed_over or self.uptime() - self.touched > self.patience

    def take_back(self) -> None:
        """Stop all that is not out."""

        def work() -> None:
            self.on_its_way.take_back()
            self.call_from_thread(self.show_on_its_way)

        self.run_worker(work, thread=True, group="take back")

    def show_on_its_way(self) -> None:
        """Of what was sent, as soon as the page that sent it is on top."""
        from course.ui.screens.on_its_way import OnItsWayScreen
        from course.ui.screens.print import PrintScreen

        if isinstance(self.screen, PrintScreen) and self.on_its_way.papers:
            self.switch_screen(OnItsWayScreen())
        elif isinstance(self.screen, OnItsWayScreen):
            self.screen.hear_news()

    async def action_quit(self) -> None:
        """Not before it is known what is to become of a paper that waits at the printer."""
        from course.ui.screens.on_its_way import OnItsWayScreen

        if not self.on_its_way.waiting or self.covered:
            await super().action_quit()
        elif isinstance(self.screen, OnItsWayScreen):
            self.screen.before_leaving()
        else:
            self.push_screen(OnItsWayScreen(leaving=True))

    def go_in(self) -> None:
        """What was locked meanwhile, or taken back behind the lock, is told first."""
        from course.ui.screens.on_its_way import OnItsWayScreen

        if told := bool(self.on_its_way.papers) and not self._handed_over:
            self._place = None
        super().go_in()
        if told and self.help_page is None:
            self.push_screen(OnItsWayScreen())

    def start_again(self) -> None:
        """Whoever sent something does not come back."""
        self._handed_over = True
        super().start_again()

    def keep_all(self) -> str:
        """What was not asked about is taken back: nobody would stand by the printer. First words
        are kept: a print service may be slow to answer."""
        not_kept = super().keep_all()
        if self.on_its_way.waiting:
            self.on_its_way.take_back()
        return not_kept
