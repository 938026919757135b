"""The printers of this computer: their names, what each can do, and what hinders it."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from course.errors import PaperError
from course.language import _
from course.paper.printing.programs import run
from course.paper.printing.reasons import hindrance, remark
from course.plan.document import Sheet
from course.plan.printing import Printer

_STOPPED = "5"
_AT_ONCE = 8  # printers that are asked at the same time: one in the network may be slow


def every_printer() -> tuple[Printer, ...]:
    """All of them. Raises PaperError when there are none."""
    names = run("lpstat", "-e").out.splitlines()
    if not names:
        raise PaperError(_none_here())
    usual = run("lpstat", "-d").out.rpartition(":")[2].strip()
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        return tuple(threads.map(lambda name: _listed(name, usual=name == usual), names))


def _listed(name: str, *, usual: bool) -> Printer:
    try:
        return printer(name, usual=usual)
    except PaperError as silent:
        return Printer(name, usual=usual, trouble=str(silent))


def printer(name: str, *, usual: bool = False) -> Printer:
    """The one with that name. Raises PaperError when there is none."""
    state = QueueState.now(name)
    can = _abilities(name)
    return Printer(
        name,
        usual=usual,
        trouble=state.trouble,
        note=state.remark,
        both_sides=bool(_TWO_SIDES.search(can)),
        sheets=_sheets(can),
    )


def _abilities(name: str) -> str:
    """What it can do. A printer in the network may have to be asked itself, and be slow to tell."""
    try:
        return run("lpoptions", "-p", name, "-l").out
    except PaperError:
        return ""


@dataclass(frozen=True, slots=True)
class QueueState:
    """How a printer stands at this moment."""

    name: str
    accepts: bool
    stopped: bool
    reasons: tuple[str, ...]

    @classmethod
    def now(cls, name: str) -> QueueState:
        """Ask for it. What a printer does not tell is taken to be well. Raises PaperError."""
        told = run("lpoptions", "-p", name)
        if told.code or not told.out:
            raise PaperError(_gone(name))
        return cls(
            name,
            accepts=_fact("printer-is-accepting-jobs", told.out) != "false",
            stopped=_fact("printer-state", told.out) == _STOPPED,
            reasons=tuple(_fact("printer-state-reasons", told.out).split(",")),
        )

    @property
    def hindrance(self) -> str:
        """What keeps papers waiting there, as a sentence; empty when nothing does."""
        return hindrance(self.reasons) or (_("It is paused.") if self.stopped else "")

    @property
    def remark(self) -> str:
        """Something to know of it, as a sentence; empty when all is well."""
        return remark(self.reasons)

    @property
    def trouble(self) -> str:
        """Why nothing may be sent to it, in a sentence or two; empty when something may."""
        if not self.accepts:
            said = _("{printer} is closed: whoever looks after it lets it take no papers now.")
        elif self.stopped:
            said = _(
                "{printer} is stopped. {reason} A paper would wait there, and be printed later for"
                " whoever stands by it."
            )
        else:
            return ""
        reason = hindrance(tuple(reason for reason in self.reasons if reason != "paused"))
        return " ".join(said.format(printer=self.name, reason=reason).split())


def _fact(key: str, told: str) -> str:
    """A value of ``key=value key='a value' ...``. The last: a description may hold anything."""
    found: list[str] = re.findall(rf"(?:^|\s){key}=(\S*)", told)
    return found[-1] if found else ""


_TWO_SIDES = re.compile(r"^(?:\w*Duplex|sides)/.*(?:NoTumble|two-sided)", re.M | re.I)
_SIZES = re.compile(r"^(?:PageSize|media)/[^:]*:(.*)$", re.M)
_SIZE_NAMES: dict[Sheet, tuple[str, ...]] = {
    "a4": ("a4", "iso_a4"),
    "us-letter": ("letter", "na_letter"),
}


def _sheets(can: str) -> tuple[Sheet, ...]:
    sizes = " ".join(_SIZES.findall(can)).lower().replace("*", "").split()
    return tuple(
        sheet
        for sheet, names in _SIZE_NAMES.items()
        if any(size.startswith(names) for size in sizes)
    )


def service_is_off() -> bool:
    """Whether nothing answers where papers are to be handed in."""
    return "not running" in run("lpstat", "-r").out


def _none_here() -> str:
    if service_is_off():
        return _(
            "The print service of this computer is off. Save the paper instead, or ask whoever runs"
            " this computer to start it."
        )
    return _(
        "This computer knows no printer. Save the paper as PDF, and print it from another computer."
    )


def _gone(name: str) -> str:
    if service_is_off():
        return _none_here()
    return _("There is no printer called {printer} here now. Choose another one.").format(
        printer=name
    )
