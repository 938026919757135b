"""The help page as plain text, for ``handrail help-now``. Needs nothing but the region."""

from __future__ import annotations

from collections.abc import Iterable

from course.content.help_lines import HelpLine
from course.emergency import (
    CHANGES,
    CRISIS_ASKED,
    NO_ALARM,
    NO_LINES,
    crisis_number,
    emergency_number,
    overdose_text,
    place_name,
    wrapped,
)
from course.language import _
from course.plan.document import (
    Block,
    Cell,
    Contact,
    Contacts,
    Detail,
    Details,
    Points,
    Table,
    Words,
    in_words,
)
from course.plan.help import Line, Lines, Mine, lines_from
from course.text import shown_line

_TYPED = str.maketrans({"–": "-", "·": ",", "“": '"', "”": '"', "’": "'", "…": "..."})
"""Signs of ours that an old terminal may not have."""


def help_text(region: str, rows: Iterable[HelpLine] = (), mine: Mine | None = None) -> str:
    """Overdose first, then whom to ring, then what the learner said. At most 72 columns."""
    lines, mine = lines_from(rows), mine or Mine()
    own = (
        (_("Where my naloxone is"), mine.naloxone),
        (_("My people"), mine.people),
        (_("When, then"), mine.pairs),
        (_("My reasons"), mine.reasons),
    )
    sections = [
        [overdose_text(region)],
        _crisis(region, lines),
        *(_headed(title, blocks) for title, blocks in own if blocks),
        _every(region, lines.every),
        wrapped(_(NO_ALARM)),
    ]
    text = "\n\n".join("\n".join(section) for section in sections if section)
    return text.translate(_TYPED) + "\n"


def _crisis(region: str, lines: Lines) -> list[str]:
    said, emergency = wrapped(_(CRISIS_ASKED)), emergency_number(region)
    said += wrapped(_("Call {emergency}.").format(emergency=crisis_number(region)))
    if lines.listening is not None:
        facts = f"{lines.listening.name}. {lines.listening.what} {lines.listening.sure}"
        return (
            said
            + wrapped(facts)
            + wrapped(_("In danger now? Call {emergency}.").format(emergency=emergency))
        )
    return said + (_line(lines.directory) if lines.directory else [])


def _headed(title: str, blocks: Iterable[Block]) -> list[str]:
    return [title.upper(), *(line for block in blocks for line in _block(block))]


def _every(region: str, lines: tuple[Line, ...]) -> list[str]:
    if not lines:
        return wrapped(_(NO_LINES))
    place = place_name(region)
    title = _("Help lines: {place}").format(place=place) if place else _("Help lines")
    return [
        title.upper(),
        *(text for line in lines for text in _line(line)),
        "",
        *wrapped(_(CHANGES)),
    ]


def _line(line: Line) -> list[str]:
    said = wrapped(f"{line.name}: {line.number}", "- ")
    return said + [text for part in (line.what, line.sure) if part for text in wrapped(part, "  ")]


def _block(block: Block) -> list[str]:
    match block:
        case Words():
            return wrapped(shown_line(block.text))
        case Points():
            return [line for point in block.points for line in wrapped(shown_line(point), "- ")]
        case Details():
            return [text for line in block.lines for text in _detail(line)]
        case Contacts():
            return [line for contact in block.people for line in _contact(contact)]
        case Table():
            return [line for row in block.rows for line in _row(block.heads, row)]
        case _:
            return []


def _detail(line: Detail) -> list[str]:
    facts = ", ".join(shown_line(fact.told) for fact in line.facts)
    return wrapped(shown_line(line.text), "- ") + (wrapped(facts, "  ") if facts else [])


def _contact(contact: Contact) -> list[str]:
    who = ": ".join(shown_line(part) for part in (contact.name, contact.number) if part)
    note = shown_line(contact.note).replace(" · ", ", ")
    return wrapped(who, "- ") + (wrapped(note, "  ") if note else [])


def _row(heads: tuple[str, ...], row: tuple[Cell, ...]) -> list[str]:
    cells = [(head, in_words(cell)) for head, cell in zip(heads, row, strict=True)]
    told = [f"{head}: {shown_line(words)}" for head, words in cells if words]
    firsts = ["- ", *["  "] * len(told)]
    return [
        line for first, text in zip(firsts, told, strict=False) for line in wrapped(text, first)
    ]
