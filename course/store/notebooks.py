"""What does a person get when they open their notebook?"""

from __future__ import annotations

from dataclasses import dataclass

from course.language import _
from course.notebook.notebook import Notebook
from course.store import form, salvage
from course.store.folder import Folder


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
    """Newer ones were seen here before: somebody put an older copy back."""


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
    return Opened(notebook, loaded.version, tuple(notices))


def open_afresh(folder: Folder) -> Opened:
    """An empty notebook beside copies that cannot be read; these are set aside and stay.

    Only when the person asked for it, after Damaged.
    """
    kept = folder.set_aside()
    version = folder.load(lambda data: None).version
    notices = (_notice_of(kept),) if kept else ()
    return Opened(Notebook(), version, notices)


def _notice_of(names: tuple[str, ...]) -> str:
    sentence = _("Your last save could not be read. It is kept as {names}. You see the one before.")
    return sentence.format(names=", ".join(names))
