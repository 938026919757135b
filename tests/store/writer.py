"""A window of its own: adds one line after the other to a notebook and says so.

    python -m tests.store.writer HOME FORM NAME HOW_MANY

Each line is printed once it is on the disk. ``FORM`` is ``unlocked`` or ``locked``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from course.errors import Conflict, NoDoor
from course.notebook.notebook import Notebook
from course.store.folder import Folder
from course.store.form import to_bytes
from course.store.notebooks import open_notebook
from course.store.vault import Vault
from tests.store.said import saying

SECRETS = ("sam", "maple river candle otter")


def folder_in(home: Path, form: str) -> Folder:
    """The one notebook that all windows write to."""
    if form == "unlocked":
        return Folder(home / "notebook")
    vault = Vault(home, home / "state")
    try:
        return vault.open(*SECRETS).folder
    except NoDoor:
        return vault.make(*SECRETS, Notebook()).folder


if __name__ == "__main__":
    folder, name = folder_in(Path(sys.argv[1]), sys.argv[2]), sys.argv[3]
    for number in range(int(sys.argv[4])):
        while True:
            opened = open_notebook(folder)
            prompt = f"{name}-{number}"
            notebook = opened.notebook.answered(prompt, saying("x" * 200).answers["why"])
            try:
                folder.save(opened.version, to_bytes(notebook))
                break
            except Conflict:
                continue
        print(prompt, flush=True)
