"""What is locked leaves the memory; and while it is open, nobody else can look there.

Python cannot wipe a text, so bytes of it may stay until they are written over. What can be promised
is shown here: the program itself holds on to none of it, and no other program is let in.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from course.machine import Machine
from course.notebook.answers import Listed
from course.session.papers import document
from course.ui.app import CourseApp
from course.ui.covers import LockedCover
from tests.shell.test_locked import add_a_reason, keep_locked
from tests.terminal import Terminal
from tests.test_custody import Seat
from tests.ui.outside import seen

SECRETS = {"name": "emantabmun", "passphrase": "ytriht pmal retto elpam", "words": "repeercllaw"}
"""Written backwards: this file, and the test itself, must not be what is found."""


def secret(what: str) -> str:
    return SECRETS[what][::-1]


def written(home: Path) -> None:
    """Somebody's locked notebook, with a line in it."""
    seat = Seat(home)
    seat.lock(secret("name"), secret("passphrase"))
    line = seat.session.pen.item(secret("words"))
    seat.session.answer("my-reasons", Listed(items=(line,)))
    assert seat.machine.close() == ""


def held(key: bytes) -> list[str]:
    """Which secrets are part of anything that the program still holds. The key comes backwards."""
    gc.unfreeze()
    gc.collect()
    parts = [part for each in gc.get_objects() for part in gc.get_referents(each)]
    texts = [part for part in parts if isinstance(part, str)]
    found = [what for what in SECRETS if any(secret(what) in text for text in texts)]
    return found + ["key"] * any(isinstance(part, bytes) and part == key[::-1] for part in parts)


async def until(app: CourseApp, opened: bool) -> None:
    async with asyncio.timeout(20):
        while (app.session is not None and app.locked) is not opened:
            await asyncio.sleep(0.02)


async def open_the_plan(pilot: Pilot[int], app: CourseApp) -> None:
    await pilot.pause(0.2)
    await pilot.press("4", "enter")
    await pilot.pause(0.1)
    await pilot.press(*secret("name"), "enter")
    await pilot.press(*("space" if c == " " else c for c in secret("passphrase")), "enter")
    await until(app, opened=True)
    app._deaf_until = 0.0
    await pilot.press("p")
    async with asyncio.timeout(20):
        while secret("words") not in seen(app):
            await asyncio.sleep(0.02)


def print_the_plan(machine: Machine, app: CourseApp) -> None:
    assert app.session is not None
    words = document(app.session, "plan")
    assert machine.make_paper(words, paper="plan", form="pdf", sheet="a4").pages == 2


@pytest.mark.slow
async def test_after_locking_the_program_holds_neither_name_nor_passphrase_nor_key_nor_words(
    home: Path,
) -> None:
    written(home)
    machine = Machine(home, (), lambda: datetime.now(UTC), Random(1))
    app = CourseApp(machine)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_the_plan(pilot, app)
        assert machine._desk.locked is not None
        key = machine._desk.locked.record.key[::-1]
        await asyncio.to_thread(print_the_plan, machine, app)
        assert {"words", "key"} <= set(held(key))
        app.action_hide()
        await until(app, opened=False)
        await asyncio.sleep(0.5)
        assert isinstance(app.screen, LockedCover)
        async with asyncio.timeout(10):  # a busy machine may still be closing its screens
            while held(key):
                await asyncio.sleep(0.5)


linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")

NOBODY = 65534
READS_ALL = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
"""For a Python that lies in root's own folder."""
SETPRIV = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *READS_ALL]
AS_SOMEBODY = SETPRIV if os.geteuid() == 0 else []
LOOK = "import sys; print(len(open(f'/proc/{sys.argv[1]}/mem', 'rb', 0).name))"


def may_look_into(pid: int) -> bool:
    """Whether another program of the same account may read the memory of this one."""
    look = [*AS_SOMEBODY, sys.executable, "-c", LOOK, str(pid)]
    done = subprocess.run(look, capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "PermissionError" in done.stderr, done.stderr
    return done.returncode == 0


@pytest.fixture
def own(home: Path) -> Path:
    """A home that belongs to whom the program runs as."""
    if AS_SOMEBODY:
        shutil.chown(home, NOBODY, NOBODY)
    return home


@linux
def test_no_other_program_of_the_account_reads_the_memory_of_the_open_course(own: Path) -> None:
    with Terminal([*AS_SOMEBODY, "sleep", "30"], cwd=own) as other:
        other.settle()
        assert may_look_into(other.pid), "else this shows nothing"
    course = [*AS_SOMEBODY, sys.executable, "-m", "course", "--home", own]
    with Terminal(course, cwd=Path(__file__).parents[2]) as terminal:
        terminal.wait_for("How do you want to take it?")
        assert not may_look_into(terminal.pid)
        keep_locked(terminal)
        add_a_reason(terminal, "zebrafinch")
        assert not may_look_into(terminal.pid)


@linux
def test_a_course_that_is_aborted_leaves_no_core(own: Path) -> None:
    unlimited = ["prlimit", "--core=unlimited", *AS_SOMEBODY]
    if resource.getrlimit(resource.RLIMIT_CORE)[1] != resource.RLIM_INFINITY:
        unlimited = AS_SOMEBODY
    environment = {"PYTHONPATH": str(Path(__file__).parents[2])}
    course = [*unlimited, sys.executable, "-m", "course", "--home", own]
    with Terminal(course, cwd=own, env=environment) as terminal:
        keep_locked(terminal)
        terminal.signal(signal.SIGABRT)
        assert terminal.exit_code() == -signal.SIGABRT
    assert {file.name for file in own.iterdir()} == {"doors", "records", "state"}
