"""A notebook goes to a stick or another machine, and back: always by joining, never by replacing.

A folder on a stick is laid out like the one on the machine, so the course can be taken right there
too. What is locked stays locked: the same name and passphrase open it in both places.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import Damaged, NoDoor
from course.language import _
from course.notebook.notebook import Notebook
from course.store import disk, names
from course.store.folder import Folder
from course.store.form import from_bytes
from course.store.names import Place
from course.store.notebooks import Opened, join, open_notebook, open_or_begin, to_write

if TYPE_CHECKING:
    from course.store.vault import LockedNotebook, Vault

Secrets = tuple[str, str]
"""Name and passphrase."""


def needs_secrets(source: Path, target: Path) -> bool:
    """Whether a name and a passphrase have to be asked for to carry from one to the other.

    Raises Damaged when there is nothing to carry.
    """
    if not (_locked(source) or has_unlocked(source)):
        raise _nothing(source)
    return _locked(source) or (_locked(target) and not has_unlocked(target))


def has_unlocked(source: Path) -> bool:
    """Whether there is a notebook that nobody has locked."""
    return source.is_file() or any(names.exists(each) for each in _folders(source))


def carry(source: Place, target: Place, secrets: Secrets | None) -> tuple[str, ...]:
    """Join what is kept in ``source`` into what is kept in ``target``; what to say of it.

    Without ``secrets`` both are unlocked. With them the target's is locked, and the source's is
    too where it has any. Raises StoreError; then the target holds what it held before, or more.
    """
    if secrets is None:
        found, folder = read(source, None), Folder(target.home / names.NOTEBOOK)
        return (*found.notices, *join(folder, open_or_begin(folder), found).notices)
    there = _vault(target)
    if not _locked(source.home):
        return _join_locked(there.open(*secrets), read(source, None))
    locked = _vault(source).open(*secrets)
    found = to_write(locked.opened())
    with suppress(NoDoor):
        return _join_locked(there.open(*secrets), found)
    there.make(*secrets, found.notebook, locked.record)
    notices = [*found.notices]
    if locked.has_recovery_code:
        notices.append(
            _("Your recovery code does not open the copy. Make another one there if you want.")
        )
    if names.exists(target.home / names.NOTEBOOK):
        notices.append(
            _("An unlocked notebook lies there, too. To open this one: Settings, What I write is.")
        )
    return tuple(notices)


def read(source: Place, secrets: Secrets | None) -> Opened:
    """What is kept in a folder, or in a file that was exported.

    Raises NoDoor, Damaged or TooLittleMemory.
    """
    if secrets is not None:
        return _vault(source).open(*secrets).opened()
    if source.home.is_file():
        return Opened(_from_file(source.home), 0)
    for folder in filter(names.exists, _folders(source.home)):
        return open_notebook(Folder(folder))
    raise _nothing(source.home)


def _nothing(folder: Path) -> Damaged:
    return Damaged(_("There is no notebook in {folder}.").format(folder=folder))


def _vault(place: Place) -> Vault:
    """Its locked notebooks. What nobody locked is read without any of this."""
    from course.store.vault import Vault

    return Vault(*place)


def _from_file(file: Path) -> Notebook:
    try:
        return from_bytes(disk.read(file))
    except OSError as error:
        said = _("{file} could not be read: {why}. Nothing was changed.")
        raise Damaged(said.format(file=file, why=disk.why(error))) from None


def _join_locked(target: LockedNotebook, found: Opened) -> tuple[str, ...]:
    joined = join(target.folder, open_or_begin(target.folder), found)
    return (*found.notices, *joined.notices)


def _folders(home: Path) -> tuple[Path, ...]:
    """Where an unlocked notebook may lie: as in a home, or a folder that was copied by hand."""
    return home / names.NOTEBOOK, home


def _locked(home: Path) -> bool:
    return names.any_door(home / names.DOORS)
