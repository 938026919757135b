"""Papers on their way to a printer: Linux and macOS, through CUPS' own programs.

``queues`` says which printers there are and what hinders each, ``sending`` hands a PDF to ``lp`` on
standard input, ``job`` follows it to its end, ``service`` removes what is left of it. Nothing of a
person goes into an argument, a title or a file name, and no file is made.

The only socket of the course is here, in ``ipp``: to this computer's print service, and only once
something was sent. Nothing is imported before it is needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.plan.document import Sheet
    from course.plan.printing import Job, Printer


def printers() -> tuple[Printer, ...]:
    """The printers this computer knows. Raises PaperError when there are none, saying why."""
    from course.paper.printing.queues import every_printer

    return every_printer()


def send(data: bytes, printer: str, *, copies: int, sheet: Sheet, both_sides: bool) -> Job:
    """Send a PDF, if the printer is ready for it. Raises PaperError when nothing was sent."""
    from course.paper.printing.sending import sent

    return sent(data, printer, copies=copies, sheet=sheet, both_sides=both_sides)


def prints_here() -> bool:
    """Whether this computer has the programs that print."""
    from course.paper.printing.programs import are_here

    return are_here()


def opens_here() -> bool:
    """Whether a saved paper can be opened in a viewer from here."""
    from course.paper.printing.viewer import can_show

    return can_show()


def open_in_viewer(path: Path) -> None:
    """Show a saved paper in the viewer, to print it from there. Raises PaperError."""
    from course.paper.printing.viewer import show

    show(path)
