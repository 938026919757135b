"""What whoever runs the machine decided: ``handrail.toml``, read once, never written.

The nearest one counts alone: in the folder given by ``--home``, else in the user's own settings
folder, else the machine's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.emergency import PLACES
from course.errors import HandrailError
from course.language import LANGUAGES, _

NAME = "handrail.toml"
MACHINE_WIDE = Path("/etc/handrail") / NAME

TEMPLATE = f"""\
# Settings of Handrail for this machine. Lines that begin with # are off; each shows what counts
# while it is off. Put this file, as {NAME}, in one of these folders. The first one found
# counts alone:
#   the folder given with --home
#   ~/.config/handrail (on Linux)
#   {MACHINE_WIDE.parent}

# Do several people take turns at this machine? Then the start suggests "just for now", the
# screen locks sooner, and what a guest wrote is dropped, after a warning, when nobody is there.
# shared = false

# Suggest "just for now" at the start: Enter takes it. Off on a machine of one's own, where it is
# "keep it, locked" or, later, opening that; on on a shared one.
# guest_first = false

# Lock after so many minutes without a key: 10 on a machine of one's own, 2 on a shared one.
# lock_minutes = 10

# The country whose help lines are shown, until the person says otherwise:
# {", ".join(PLACES)}. Empty: guessed from the machine.
# country = ""

# The language: {", ".join(LANGUAGES)}. Empty: guessed from the machine.
# language = ""

# May papers be sent to a printer? They can always be saved as files.
# printer = true

# The folder in which notebooks are kept. Empty: the usual one of this account. A folder that is
# shared with other machines works too, if only people you trust can reach it.
# notebooks = ""
"""


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """The settings, whatever the file left out filled in."""

    shared: bool = False
    guest_first: bool = False
    lock_minutes: int = 10
    country: str = ""
    language: str = ""
    printer: bool = True
    notebooks: Path | None = None
    """Where notebooks are kept; None for the usual place."""


def found(home: Path | None) -> MachineSettings:
    """The settings that count here. Raises HandrailError, in one line, for a file with mistakes."""
    for file in _files(home):
        if file.is_file():
            return read(file)
    return MachineSettings()


def _files(home: Path | None) -> Iterable[Path]:
    from platformdirs import user_config_path

    if home is not None:
        yield home / NAME
    yield user_config_path("handrail", appauthor=False) / NAME
    yield MACHINE_WIDE


def read(file: Path) -> MachineSettings:
    """One file. Raises HandrailError."""
    try:
        given = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise _wrong(file, _("it cannot be read ({why})").format(why=error.strerror)) from None
    except (ValueError, RecursionError) as error:  # also TOMLDecodeError and UnicodeDecodeError
        line = re.search(r"line (\d+)", str(error))
        where = _("line {number}").format(number=line[1]) if line else _("the file")
        raise _wrong(
            file,
            _("{where} cannot be read; compare it with: handrail settings-file").format(
                where=where
            ),
        ) from None
    for key, value in given.items():
        if key not in _RULES:
            raise _wrong(file, _("there is no setting called {name}").format(name=key))
        may_be, words = _RULES[key]
        if not may_be(value):
            raise _wrong(file, f"{key}: {words()}")
    return _settled(given)


def _settled(given: dict[str, Any]) -> MachineSettings:
    shared = given.get("shared", False)
    usual = {"guest_first": shared, "lock_minutes": 2 if shared else 10}
    place = given.get("notebooks", "")
    where = {"notebooks": Path(place).expanduser() if place else None}
    return MachineSettings(**{**usual, **given, **where})


def _wrong(file: Path, what: str) -> HandrailError:
    return HandrailError(f"{file}: {what}")


def _yes_or_no(value: Any) -> bool:
    return isinstance(value, bool)


def _one_of(names: Iterable[str]) -> tuple[Callable[[Any], bool], Callable[[], str]]:
    allowed = ("", *names)
    return allowed.__contains__, lambda: _("one of {names}").format(names=", ".join(allowed[1:]))


def _minutes(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 600


def _folder(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return not value or Path(value).expanduser().is_absolute()
    except RuntimeError:  # the home of somebody who is not known here
        return False


_TRUTH = (_yes_or_no, lambda: _("true or false"))
_RULES: dict[str, tuple[Callable[[Any], bool], Callable[[], str]]] = {
    "shared": _TRUTH,
    "guest_first": _TRUTH,
    "lock_minutes": (_minutes, lambda: _("a whole number from 1 to 600")),
    "country": _one_of(PLACES),
    "language": _one_of(LANGUAGES),
    "printer": _TRUTH,
    "notebooks": (_folder, lambda: _("a folder's whole path")),
}
