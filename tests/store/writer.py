"""A window of its own: adds one line after the other to a notebook and says so.

    python -m tests.store.writer FOLDER NAME HOW_MANY

Each line is printed once it is on the disk.
"""

from __future__ import annotations

import sys
from pathlib import Path

from course.errors import Conflict
from course.store.folder import Folder
from course.store.form import to_bytes
from course.store.notebooks import open_notebook
from tests.store.said import saying

if __name__ == "__main__":
    folder, name = Folder(Path(sys.argv[1])), sys.argv[2]
    for number in range(int(sys.argv[3])):
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
