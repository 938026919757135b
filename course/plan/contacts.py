"""Whom to ring: the learner's own people, and the help lines of a country."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.help_lines import HelpLine
from course.content.prompts import Rows
from course.emergency import emergency_number
from course.language import _
from course.notebook.units import Row
from course.plan.cells import cell_text
from course.plan.document import Contact


def is_about_people(rows: Rows) -> bool:
    """Whether the table asks for a number to ring."""
    return any(column.shape == "phone" for column in rows.columns)


def contact_of(row: Row, rows: Rows) -> Contact:
    """One row of such a table: the first column names, the phone rings, the rest is the note."""
    texts = {column.id: cell_text(row, column) for column in rows.columns}
    phone = next((column.id for column in rows.columns if column.shape == "phone"), "")
    name = next((column.id for column in rows.columns if column.id != phone), "")
    note = [text for key, text in texts.items() if text and key not in (name, phone)]
    return Contact(texts.get(name, ""), texts.get(phone, ""), " · ".join(note))


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
        sure = _("Last checked {day}").format(day=line.checked)
    elif line.seen:
        sure = _("Last seen: {seen}").format(seen=line.seen)
    else:
        sure = ""
    if line.status == "confirmed":
        return sure if line.checked else line.seen[:1].upper() + line.seen[1:]
    return _("Not confirmed") + (f". {sure}" if sure else "")
