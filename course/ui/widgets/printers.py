"""The printers to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content

from course.language import N_, _
from course.plan.printing import Printer
from course.ui.flow import own
from course.ui.widgets.menu import Entry, Menu


class Printers(Menu):
    """Enter prints on the highlighted one."""

    BINDINGS = [Binding("enter", "pick", N_("Print"), key_display="Enter")]


def entries_of(printers: Iterable[Printer]) -> list[Entry]:
    """Each with what is the matter with it."""
    return [
        Entry(
            printer.name,
            own(printer.name),
            under=own(printer.trouble or printer.note, "$accent"),
            tail=Content.styled(_("the usual one") if printer.usual else "", "$secondary"),
            mark=Content(str(number)) if number < 10 else Content(" "),
            key=str(number) if number < 10 else "",
        )
        for number, printer in enumerate(printers, start=1)
    ]
