"""Power cuts without cutting the power: which folders could one leave behind?

``watching`` writes down what is done to files below a folder. ``states`` makes of that every tree
that a cut at any moment could leave, under the harshest reading of what a file system promises:
bytes that were not synced are there, half there or not; each name given or taken since its folder
was last synced is so or not, whatever came before or after it.
A kill shows none of this: the kernel keeps what a killed program wrote.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, combinations
from pathlib import Path
from typing import Any, TypeAlias

FOLDER = "a folder"
Tree: TypeAlias = dict[str, bytes | str]
"""Path to content; ``FOLDER`` for a folder."""


class Inode:
    """A file, whatever it is called."""


@dataclass(frozen=True)
class Step:
    """One thing that was done."""

    what: str
    """``names`` changed, ``bytes`` written, ``sync`` of a file, ``settle`` of a folder."""
    on: Any
    """The inode, or the folder's path."""
    data: bytes = b""
    changes: tuple[tuple[str, Any], ...] = ()
    """For names: path, and the inode, ``FOLDER`` or None that stands there now."""


@dataclass
class Watch:
    """What was there, and what was done."""

    root: str
    before: Tree
    steps: list[Step] = field(default_factory=list)
    _inodes: dict[str, Any] = field(default_factory=dict)
    _handles: dict[int, str] = field(default_factory=dict)

    def ours(self, path: Any) -> bool:
        return str(path).startswith(self.root) and not str(path).endswith(".lock")

    def name(self, *changes: tuple[Any, Any]) -> None:
        mine = tuple((str(path), what) for path, what in changes if self.ours(path))
        if mine:
            self.steps.append(Step("names", os.path.dirname(mine[0][0]), changes=mine))
            self._inodes.update(mine)

    def opened(self, handle: int, path: Any, new: bool) -> None:
        if self.ours(path):
            self._handles[handle] = str(path)
            if new:
                self.name((path, Inode()))

    def wrote(self, handle: int, data: bytes) -> None:
        if handle in self._handles:
            self.steps.append(Step("bytes", self.inode(self._handles[handle]), data))

    def synced(self, handle: int) -> None:
        path = self._handles.get(handle)
        if path is not None:
            folder = os.path.isdir(path)
            self.steps.append(Step("settle", path) if folder else Step("sync", self.inode(path)))

    def closed(self, handle: int) -> None:
        self._handles.pop(handle, None)

    def inode(self, path: Any) -> Any:
        """What stands there now: an inode, or the bytes of a file that was there before."""
        return self._inodes.get(str(path), self.before.get(str(path)))


@contextmanager
def watching(root: Path) -> Iterator[Watch]:
    """Watch what the module ``os`` does below a folder. Locks are left out."""
    watch = Watch(str(root), tree(root))
    real = {name: getattr(os, name) for name in PATCHES}
    for name, patch in PATCHES.items():
        setattr(os, name, patch(watch, real[name]))
    try:
        yield watch
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def _open(watch: Watch, real: Callable[..., int]) -> Callable[..., int]:
    def call(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        handle = real(path, flags, *rest, **more)
        watch.opened(handle, path, new)
        return handle

    return call


def _write(watch: Watch, real: Callable[..., int]) -> Callable[..., int]:
    def call(handle: int, data: Any) -> int:
        count = real(handle, data)
        watch.wrote(handle, bytes(data[:count]))
        return count

    return call


def _on_handle(tell: str) -> Callable[[Watch, Callable[..., None]], Callable[..., None]]:
    def patch(watch: Watch, real: Callable[..., None]) -> Callable[..., None]:
        def call(handle: int) -> None:
            real(handle)
            getattr(watch, tell)(handle)

        return call

    return patch


def _move(watch: Watch, real: Callable[..., None]) -> Callable[..., None]:
    def call(source: Any, target: Any, **more: Any) -> None:
        real(source, target, **more)
        watch.name((target, watch.inode(source)), (source, None))

    return call


def _link(watch: Watch, real: Callable[..., None]) -> Callable[..., None]:
    def call(source: Any, target: Any, **more: Any) -> None:
        real(source, target, **more)
        watch.name((target, watch.inode(source)))

    return call


def _stands(what: str | None) -> Callable[[Watch, Callable[..., None]], Callable[..., None]]:
    def patch(watch: Watch, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: Any, *rest: Any, **more: Any) -> None:
            real(path, *rest, **more)
            watch.name((path, what))

        return call

    return patch


PATCHES: dict[str, Callable[[Watch, Any], Callable[..., Any]]] = {
    "open": _open,
    "write": _write,
    "fsync": _on_handle("synced"),
    "close": _on_handle("closed"),
    "link": _link,
    "rename": _move,
    "replace": _move,
    "unlink": _stands(None),
    "rmdir": _stands(None),
    "mkdir": _stands(FOLDER),
}


def tree(root: Path) -> Tree:
    """What is there."""
    found = (each for each in root.rglob("*") if each.name != ".lock")
    return {str(each): FOLDER if each.is_dir() else each.read_bytes() for each in found}


def put(left: Tree, old: Path, new: Path) -> None:
    """Build a tree that was left below ``old`` below ``new`` instead."""
    new.mkdir()
    for path, content in sorted(left.items()):
        place = new / Path(path).relative_to(old)
        if isinstance(content, str):
            place.mkdir()
        else:
            place.write_bytes(content)


def states(watch: Watch) -> Iterator[tuple[bool, Tree]]:
    """Whether all had been done, and a tree that could be left: each there is, once."""
    seen = set()
    for cut in range(len(watch.steps) + 1):
        over = cut == len(watch.steps)
        for left in _left_by(watch.root, watch.before, watch.steps[:cut]):
            key = (over, tuple(sorted(left.items())))
            if key not in seen:
                seen.add(key)
                yield over, left


def _left_by(root: str, before: Tree, done: list[Step]) -> Iterator[Tree]:
    settled = {step.on: at for at, step in enumerate(done) if step.what == "settle"}
    named = [at for at, step in enumerate(done) if step.what == "names"]
    doubtful = [at for at in named if at > settled.get(done[at].on, -1)]
    assert len(doubtful) < 10, "too many states to look at"
    subsets = (combinations(doubtful, size) for size in range(len(doubtful) + 1))
    for kept in chain.from_iterable(subsets):
        names: dict[str, Any] = dict(before)
        for at in named:
            if at not in doubtful or at in kept:
                names.update(done[at].changes)
        there = {path: what for path, what in sorted(names.items()) if what is not None}
        for path in list(there):
            if os.path.dirname(path) not in (root, *there):
                del there[path]  # its folder is not there
        for share in (0, 1, 2):
            yield {path: _content(what, done, share) for path, what in there.items()}


def _content(what: Any, done: list[Step], share: int) -> bytes | str:
    """With none, the half or all of the bytes that were not synced."""
    if not isinstance(what, Inode):
        return what
    sure = doubtful = b""
    for step in done:
        if step.on is what:
            doubtful += step.data
            if step.what == "sync":
                sure, doubtful = sure + doubtful, b""
    return sure + doubtful[: len(doubtful) * share // 2]
