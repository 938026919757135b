"""The course as a browser gets it: what textual-serve and the browser do, in a terminal.

    python -m tests.served FOLDER ARGUMENTS...

Runs the course with these arguments as textual-serve 1.1.3 runs a program: its driver in the
environment, packets on pipes. Shows it in this terminal, and fetches each file that it delivers,
in pieces of the same size, into the folder. How each was announced is written down beside it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tty
from pathlib import Path
from threading import Thread
from typing import IO, Any

from textual._binary_encode import load

DRIVER = "textual.drivers.web_driver:WebDriver"
PIECE = 1 << 16


class Browser:
    """One program at the other end of two pipes."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        size = os.get_terminal_size()
        served = {"TEXTUAL_DRIVER": DRIVER, "TEXTUAL_FPS": "60", "TERM_PROGRAM": "textual"}
        told = {"COLUMNS": str(size.columns), "ROWS": str(size.lines)}
        pipe = subprocess.PIPE
        self.program = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, env={**os.environ, **served, **told}
        )
        assert self.program.stdin
        assert self.program.stdout
        self._in: IO[bytes] = self.program.stdin
        self._out: IO[bytes] = self.program.stdout
        self._folder = folder

    def send(self, kind: bytes, data: bytes) -> None:
        """One packet."""
        self._in.write(kind + len(data).to_bytes(4, "big") + data)
        self._in.flush()

    def type(self) -> None:
        """Send what is typed here."""
        while typed := os.read(0, 1024):
            self.send(b"D", typed)

    def show(self) -> None:
        """Take packets until there are no more."""
        while self._out.readline() not in (b"__GANGLION__\n", b""):
            pass
        takes = {b"D": self._painted, b"M": self._told, b"P": self._fetched}
        while kind := self._out.read(1):
            takes[kind](self._out.read(int.from_bytes(self._out.read(4), "big")))

    def _painted(self, data: bytes) -> None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def _told(self, data: bytes) -> None:
        told: dict[str, Any] = json.loads(data)
        if told["type"] == "deliver_file_start":
            (self._folder / f"{told['key']}.part").write_bytes(b"")
            (self._folder / f"{told['key']}.json").write_bytes(data)
            self._ask(told["key"])

    def _ask(self, key: str) -> None:
        asked = {"type": "deliver_chunk_request", "key": key, "size": PIECE}
        self.send(b"M", json.dumps(asked).encode())

    def _fetched(self, data: bytes) -> None:
        kind, key, piece = load(data)
        assert kind == "deliver_chunk"
        file = self._folder / f"{key}.part"
        with file.open("ab") as part:
            part.write(piece)
        if piece:
            self._ask(key)
        else:
            file.rename(file.with_suffix(".whole"))


def main(folder: str, *arguments: str) -> int:
    """Until the program ends; its exit code."""
    tty.setraw(0)
    browser = Browser(Path(folder), [sys.executable, "-m", "course", *arguments])
    Thread(target=browser.type, daemon=True).start()
    browser.show()
    return browser.program.wait(10)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
