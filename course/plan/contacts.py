"""Whom to ring: the learner's own people, and the help lines of a country."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.help_lines import HelpLine
from course.content.prompts import Column, Rows
from course.emergency import emergency_number
from course.language import _
from course.notebook.units import Row
from course.plan.cells import cell_text, fact_of
from course.plan.dates import in_full
from course.plan.document import Contact
from course.text import shown_line

_TITLED = ("date", "tick", "0-10", "0-100")


def is_about_people(rows: Rows) -> bool:
    """Whether the table asks for a number to ring."""
    return any(column.shape == "phone" for column in rows.columns)


def contact_of(row: Row, rows: Rows) -> Contact:
    """One row of such a table: the first column names, the phone rings, the rest is the note."""
    phone = next(column for column in rows.columns if column.shape == "phone")
    others = [column for column in rows.columns if column is not phone]
    name = cell_text(row, others[0]) if others else ""
    notes = [noted for column in others[1:] if (noted := _noted(row, column))]
    return Contact(name, shown_line(cell_text(row, phone)), " · ".join(notes))


def _noted(row: Row, column: Column) -> str:
    """Beside a name, words speak for themselves; a number, a day or a tick does not."""
    fact = fact_of(row, column)
    return fact.told if column.shape in _TITLED and fact.words else fact.words


def contacts_of_lines(lines: Iterable[HelpLine], region: str) -> tuple[Contact, ...]:
    """All lines, emergency first. Age and doubt are shown; no line is hidden for them."""
    known = sorted(lines, key=lambda line: line.kind != "emergency")
    contacts = tuple(Contact(line.name, line.contact, _about(line)) for line in known)
    if known and known[0].kind == "emergency":
        return contacts
    return (Contact(_("Emergency"), emergency_number(region), _("A life is in danger.")), *contacts)


def _about(line: HelpLine) -> str:
    facts = [line.hours.rstrip("."), line.what.rstrip("."), sureness(line)]
    return ". ".join(fact for fact in facts if fact)


def sureness(line: HelpLine) -> str:
    """How sure the number is, and since when: shown, and never a reason to hide it."""
    if line.checked:
        sure = _("Last checked {day}").format(day=in_full(line.checked))
    elif line.seen:
        sure = _("Last seen: {seen}").format(seen=line.seen)
    else:
        sure = ""
    if line.status == "confirmed":
        return sure if line.checked else line.seen[:1].upper() + line.seen[1:]
    return _("Not confirmed") + (f". {sure}" if sure else "")
