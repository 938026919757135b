"""After a locked journey nobody finds a byte of who it was or what was said.

Not in any file, in no list of processes, and not in the memory of a terminal, however the program
ends. The name, and the words that were written, occur nowhere else.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom
from string import ascii_lowercase

import pytest

from tests.audit import Watch, watched
from tests.learner import HANDRAIL, Learner, begin_reason
from tests.shell.multiplexers import GnuScreen, Multiplexer, Tmux, wait_for
from tests.shell.test_locked import DEAF, keep_locked, open_again
from tests.shell.traces import Secrets
from tests.terminal import Terminal, key_bytes

KEYS = {name: key_bytes(name) for name in ("ctrl+q", "f8")}
CRASHES = ("handler", "worker", "mount", "drawing")
SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT")
ENDS = ("ctrl+q", *SIGNALS, *CRASHES)
COVER = ["Press", "Enter", "to", "go", "on"]


def nonsense() -> str:
    """A word that nobody said before; each worker has its own."""
    return "".join(SystemRandom().choices(ascii_lowercase, k=11))


@dataclass
class Journey:
    """From the first start to a locked notebook with words in it, on a machine of its own."""

    machine: Path
    name: str = field(default_factory=nonsense)
    reason: str = field(default_factory=nonsense)
    person: str = field(default_factory=nonsense)
    passphrase: str = ""
    told: list[str] = field(default_factory=list)
    """What the list of processes told meanwhile."""
    covered: list[str] = field(default_factory=list)
    """What stood on the cover."""
    watch: Watch | None = None

    @property
    def home(self) -> Path:
        return self.machine / "notebooks"

    @property
    def secrets(self) -> Secrets:
        return Secrets(self.name, self.reason, self.person, self.passphrase)

    @property
    def env(self) -> dict[str, str | None]:
        """All that a program may write to, in one folder."""
        account, temporary = self.machine / "account", self.machine / "temporary"
        for folder in (account, temporary):
            folder.mkdir(parents=True, exist_ok=True)
        kinds = ("CACHE", "CONFIG", "DATA", "STATE")
        places = {f"XDG_{kind}_HOME": str(account / kind.lower()) for kind in kinds}
        return {**places, "HOME": str(account), "TMPDIR": str(temporary)}

    def make(self) -> None:
        with watched([HANDRAIL, "--home", self.home], env=self.env) as (terminal, self.watch):
            self._write(terminal)
            self._see_the_plan(terminal)
            terminal.press("f9")
            terminal.wait_gone(self.reason)
            self.covered = terminal.text.split()
            terminal.press("enter")
            open_again(terminal, self.name, self.passphrase)
            terminal.wait_for("Your path")
            self._see_the_plan(terminal)
            assert Learner(terminal).leave() == 0

    def _write(self, terminal: Terminal) -> None:
        learner = Learner(terminal)
        self.passphrase = keep_locked(terminal, self.name)
        begin_reason(learner)
        learner.fill(self.reason)
        terminal.wait_for("▌ → Go on")
        learner.go_on()
        learner.write(self.person)
        terminal.wait_for("Phone 2 of 4")
        terminal.wait_for("Saved")
        terminal.press("escape", "escape")
        terminal.wait_for("Your path")

    def _see_the_plan(self, terminal: Terminal) -> None:
        terminal.press("p")
        terminal.wait_for(self.reason)
        self.told += self.secrets.in_processes()


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    journey = Journey(tmp_path_factory.mktemp("machine"))
    journey.make()
    return journey


def test_the_looking_would_find_it() -> None:
    secrets, word = Secrets("quokkaname"), "xxQuokkaName"
    for before in range(3):
        for data in (word.encode(), word.encode("utf-16-le"), "…quokkaname…".encode("utf-16-be")):
            assert secrets.in_bytes(bytes(before) + data)
        lower = bytes(before) + b"quokkaname"
        for data in (lower.hex().encode(), lower.hex().upper().encode(), _base64(lower)):
            assert secrets.in_bytes(data), data
    assert not secrets.in_bytes(b"quokka name")


def _base64(data: bytes) -> bytes:
    import base64

    return base64.b64encode(data + b"more")


@pytest.mark.slow
def test_a_locked_journey_leaves_no_trace_but_sealed_files(journey: Journey) -> None:
    assert journey.watch is not None
    elsewhere = [each for each in journey.watch.writes if str(journey.home) not in each.detail]
    assert elsewhere == []
    assert journey.watch.network == journey.watch.processes == []
    assert journey.told == []
    assert journey.covered == COVER
    assert list(journey.home.rglob("*.sealed"))
    assert journey.secrets.in_files(journey.machine) == []


TERMINALS = {"tmux": Tmux, "GNU screen": GnuScreen}


@pytest.fixture(params=[(name, how) for name in TERMINALS for how in ("on", "off")], ids=" ".join)
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Multiplexer]:
    name, alternate = request.param
    if name == "GNU screen" and shutil.which("screen") is None:
        pytest.skip("needs GNU screen (package screen)")
    terminal = TERMINALS[name](tmp_path, alternate)
    yield terminal
    terminal.close()


@pytest.mark.slow
def test_however_it_ends_no_trace_stays_in_a_terminal_s_memory_nor_on_the_disk(
    journey: Journey, terminal: Multiplexer, tmp_path: Path
) -> None:
    home, secrets = tmp_path / "notebooks", journey.secrets
    shutil.copytree(journey.home, home)
    wait_for(terminal, "$")
    for number, end in enumerate(ENDS):
        open_the_plan(terminal, journey, home, end, number)
        assert secrets.in_processes() == []
        if end in SIGNALS:
            os.kill(pid_of(home), getattr(signal, end))
        else:
            terminal.send(KEYS["f8" if end in CRASHES else end])
        wait_for(terminal, f"over {number}")
        assert not secrets.in_bytes(terminal.remembered().encode()), end
        assert secrets.in_files(tmp_path) == [], end


def open_the_plan(
    terminal: Multiplexer, journey: Journey, home: Path, end: str, number: int
) -> None:
    crash = end if end in CRASHES else "handler"
    program = f"{sys.executable} -m tests.shell.broken {home} {crash}; echo ov''er {number}\r"
    terminal.send(b"clear\r" + program.encode())
    wait_for(terminal, "Open my locked notebook")
    terminal.send(b"4\r")
    wait_for(terminal, "Passphrase")
    terminal.send(f"{journey.name}\r".encode())
    wait_for(terminal, f"{journey.name}")
    terminal.send(f"{journey.passphrase}\r".encode())
    wait_for(terminal, "Your path")
    time.sleep(DEAF)
    terminal.send(b"p")
    wait_for(terminal, journey.reason)


def pid_of(home: Path) -> int:
    found = subprocess.run(
        ["pgrep", "-f", f"^{sys.executable} -m tests.shell.broken {home} "],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(found.stdout.split()[-1])
