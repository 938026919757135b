"""A change of passphrase that is killed at any moment: somebody can still get in."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from course.store.vault import Vault
from tests.store.changer import PASSPHRASES, opened
from tests.store.said import said, saying

KILLS = int(os.environ.get("HANDRAIL_KILLS", "60"))


@pytest.mark.parametrize("kills", [2, pytest.param(KILLS, marks=pytest.mark.slow)])
def test_a_change_of_passphrase_killed_at_any_moment_never_locks_its_owner_out(
    tmp_path: Path, kills: int
) -> None:
    vault, dice = Vault(tmp_path, tmp_path / "state"), random.Random(kills)
    vault.make("sam", PASSPHRASES[0], saying("my son"))
    command = [sys.executable, "-m", "tests.store.changer", str(tmp_path)]
    for _round in range(kills):
        changer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        told = changer.stdout.readline()
        time.sleep(dice.uniform(0, 0.25))
        changer.kill()
        told = (told + changer.communicate()[0]).split()[-1]
        ways_in = opened(vault)
        assert ways_in, f"locked out; the last passphrase told was number {told}"
        assert {said(each.opened().notebook) for each in ways_in} == {"my son"}
    assert len(list((tmp_path / "doors").glob("*.sealed"))) <= 2
