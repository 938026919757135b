"""Handing a PDF to a printer that is ready for it."""

from __future__ import annotations

import re

from course.errors import PaperError
from course.language import _
from course.paper.printing.job import SentJob
from course.paper.printing.programs import Said, run
from course.paper.printing.queues import QueueState, printer
from course.paper.printing.service import service
from course.plan.document import Sheet
from course.plan.printing import Printer

_MEDIA: dict[Sheet, str] = {"a4": "A4", "us-letter": "Letter"}
_PATIENCE = 30.0


def sent(data: bytes, name: str, *, copies: int, sheet: Sheet, both_sides: bool) -> SentJob:
    """Send it. Raises PaperError, with nothing sent, when it would not be printed soon."""
    if not data.startswith(b"%PDF-"):
        raise _not_sent(_("This paper is no PDF, so it cannot be printed."))
    try:
        ready, through = printer(name), service()
    except PaperError as problem:
        raise _not_sent(str(problem)) from problem
    if hindered := ready.trouble or _no_such_sheet(ready, sheet):
        raise _not_sent(f"{hindered} {_other_way()}")
    sides = "two-sided-long-edge" if both_sides and ready.both_sides else "one-sided"
    said = run(
        *("lp", "-d", name, "-n", str(copies), "-t", _("Document"), "-o", "collate=true"),
        *("-o", "job-sheets=none", "-o", f"media={_MEDIA[sheet]}", "-o", f"sides={sides}"),
        *("--", "-"),
        data=data,
        patience=_PATIENCE,
        silent=_(
            "{printer} did not answer in time. The paper may still come out there:"
            " stay by the printer for a while, or ask whoever looks after it."
        ).format(printer=name),
    )
    if said.code:
        raise _not_sent(f"{_refusal(name, said)} {_other_way()}")
    return SentJob(name, _number(name, said), through)


def _not_sent(why: str) -> PaperError:
    return PaperError(f"{_('Nothing was sent.')} {why}")


def _other_way() -> str:
    return _("Choose another printer, or save the paper instead.")


def _no_such_sheet(ready: Printer, sheet: Sheet) -> str:
    """Empty, too, for a printer that does not list its sizes: it would not say no, either."""
    if not ready.sheets or sheet in ready.sheets:
        return ""
    return _("{printer} lists no {size} paper; it may have the other size.").format(
        printer=ready.name, size=_MEDIA[sheet]
    )


def _number(name: str, said: Said) -> int:
    """Found by the printer's name, not by the words around it."""
    found = re.search(rf"(?<!\S){re.escape(name.partition('/')[0])}-(\d+)\b", said.out)
    if found is None:
        raise PaperError(
            _(
                "The paper was sent to {printer}, but its answer could not be read, so it cannot be"
                " followed from here. Stay by the printer. A copy may stay on this computer for a"
                " day."
            ).format(printer=name)
        )
    return int(found[1])


def _refusal(name: str, said: Said) -> str:
    """Why ``lp`` did not take it. The printer is looked at again: it was ready a moment ago."""
    try:
        trouble = QueueState.now(name).trouble
    except PaperError as problem:
        raise _not_sent(str(problem)) from problem
    if trouble:
        return trouble
    if re.search(r"nauthorized|orbidden|assword", said.err):
        return _("{printer} asks for a password, which cannot be given here.").format(printer=name)
    return _("{printer} did not take the paper. It said: {words}.").format(
        printer=name, words=said.err.removeprefix("lp: ").rstrip(".")
    )
