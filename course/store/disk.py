"""The few things asked of a disk, each done so that a crash or a power cut leaves no half file.

Written for Linux and tested there. macOS takes the same path; the Windows parts (``os.rename``,
no sync of folders, patience with scanners that hold a file) are untested.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from course.language import N_, _
from course.store.names import LOCK, TEMPORARY

T = TypeVar("T")

_WAIT = 10.0
"""Seconds to wait for another window's lock; a save holds it for milliseconds."""
_LOOK = 0.01
"""Seconds after which it is looked for again."""
_PATIENCE = 2.5
"""Seconds to wait for a virus scanner or an indexer on Windows to let go of a file."""
_HELD = {5, 32, 33}
"""Windows: access denied, sharing violation, lock violation."""
_NO_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_WHY = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk space you may use is full"),
    errno.EROFS: N_("the disk can only be read"),
    errno.EACCES: N_("this folder may not be changed"),
    errno.EPERM: N_("this folder may not be changed"),
    errno.ENOENT: N_("the folder is not there"),
    errno.EEXIST: N_("a file stands where the folder should be"),
    errno.ENOTDIR: N_("a file stands where the folder should be"),
    errno.EIO: N_("the disk has a fault"),
}


def why(error: OSError) -> str:
    """What went wrong, in words for a person."""
    if isinstance(error, TimeoutError):
        return _("another window holds the notebook")
    return _(_WHY.get(error.errno or 0, N_("the disk did not take it")))


def read(path: Path) -> bytes:
    """All bytes of a file."""
    return _patiently(path.read_bytes)


def make_folder(path: Path) -> None:
    """The folder, and those above it that are missing, open to nobody else."""
    if path.is_dir():
        return
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for each in reversed(missing):
        with contextlib.suppress(FileExistsError):
            os.mkdir(each, 0o700)
        sync_folder(each.parent)


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Held for a moment by whoever changes this folder. Raises TimeoutError.

    The system lets go of it when its holder dies. ``filelock`` does the same for Windows; here it
    would cost more than sealing does.
    """
    if os.name == "nt":
        from filelock import FileLock

        with FileLock(folder / LOCK, timeout=_WAIT, mode=0o600, poll_interval=_LOOK):
            yield
        return
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        take(handle, _WAIT)
        yield
    finally:
        os.close(handle)


def take(handle: int, wait: float) -> None:
    """The lock of an open file, until it is closed. Raises TimeoutError. Not on Windows."""
    import fcntl

    until = time.monotonic() + wait
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise TimeoutError from None
            time.sleep(_LOOK)


def sweep(folder: Path) -> list[str]:
    """The names that are there, once what killed saves left is gone.

    Only the lock's holder has temporary files.
    """
    listing = os.listdir(folder)
    left = [name for name in listing if name.startswith(TEMPORARY)]
    for name in left:
        remove(folder / name)
    return [name for name in listing if name not in left] if left else listing


def appear(path: Path, data: bytes) -> None:
    """A new file, whole and for certain, or none. FileExistsError when the name is taken.

    Call it under the folder's lock.
    """
    folder = path.parent
    temporary = folder / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        write(temporary, data)
        give_name(temporary, path)
    finally:
        remove(temporary)
    sync_folder(folder)


def replace(path: Path, data: bytes) -> None:
    """Put this in the place of what is there, the whole of it or nothing."""
    temporary = path.with_name(f"{TEMPORARY}{secrets.token_hex(8)}")
    try:
        write(temporary, data)
        _patiently(lambda: os.replace(temporary, path))
    finally:
        remove(temporary)
    sync_folder(path.parent)


def write(path: Path, data: bytes) -> None:
    """A new file that nobody else may read, on the disk for certain when this returns."""
    handle = os.open(path, _NEW, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def give_name(temporary: Path, target: Path) -> None:
    """Let a finished file appear under its name; FileExistsError when the name is taken.

    The temporary name may stay behind. Call it under the folder's lock.
    """
    if os.name == "nt":
        _patiently(lambda: os.rename(temporary, target))
        return
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        rename_to_free(temporary, target)  # a stick or a share without hard links


def rename_to_free(source: Path, target: Path) -> None:
    """Rename, but never over another file. Call it under the folder's lock."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    _patiently(lambda: os.rename(source, target))


def sync_folder(path: Path) -> None:
    """See to it that the names in a folder outlive a power cut, where the system can."""
    if os.name == "nt":
        return
    try:
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return  # a folder above ours that may be passed through but not read
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Take a file away; when that fails it is left for the next time."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def remove_folder(path: Path) -> None:
    """Take away a folder in which nothing lies but its lock; another stays as it is."""
    with contextlib.suppress(OSError):
        if os.listdir(path) in ([], [LOCK]):
            remove(path / LOCK)
            os.rmdir(path)
            sync_folder(path.parent)


def _patiently(act: Callable[[], T]) -> T:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() > until:
                raise
            time.sleep(0.05)
