"""While a key is in memory, no other program of the same user can look there."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOOK = """
import ctypes, os, resource, sys
from course.store.memory import close_to_others

def become_somebody():
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as after a sign-in; a change of user closes it

ready, told = os.pipe()
holder = os.fork()
if holder == 0:
    become_somebody()
    if sys.argv[1] == "closed":
        close_to_others()
    os.write(told, b"core %d" % resource.getrlimit(resource.RLIMIT_CORE)[0])
    import time
    time.sleep(20)
    os._exit(0)
core = os.read(ready, 20).decode()
looker = os.fork()
if looker == 0:
    become_somebody()
    try:
        open(f"/proc/{holder}/mem", "rb").close()
        print("read", core, flush=True)
    except PermissionError:
        print("refused", core, flush=True)
    os._exit(0)
os.waitpid(looker, 0)
os.kill(holder, 9)
os.waitpid(holder, 0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
@pytest.mark.parametrize(("how", "seen"), [("open", "read"), ("closed", "refused")])
def test_memory_is_closed_to_others(how: str, seen: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, how], capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout.split()[0] == seen
    if how == "closed":
        assert done.stdout.split()[1:] == ["core", "0"]


def test_who_opens_a_locked_notebook_closes_it() -> None:
    code = """
import ctypes, pathlib
from course.store.desk import Desk
desk = Desk(pathlib.Path("/nowhere"), pathlib.Path("/nowhere"), print, print)
before = ctypes.CDLL(None).prctl(3)
desk._vault
print(before, ctypes.CDLL(None).prctl(3))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "0"]
