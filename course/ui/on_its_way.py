"""Papers on their way to a printer: what becomes of each, until it is out or taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

from course.language import _
from course.plan.printing import Job, JobNews


@dataclass(frozen=True, slots=True)
class Sent:
    """One paper that was sent, and what is known of it."""

    title: str
    job: Job | None
    """None for one that was refused after others had been sent."""
    news: JobNews


@dataclass(eq=False, slots=True)
class Lot:
    """Papers that are sent together."""

    taken_back: bool = False
    """Whether none of them may come out any more, nor be sent."""


class OnItsWay:
    """All that was sent and is not out yet. Sending, asking and taking back may block."""

    def __init__(self) -> None:
        self.papers: tuple[Sent, ...] = ()
        self._lot: Lot | None = None
        """Those that are being handed in, or will be, unless the person left them."""
        self._left: tuple[Job, ...] = ()
        """What the person left to come out later: followed, so that nothing of it stays here."""
        self._one_at_a_time = Lock()

    def expect(self) -> Lot:
        """Some will be sent together. What all ended before is not spoken of any more."""
        self.papers = self.papers if self.waiting else ()
        self._lot = Lot()
        return self._lot

    def send(self, lot: Lot, title: str, send: Callable[[], Job]) -> None:
        """Send one, unless all was taken back meanwhile. Raises what ``send`` raises."""
        with self._one_at_a_time:
            if lot.taken_back:
                self._add(lot, Sent(title, None, JobNews("taken back", _("It was not sent."))))
            else:
                job = send()
                self._add(lot, Sent(title, job, job.look()))

    def refuse(self, lot: Lot, title: str, why: str) -> None:
        """It was not sent, though others with it were."""
        with self._one_at_a_time:
            self._add(lot, Sent(title, None, JobNews("not printed", why)))

    def sent(self, lot: Lot) -> None:
        """All of them that could be."""
        if lot is self._lot:
            self._lot = None

    def _add(self, lot: Lot, sent: Sent) -> None:
        if lot is self._lot:
            self.papers = (*self.papers, sent)
        elif sent.job:  # the person left all of them meanwhile
            self._left = (*self._left, sent.job)

    @property
    def sending(self) -> bool:
        """Whether some are being handed in, or will be."""
        return self._lot is not None

    @property
    def taken_back(self) -> bool:
        """Whether those that are being handed in were taken back."""
        return (lot := self._lot) is not None and lot.taken_back

    @property
    def waiting(self) -> int:
        """How many may still come out, and nobody said that they may; one at least is, while some
        are sent."""
        return sum(not sent.news.ended for sent in self.papers) or int(self.sending)

    @property
    def known(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.papers or self.sending)

    @property
    def followed(self) -> bool:
        """Whether there is anything to ask about."""
        return bool(self.waiting or self._left)

    def look(self) -> None:
        """Ask how each stands."""
        self._renew(_asked)
        left = self._left
        waiting = tuple(job for job in left if not job.look().ended)
        if left is self._left:  # else more were left meanwhile: next time
            self._left = waiting

    def take_back(self) -> None:
        """Stop all that is not out, and what is still to be sent."""
        if (lot := self._lot) is not None:
            lot.taken_back = True
        self._renew(_taken_back)

    def take_back_stuck(self) -> None:
        """Stop what waits until somebody mends the printer."""
        self._renew(lambda sent: _taken_back(sent) if sent.news.state == "stuck" else sent)

    def let_go(self) -> None:
        """Leave what waits as it is: the person said so. Never blocks."""
        jobs = (sent.job for sent in self.papers if sent.job and not sent.news.ended)
        self._left = (*self._left, *jobs)
        self._lot, self.papers = None, ()

    def _renew(self, news: Callable[[Sent], Sent]) -> None:
        with self._one_at_a_time:
            before = self.papers
            after = tuple(map(news, before))
            if before is self.papers:  # else they were let go meanwhile
                self.papers = after


def _asked(sent: Sent) -> Sent:
    return replace(sent, news=sent.job.look()) if sent.job and not sent.news.ended else sent


def _taken_back(sent: Sent) -> Sent:
    return replace(sent, news=sent.job.take_back()) if sent.job and not sent.news.ended else sent
