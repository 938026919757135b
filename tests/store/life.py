"""A whole locked life that ends in a crash, for a test to look at what it left behind.

    python -m tests.store.life HOME NAME PASSPHRASE OTHER WORDS

Prints the recovery code, and then dies in the middle.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import SystemRandom

from course.notebook.notebook import Notebook
from course.store.desk import Desk
from tests.store.said import saying


def live(home: Path, name: str, passphrase: str, other: str, words: str) -> None:
    desk = Desk(home, home / "state", lambda status: None, lambda notebook: None)
    notebook = Notebook()
    desk.keep_locked(name, passphrase)
    for number in range(8):
        notebook = notebook.answered(f"prompt-{number}", saying(words).answers["why"])
        desk.keep(notebook)
        desk.close()
        desk.unlock(name, passphrase)
    assert desk.locked is not None
    code = desk.locked.new_recovery_code(SystemRandom())
    desk.locked.change_passphrase(name, other)
    desk.recover(code)
    desk.erase(notebook)
    desk.close()
    desk.unlock(name, other)
    desk.keep(notebook.answered("last", saying(words).answers["why"]))
    print(code, flush=True)
    os.abort()


if __name__ == "__main__":
    live(Path(sys.argv[1]), *sys.argv[2:])
