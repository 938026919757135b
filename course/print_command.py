"""``handrail plan --print``: a paper sent to a printer, and how it goes told line by line."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from course.errors import HandrailError
from course.language import _

if TYPE_CHECKING:
    from course.machine import Machine
    from course.plan.document import Paper, Sheet
    from course.plan.printing import Job, Printer

Told: TypeAlias = Callable[[str], object]

_PAUSE = 0.5
"""Seconds between two looks."""
_LEAVING = ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP")
"""Ctrl+C, Ctrl+\\, being ended, and the terminal being closed: none may leave a paper waiting."""


def print_plan(
    machine: Machine, *, paper: Paper, sheet: Sheet | None, printer: str, copies: int, told: Told
) -> int:
    """Print it, and wait for its end; 0 once the printer has it.

    Raises HandrailError when nothing was sent.
    """
    from course.paper_commands import lost, made_plan
    from course.plan.papers import kind_of

    if not machine.may_print:
        raise HandrailError(_("nothing is printed from this machine. Save it: --pdf FILE"))
    name = printer or _usual(machine.printers())
    made, size = made_plan(machine, paper=paper, form="pdf", sheet=sheet)
    for line in (*lost(made.unprintable, made.notes), _("Ctrl+C takes the paper back.")):
        told(line)
    both_sides = made.pages > 1 and not kind_of(paper).one_sided
    return followed(
        lambda: machine.send(made, name, copies=copies, sheet=size, both_sides=both_sides), told
    )


def _usual(printers: tuple[Printer, ...]) -> str:
    """The name of the usual printer, or of the only one."""
    for printer in printers:
        if printer.usual or len(printers) == 1:
            return printer.name
    names = ", ".join(printer.name for printer in printers)
    raise HandrailError(_("no printer is the usual one. Name one: {names}").format(names=names))


def followed(send: Callable[[], Job], told: Told) -> int:
    """Send it, and tell how it stands until it has ended. Whoever leaves before takes it back."""
    with _asked_to_leave() as asked:
        job = send()
        news, before = job.look(), None
        try:
            while not (news.ended or asked):
                if news != before:
                    told(news.words)
                time.sleep(_PAUSE)
                news, before = job.look(), news
        finally:
            if not news.ended:
                news = job.take_back()
        told(news.words)
    return 0 if news.state == "sent" else 1


@contextmanager
def _asked_to_leave() -> Iterator[list[object]]:
    """Empty until somebody asks; sending is not cut off in the middle."""
    asked: list[object] = []
    numbers = [getattr(signal, name) for name in _LEAVING if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_: asked.append(True)) for number in numbers}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
