"""Terminals with a memory: tmux and GNU screen, with a shell in them, as on many a machine."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from typing import Protocol

PATIENCE = 20.0
HISTORY = 5000
SHELL = ("env", "PS1=$ ", "sh")


class Multiplexer(Protocol):
    """A shell in 80 columns and 24 rows whose output is remembered."""

    def send(self, data: bytes) -> None:
        """Press keys."""

    def shown(self) -> str:
        """What is on the screen."""

    def remembered(self) -> str:
        """The same, and all that was scrolled out of it."""

    def close(self) -> None:
        """End it, and all that runs in it."""


class Tmux:
    """With its alternate screen ``on`` or ``off``."""

    def __init__(self, folder: Path, alternate: str) -> None:
        self._command = ["tmux", "-f", "/dev/null", "-S", str(folder / "tmux")]
        self._run("start-server", ";", "set", "-g", "history-limit", str(HISTORY), ";", *_SESSION)
        self._run("set", "-g", "alternate-screen", alternate)

    def send(self, data: bytes) -> None:
        self._run("send-keys", "-H", *(f"{byte:02x}" for byte in data))

    def shown(self) -> str:
        return self._run("capture-pane", "-p")

    def remembered(self) -> str:
        return self._run("capture-pane", "-p", "-S", "-")

    def close(self) -> None:
        self._run("kill-server")

    def _run(self, *words: str) -> str:
        done = subprocess.run([*self._command, *words], capture_output=True, text=True, check=True)
        return done.stdout


_SESSION = ("new-session", "-d", "-x", "80", "-y", "24", *SHELL)


class GnuScreen:
    """The same with GNU screen, which leaves its alternate screen off unless told otherwise."""

    def __init__(self, folder: Path, alternate: str) -> None:
        sockets, settings = folder / "sockets", folder / "screenrc"
        sockets.mkdir(mode=0o700)
        settings.write_text(
            f"altscreen {alternate}\ndefscrollback {HISTORY}\ndefutf8 on\nstartup_message off\n"
        )
        self._copy = folder / "copy"
        self._environment = {**os.environ, "SCREENDIR": str(sockets)}
        self._run("-c", str(settings), "-dmS", "seat", *SHELL)

    def send(self, data: bytes) -> None:
        self._tell("stuff", "".join(f"\\{byte:03o}" for byte in data))

    def shown(self) -> str:
        return self._hardcopy()

    def remembered(self) -> str:
        return self._hardcopy("-h")

    def close(self) -> None:
        self._tell("quit")

    def _hardcopy(self, *options: str) -> str:
        self._copy.unlink(missing_ok=True)
        self._tell("hardcopy", *options, str(self._copy))
        until = time.monotonic() + PATIENCE
        while not self._copy.exists() and time.monotonic() < until:
            time.sleep(0.02)
        return self._copy.read_text(errors="replace")

    def _tell(self, *words: str) -> None:
        self._run("-S", "seat", "-p", "0", "-X", *words)

    def _run(self, *words: str) -> None:
        subprocess.run(["screen", *words], env=self._environment, check=True, capture_output=True)


def wait_for(terminal: Multiplexer, words: str) -> None:
    """Until these words are on the screen, on one row or over its end."""
    until = time.monotonic() + PATIENCE
    while words not in " ".join((shown := terminal.shown()).split()):
        assert time.monotonic() < until, f"{words!r} never came:\n{shown}"
        time.sleep(0.05)
