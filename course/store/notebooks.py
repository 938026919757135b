"""What does a person get when they open their notebook?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from course.errors import Conflict, Damaged, NotSaved, TooNew
from course.language import _
from course.notebook.merge import merge
from course.notebook.notebook import Notebook
from course.store import form, salvage
from course.store.folder import Folder
from course.store.form import to_bytes

_ROUNDS = 10
"""How often another window may be first."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A notebook, ready to be used."""

    notebook: Notebook
    version: int
    """What the next save builds on."""
    notices: tuple[str, ...] = ()
    """What the person should be told, a few sentences each."""
    read_only: bool = False
    """Written by a newer Handrail: it must not be saved."""
    older: bool = False
    """Newer ones could not be read, or are gone that were seen here before: ask before going on."""


def open_notebook(folder: Folder) -> Opened:
    """The newest copy that can be read, or an empty notebook where there is none.

    Raises Damaged when there are copies and none can be read.
    """
    try:
        loaded = folder.load(form.from_bytes)
    except form.Newer as newer:
        return Opened(newer.notebook, 0, (str(newer),), read_only=True)
    notebook = loaded.content or Notebook()
    notices = [_notice_of(loaded.unreadable)] if loaded.unreadable else []
    if salvage.unread(notebook):
        notices.append(_("A part of your notebook could not be read. It is kept as it is."))
    return Opened(notebook, loaded.version, tuple(notices), older=bool(loaded.unreadable))


def open_afresh(folder: Folder) -> Opened:
    """An empty notebook beside copies that cannot be read; these are set aside and stay.

    Only when the person asked for it, after Damaged.
    """
    kept = folder.set_aside()
    version = folder.load(lambda data: None).version
    notices = (_notice_of(kept),) if kept else ()
    return Opened(Notebook(), version, notices)


def open_or_begin(folder: Folder) -> Opened:
    """What is there, to be kept from now on; what cannot be read is set aside.

    Only when the person asked for it. Raises TooNew for one from a newer Handrail.
    """
    try:
        return to_write(open_notebook(folder))
    except Damaged:
        return open_afresh(folder)


def to_write(opened: Opened) -> Opened:
    """The same. Raises TooNew when it may only be read."""
    if opened.read_only:
        raise TooNew(" ".join(opened.notices))
    return opened


def join(folder: Folder, opened: Opened, more: Opened) -> Opened:
    """With what was kept elsewhere, on the disk when this returns. Raises TooNew or NotSaved."""
    to_write(more)
    for _round in range(_ROUNDS):
        notebook = merge(opened.notebook, more.notebook)
        if notebook == opened.notebook and opened.version:
            return opened
        try:
            version = folder.save(opened.version, to_bytes(notebook))
        except Conflict:
            opened = replace(open_or_begin(folder), notices=opened.notices)
        else:
            return replace(opened, notebook=notebook, version=version)
    raise NotSaved(_("another window holds the notebook"))


def _notice_of(names: tuple[str, ...]) -> str:
    sentence = _("Your last save could not be read. It is kept as {names}. You see the one before.")
    return sentence.format(names=", ".join(names))
