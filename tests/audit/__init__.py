"""Run a command in a terminal and be told what it writes and whom it calls.

    with watched(["handrail", "--home", folder]) as (terminal, watch):
        terminal.wait_for("Start")
        ...
    assert watch.writes == []
    assert watch.network == []

What is told and what is left out stands at the top of `sitecustomize.py`, which does the watching
inside the command (a Python program; another would be told nothing, and `watched` fails).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.terminal import Terminal

_ROOM = 1 << 20  # of the pipe: what a program may do before anybody asks


class Event(NamedTuple):
    """One thing a program did, or tried to do."""

    kind: str  # write, network or process
    name: str  # of Python's audit event
    detail: str  # its arguments


class Watch:
    """What a watched program did so far."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._told = b""
        self.ended = False
        os.set_blocking(pipe, False)

    @property
    def began(self) -> bool:
        """Whether the program is, or was, really being watched."""
        return self._lines()[:1] == [["watching", "", ""]]

    @property
    def events(self) -> list[Event]:
        """Everything told, in order."""
        return [Event(*line) for line in self._lines()[1:]]

    @property
    def writes(self) -> list[Event]:
        """What it did to files and folders."""
        return [event for event in self.events if event.kind == "write"]

    @property
    def network(self) -> list[Event]:
        """What it did with sockets."""
        return [event for event in self.events if event.kind == "network"]

    @property
    def processes(self) -> list[Event]:
        """Which other programs it started."""
        return [event for event in self.events if event.kind == "process"]

    def take_in(self) -> None:
        """Read what was told since the last time."""
        while not self.ended:
            try:
                told = os.read(self._pipe, _ROOM)
            except BlockingIOError:
                return
            self._told += told
            self.ended = not told

    def _lines(self) -> list[list[str]]:
        self.take_in()
        return [line.split("\t", 2) for line in self._told.decode("ascii").splitlines()]


@contextmanager
def watched(
    argv: Sequence[str | os.PathLike[str]],
    *,
    env: Mapping[str, str | None] | None = None,
    **options: Any,
) -> Iterator[tuple[Terminal, Watch]]:
    """Run a command as `Terminal` does, watched from its first line of Python to its last.

    It writes no bytecode meanwhile: that is Python's doing, not the program's.
    """
    ours, theirs = os.pipe()
    fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, _ROOM)
    watching = {
        "PYTHONPATH": str(Path(__file__).parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HANDRAIL_AUDIT_FD": str(theirs),
        **(env or {}),
    }
    watch = Watch(ours)
    try:
        with Terminal(argv, env=watching, pass_fds=[theirs], **options) as terminal:
            os.close(theirs)
            yield terminal, watch
        watch.take_in()
    finally:
        os.close(ours)
        watch.ended = True
    if not watch.began:
        raise AssertionError(f"the watch never began: {terminal.argv[0]} is no Python program?")
