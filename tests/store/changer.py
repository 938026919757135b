"""Changes the passphrase of a locked notebook to and fro until it is killed.

    python -m tests.store.changer HOME

Prints the number of the passphrase once the change is on the disk.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from course.errors import NoDoor
from course.store.vault import LockedNotebook, Vault

PASSPHRASES = ("maple river candle otter", "purple kayak walnut meadow")


def opened(vault: Vault) -> list[LockedNotebook]:
    """The notebook by each of the two that opens it."""
    found = []
    for passphrase in PASSPHRASES:
        with suppress(NoDoor):
            found.append(vault.open("sam", passphrase))
    return found


if __name__ == "__main__":
    home = Path(sys.argv[1])
    locked = opened(Vault(home, home / "state"))[0]
    for number in count(1):
        locked.change_passphrase("sam", PASSPHRASES[number % 2])
        print(number % 2, flush=True)
