"""What goes on a card the size of a bank card: the same sections, in far fewer words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from course.content.help_lines import HelpLine
from course.content.prose import Items, Prose, lines_of, words
from course.emergency import emergency_number
from course.language import _
from course.plan.document import Block, Contact, Part, Points, Words

_LISTEN = ("crisis", "treatment")
_LINES = 4
_PLAIN_NUMBER = re.compile(r"\+?[\d\s().-]+")
_SHORT = len("tel:988")
"""As many digits as anybody can type without help."""


def tel_of(number: str) -> str:
    """What a phone calls for this number; empty when it is no plain number."""
    digits = re.sub(r"\D", "", number)
    if not digits or not _PLAIN_NUMBER.fullmatch(number):
        return ""
    return f"tel:{'+' if number.startswith('+') else ''}{digits}"


def callable_lines(lines: Iterable[HelpLine]) -> tuple[HelpLine, ...]:
    """Those that the code on the card can call. Nobody is to ring the emergency number with it by
    accident."""
    return tuple(line for line in lines if line.kind != "emergency" and tel_of(line.contact))


def called_line(lines: Sequence[HelpLine], chosen: str = "") -> HelpLine | None:
    """The one that was chosen, if it is among them; else the first that listens and has a number
    which nobody types by heart."""
    known = {line.id: line for line in callable_lines(lines)}
    usual = (line for line in known.values() if line.kind in _LISTEN and _long(line))
    return known.get(chosen) or next(usual, None)


def _long(line: HelpLine) -> bool:
    return len(tel_of(line.contact)) > _SHORT


def few_lines(lines: Sequence[HelpLine], region: str, chosen: str = "") -> tuple[Contact, ...]:
    """Emergency, the line that the code calls, and the next that listen or lead to help."""
    called = called_line(lines, chosen)
    listening = [line for line in lines if line.kind in _LISTEN or line is called]
    emergency = [line for line in lines if line.kind == "emergency"]
    leading = [line for line in lines if line.kind == "directory"]
    wanted = [*emergency, *([called] if called else []), *listening, *leading]
    few = list({line.id: line for line in wanted}.values())[:_LINES]
    contacts = tuple(
        Contact(
            line.name,
            line.contact,
            "" if line.status == "confirmed" else _("Not confirmed"),
            tel_of(line.contact) if line is called else "",
        )
        for line in sorted(few, key=[*emergency, *listening, *leading].index)
    )
    return contacts if emergency else (Contact(_("Emergency"), emergency_number(region)), *contacts)


def in_few_words(title: str, prose: Prose) -> Iterator[Block]:
    """The first paragraph of a safety text as it is; of its steps, their names."""
    first = prose[:1]
    for block in (*first, *(each for each in prose[1:] if isinstance(each, Items))):
        if isinstance(block, Items):
            yield Words(title, own=False, lead=True)
            yield Points(tuple(words(line[:1]) for line in lines_of(block)), "number", own=False)
        else:
            yield Words(words(block.line), own=False)


def wallet_parts(parts: Sequence[Part]) -> tuple[Part, ...]:
    """One reason, if there is one; what to do, own words first; people; and what saves a life."""
    cover = [_with_one_reason(part) for part in parts if part.look == "top" and not part.default]
    to_do = [part for part in parts if part.look not in ("top", "people", "danger")]
    steps = [part for part in to_do if part.look == "panel"]
    kept = steps + [part for part in to_do if part not in steps and not part.default]
    others = [part for look in ("people", "danger") for part in parts if part.look == look]
    return (*cover, *sorted(kept or to_do, key=lambda part: part.default), *others)


def _with_one_reason(part: Part) -> Part:
    first = part.blocks[0]
    one = Words(first.points[0]) if isinstance(first, Points) else first
    return replace(part, blocks=(one,))
