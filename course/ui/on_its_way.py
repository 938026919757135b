"""Papers on their way to a printer: what becomes of each, until it is out or taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock

from course.plan.printing import Job, JobNews


@dataclass(frozen=True, slots=True)
class Sent:
    """One paper that was sent, and what is known of it."""

    title: str
    job: Job | None
    """None for one that was refused after others had been sent."""
    news: JobNews


class OnItsWay:
    """All that was sent and is not out yet. Asking and taking back may block."""

    def __init__(self) -> None:
        self.papers: tuple[Sent, ...] = ()
        self._one_at_a_time = Lock()

    def begin(self) -> None:
        """Some will be sent together. What all ended before is not spoken of any more."""
        with self._one_at_a_time:
            self.papers = self.papers if self.waiting else ()

    def add(self, title: str, job: Job) -> None:
        """It was sent."""
        with self._one_at_a_time:
            self.papers = (*self.papers, Sent(title, job, job.look()))

    def refuse(self, title: str, why: str) -> None:
        """It was not sent, though others with it were."""
        with self._one_at_a_time:
            self.papers = (*self.papers, Sent(title, None, JobNews("not printed", why)))

    @property
    def waiting(self) -> bool:
        """Whether anything may still come out."""
        return any(not sent.news.ended for sent in self.papers)

    def look(self) -> None:
        """Ask how each stands."""
        with self._one_at_a_time:
            self.papers = tuple(_asked(sent) for sent in self.papers)

    def take_back(self) -> None:
        """Stop all that is not out."""
        with self._one_at_a_time:
            self.papers = tuple(_taken_back(sent) for sent in self.papers)

    def let_go(self) -> None:
        """Leave what waits as it is: the person said so."""
        with self._one_at_a_time:
            self.papers = ()


def _asked(sent: Sent) -> Sent:
    return replace(sent, news=sent.job.look()) if sent.job and not sent.news.ended else sent


def _taken_back(sent: Sent) -> Sent:
    return replace(sent, news=sent.job.take_back()) if sent.job and not sent.news.ended else sent
