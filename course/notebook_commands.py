"""The commands by which people take a notebook along, or have it forgotten.

A name or a passphrase is never an argument: arguments show up in lists of processes and in the
shell's history. Both are asked for on the terminal, and neither is shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from course.errors import HandrailError, NotSaved
from course.language import _
from course.store.names import Place

if TYPE_CHECKING:
    from course.machine import Machine
    from course.store.moving import Secrets
    from course.store.notebooks import Opened

T = TypeVar("T")

FORGET = "FORGET"
"""What has to be typed before everything goes."""


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the others; ``command`` makes one."""
    one = command("export", _export, _("the notebook as a file that anybody can read"))
    one.add_argument("folder", type=Path, metavar="FOLDER")
    one = command("carry", _carry, _("copy or join the notebook to a folder, such as on a stick"))
    one.add_argument("folder", type=Path, metavar="FOLDER")
    one = command(
        "bring", _bring, _("join a notebook from a folder, or an exported file, to yours")
    )
    one.add_argument("source", type=Path, metavar="FOLDER")
    one = command("forget", _forget, _("remove all that is kept here, for good"))
    one.add_argument("--mine", action="store_true", help=_("only the notebook I can unlock"))
    one.add_argument("--yes", action="store_true", help=_("do not ask whether I am sure"))
    command("settings-file", _settings_file, _("settings for this machine, to begin from"))


def kept_here(machine: Machine) -> Opened:
    """What is kept here; for a locked one, name and passphrase are asked for.

    Raises HandrailError.
    """
    from course.store.moving import read

    home = machine.place.home
    return read(machine.place, _secrets(home, home))


def _export(wish: argparse.Namespace, machine: Machine) -> str:
    from course.store.notebooks import to_write

    opened = to_write(kept_here(machine))
    said = _("Saved: {file}").format(file=machine.export(opened.notebook, wish.folder))
    unlocked = _("It is not locked: whoever finds it can read it.")
    return "\n".join((said, unlocked, *opened.notices))


def _carry(wish: argparse.Namespace, machine: Machine) -> str:
    if not wish.folder.is_dir():
        raise HandrailError(_("there is no folder {name}").format(name=wish.folder))
    return _carried(machine.place, Place.at(wish.folder))


def _bring(wish: argparse.Namespace, machine: Machine) -> str:
    return _carried(Place.at(wish.source), machine.place)


def _forget(wish: argparse.Namespace, machine: Machine) -> str:
    if wish.mine:
        return _forget_mine(machine, sure=wish.yes)
    from course.store.forgetting import forget_all

    what = _("All notebooks in {folder} will be gone for good, whoever's they are.")
    _make_sure(what.format(folder=machine.place.home), wish.yes)
    left = _forgotten(lambda: forget_all(*machine.place))
    said = f"{_('All of it is gone.')} {_stays()}"
    if not left:
        return said
    files = ", ".join(map(str, left))
    return f"{said}\n{_('These are not ours and stay: {files}').format(files=files)}"


def _settings_file(_wish: argparse.Namespace, _machine: Machine) -> str:
    from course.settings_file import TEMPLATE

    return TEMPLATE


def _forget_mine(machine: Machine, *, sure: bool) -> str:
    from course.store.vault import Vault

    locked = Vault(*machine.place).open(*_ask())
    _make_sure(_("This notebook will be gone for good."), sure)
    _forgotten(locked.forget)
    return f"{_('It is gone.')} {_stays()}"


def _stays() -> str:
    return _("Papers you saved or printed, and copies you took along, are where you put them.")


def _forgotten(forget: Callable[[], T]) -> T:
    try:
        return forget()
    except NotSaved as problem:
        said = _("Not all of it is gone: {why}. Try again.")
        raise HandrailError(said.format(why=problem)) from None


def _carried(source: Place, target: Place) -> str:
    from course.store.moving import carry

    notices = carry(source, target, _secrets(source.home, target.home))
    said = _("Your notebook is in {folder} now, with all that was there before.")
    return "\n".join((said.format(folder=target.home), *notices))


def _secrets(source: Path, target: Path) -> Secrets | None:
    """Name and passphrase where they are needed; None for what is not locked."""
    from course.store.moving import has_unlocked, needs_secrets

    if not needs_secrets(source, target):
        return None
    nickname, passphrase = _ask()
    return None if not passphrase and has_unlocked(source) else (nickname, passphrase)


def _ask() -> Secrets:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise HandrailError(_("a name and a passphrase can only be typed in a terminal"))
    return getpass(_("Name (not shown): ")), getpass(_("Passphrase (not shown): "))


def _make_sure(what: str, sure: bool) -> None:
    if sure:
        return
    if not sys.stdin.isatty():
        raise HandrailError(_("this needs a terminal, to ask whether you are sure, or --yes"))
    typed = input(f"{what}\n{_('To go on, type {word}: ').format(word=FORGET)}")
    if typed.strip() != FORGET:
        raise HandrailError(_("Nothing was removed."))
