"""A notebook goes to a stick or another machine, and back: always by joining, never by replacing.

A folder on a stick is laid out like the one on the machine, so the course can be taken right there
too. What is locked stays locked: the same name and passphrase open it in both places.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from course.errors import Damaged
from course.language import _
from course.store import disk, names
from course.store.doors import NoDoor
from course.store.folder import Folder
from course.store.form import from_bytes
from course.store.notebooks import Opened, join, open_notebook, open_or_begin, to_write
from course.store.vault import LockedNotebook, Vault

Secrets = tuple[str, str]
"""Name and passphrase."""


def needs_secrets(source: Path, target: Path) -> bool:
    """Whether a name and a passphrase have to be asked for to carry from one to the other."""
    here = names.exists(target / names.NOTEBOOK)
    return _locked(source) or (_locked(target) and not here)


def has_unlocked(source: Path) -> bool:
    """Whether there is something to carry that nobody has locked."""
    return source.is_file() or any(map(names.exists, (source, source / names.NOTEBOOK)))


def carry(source: Path, target: Path, secrets: Secrets | None) -> tuple[str, ...]:
    """Join what is kept in ``source`` into what is kept in ``target``; what to say of it.

    Without ``secrets`` both are unlocked. With them the target's is locked, and the source's is
    too where it has any. Raises StoreError; then the target holds what it held before, or more.
    """
    if secrets is None:
        found = read(source, None)
        folder = Folder(target / names.NOTEBOOK)
        return join(folder, open_or_begin(folder), found).notices
    if not _locked(source):
        return _join_locked(Vault(target, state_of(target)).open(*secrets), read(source, None))
    locked = Vault(source, state_of(source)).open(*secrets)
    return _carry_locked(locked, Vault(target, state_of(target)), secrets)


def read(source: Path, secrets: Secrets | None) -> Opened:
    """What is kept in a folder, or in a file that was exported. Nothing is written there but notes.

    Raises NoDoor, Damaged, TooLittleMemory, or TooNew for what may not be joined with anything.
    """
    if secrets is not None:
        return to_write(Vault(source, state_of(source)).open(*secrets).opened())
    if source.is_file():
        try:
            return Opened(from_bytes(disk.read(source)), 0)
        except OSError as error:
            raise Damaged(disk.why(error)) from None
    for folder in (source / names.NOTEBOOK, source):
        if names.exists(folder):
            return to_write(open_notebook(Folder(folder)))
    raise Damaged(_("There is no notebook in {folder}.").format(folder=source))


def state_of(home: Path) -> Path:
    """Where the state of a folder lies that is not the usual one."""
    return home / "state"


def _carry_locked(locked: LockedNotebook, vault: Vault, secrets: Secrets) -> tuple[str, ...]:
    found = to_write(locked.opened())
    with suppress(NoDoor):
        return _join_locked(vault.open(*secrets), found)
    vault.make(*secrets, found.notebook, locked.record)
    if not locked.has_recovery_code:
        return ()
    return (_("Your recovery code does not open the copy. Make another one there if you want."),)


def _join_locked(target: LockedNotebook, found: Opened) -> tuple[str, ...]:
    return join(target.folder, open_or_begin(target.folder), found).notices


def _locked(home: Path) -> bool:
    return names.any_door(home / names.DOORS)
