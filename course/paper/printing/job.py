"""A paper on its way to a printer: watched, taken back, and leaving nothing once it has ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from course.errors import PaperError
from course.language import _
from course.paper.printing.queues import QueueState
from course.paper.printing.service import (
    ABORTED,
    CANCELLED,
    COMPLETED,
    HALTED,
    HELD,
    PRINTING,
    WAITING,
    Service,
)
from course.plan.printing import JobNews, State

_ENDED = {CANCELLED, ABORTED, COMPLETED, None}


@dataclass
class SentJob:
    """One that a printer's queue took."""

    printer: str
    number: int
    through: Service
    _end: JobNews | None = None
    _stays: bool = False
    """Whether it could not be taken back, as the person wished. It goes on being said."""
    _one_at_a_time: Lock = field(default_factory=Lock, repr=False)

    def look(self) -> JobNews:
        """How it stands now; once it has ended, what is left of it is removed."""
        with self._one_at_a_time:
            try:
                news = self._end or self._now()
            except (OSError, PaperError):
                news = self._unknown()
            return self._still_there() if self._stays and not news.ended else news

    def take_back(self) -> JobNews:
        """Stop it, and remove it, unless it has ended already."""
        with self._one_at_a_time:
            try:
                return self._end or self._taken_back()
            except (OSError, PaperError):
                return self._still_there()

    def _state(self) -> int | None:
        return self.through.job_state(self.printer, self.number)

    def _clear(self) -> bool:
        try:
            return self.through.clear(self.printer, self.number)
        except (OSError, PaperError):
            return False

    def _now(self) -> JobNews:
        state = self._state()
        if state in _ENDED:
            return self._ended(state)
        queue = QueueState.now(self.printer)
        if reason := queue.hindrance or (_no_reason() if state in (HELD, HALTED) else ""):
            said = _(
                "Your paper waits at {printer}. {reason} Put that right and it goes on, or take it"
                " back. Do not leave it there."
            )
            return self._news("stuck", said, reason)
        if state == PRINTING:
            said = _("{printer} has begun. {reason} Stand by the printer.")
            return self._news("printing", said, queue.remark)
        said = _("Your paper is in line at {printer}. {reason} Stand by the printer.")
        return self._news("waiting", said, queue.remark)

    def _ended(self, state: int | None) -> JobNews:
        if state == ABORTED:
            said = _(
                "{printer} did not print your paper. {reason} It is not waiting there any more."
                " Try again, choose another printer, or save the paper instead."
            )
            return self._last("not printed", said, self._hindrance())
        if state == CANCELLED:
            said = _(
                "Your paper was taken out of the line at {printer}, and not from here. Look whether"
                " a sheet came out. Try again, or save the paper instead."
            )
            return self._last("not printed", said)
        if state == COMPLETED:
            said = _(
                "{printer} has your paper now. Wait until every sheet is out, and take them all"
                " with you."
            )
            return self._last("sent", said)
        said = _(
            "Your paper has left the line at {printer}; more is not known. Look whether every"
            " sheet came out, and take them all with you."
        )
        return self._last("sent", said)

    def _hindrance(self) -> str:
        try:
            return QueueState.now(self.printer).hindrance
        except PaperError:
            return ""

    def _taken_back(self) -> JobNews:
        state = self._state()
        if state in _ENDED:
            return self._ended(state)
        if not self._clear() and self._state() not in _ENDED:
            return self._still_there()
        came = _("A sheet that was on its way may still come out: look there.")
        said = _("Your paper was taken back from {printer}. {reason}")
        return self._last("taken back", said, "" if state == WAITING else came)

    def _last(self, state: State, said: str, reason: str = "") -> JobNews:
        """What stays true from now on, once nothing is left of it here."""
        left = "" if self._clear() else self.through.left_behind
        self._end = self._news(state, said, reason, left)
        return self._end

    def _still_there(self) -> JobNews:
        self._stays = True
        return self._news(
            "unknown",
            _(
                "Your paper could not be taken back from {printer}. It may still be printed there:"
                " stay by the printer, or ask whoever looks after it to remove it."
            ),
        )

    def _unknown(self) -> JobNews:
        return self._news(
            "unknown",
            _(
                "The print service does not answer, so it is not known how your paper stands."
                " Stay by {printer}: it may still come out."
            ),
        )

    def _news(self, state: State, said: str, reason: str = "", left: str = "") -> JobNews:
        words = f"{said.format(printer=self.printer, reason=reason)} {left}"
        return JobNews(state, " ".join(words.split()))


def _no_reason() -> str:
    return _("It did not take it yet, and does not say why.")
