"""The print service that papers go through: how a job stands there, and leaving nothing of it."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from course.language import _
from course.paper.printing.programs import run

if TYPE_CHECKING:
    from course.paper.printing.ipp import PrintService

WAITING, HELD, PRINTING, HALTED, CANCELLED, ABORTED, COMPLETED = range(3, 10)
"""How a job stands: RFC 8011, 5.3.7."""


class Service(Protocol):
    """A print service. Each call may raise OSError."""

    @property
    def left_behind(self) -> str:
        """What to tell when a job could not be removed, as a sentence."""
        ...

    def job_state(self, printer: str, job: int) -> int | None:
        """A number as above; None when nothing is known of the job any more."""
        ...

    def clear(self, printer: str, job: int) -> bool:
        """Stop the job if need be, and remove all there is of it; whether nothing is left."""
        ...


def service() -> Service:
    """The one that CUPS' programs use, whoever told them to: the environment or a file."""
    from course.paper.printing.ipp import PrintService, is_here

    address = run("lpstat", "-H").out
    return Here(PrintService(address, _user())) if is_here(address) else Elsewhere(address)


def _user() -> str:
    """The name that ``lp`` gives, so that a job is ours to remove."""
    import pwd

    try:
        return os.environ.get("CUPS_USER") or pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return "unknown"


@dataclass(frozen=True, slots=True)
class Here:
    """This computer's own."""

    through: PrintService

    @property
    def left_behind(self) -> str:
        """Documents are kept for a day unless whoever runs the computer says otherwise."""
        return _("A copy may stay on this computer for a day.")

    def job_state(self, _printer: str, job: int) -> int | None:
        """Asked by IPP."""
        return self.through.job_state(job)

    def clear(self, _printer: str, job: int) -> bool:
        """Purge it until it is gone: a job that is stopped writes its last line afterwards."""
        try:
            for _again in range(50):
                if not self.through.purge(job):
                    return True
                time.sleep(0.1)
        except PermissionError:
            pass
        return False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another computer's. The course never speaks to it: only CUPS' own programs do."""

    address: str

    @property
    def left_behind(self) -> str:
        """Nothing can be removed there from here."""
        return _(
            "It went through another computer ({name}). A copy may stay there for a day."
        ).format(name=self.address)

    def job_state(self, printer: str, job: int) -> int | None:
        """In line, or no longer: more is not told."""
        name = _job_name(printer, job)
        told = run("lpstat", "-o", printer)
        if told.code or told.err:
            raise ConnectionError
        waiting = any(line.split()[:1] == [name] for line in told.out.splitlines())
        return WAITING if waiting else None

    def clear(self, printer: str, job: int) -> bool:
        """Stop it."""
        run("cancel", _job_name(printer, job))
        return False


def _job_name(printer: str, job: int) -> str:
    return f"{printer.partition('/')[0]}-{job}"
