"""A real terminal for tests: run any command in one, press keys, and see what a person sees.

    with Terminal(["handrail", "--home", folder]) as terminal:
        terminal.wait_for("Start")
        terminal.press("down", "enter")
        terminal.type("Sam")
        assert "Sam" in terminal.text

The command runs on a pseudo-terminal of its own; pyte draws what it paints. Output is stamped when
it is read and drawn only when somebody looks, so the benchmarks can use the same instrument without
pyte's work being on their clock. Whatever a program asks of a terminal is answered at once, since
one that gets no answer may wait, or stay in a plainer mode.
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import pyte

KEYS: dict[str, bytes] = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "shift+up": b"\x1b[1;2A",
    "shift+down": b"\x1b[1;2B",
    "shift+right": b"\x1b[1;2C",
    "shift+left": b"\x1b[1;2D",
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f10": b"\x1b[21~",
    "f11": b"\x1b[23~",
    "f12": b"\x1b[24~",
}

# What the tester's own shell, editor or CI says must not change what a test sees. (Without
# bytecode a Textual program starts more than twice as slowly, which no user's machine does.)
SCRUBBED = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "TERM_PROGRAM",
    "LANGUAGE",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
)
TOLD = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
PATIENCE = 20.0
"""Seconds that a person on a slow machine would wait, too."""


def key_bytes(key: str) -> bytes:
    """Return what a terminal sends for a key of this name."""
    if key in KEYS:
        return KEYS[key]
    if len(key) == 1:
        return key.encode()
    if re.fullmatch(r"ctrl\+[a-z]", key):
        return bytes([ord(key[-1]) & 0x1F])
    raise ValueError(f"no key is called {key!r}")


class Ended(AssertionError):
    """What was awaited never came: the program is gone."""


class Terminal:
    """A command on a pseudo-terminal, with the screen it paints.

    It starts on entering the `with` block; whatever still runs at its end is killed.
    `env` is laid over the tester's own environment (a value of None takes a name away);
    `pass_fds` stay open in the command under the same numbers.
    """

    def __init__(
        self,
        argv: Sequence[str | os.PathLike[str]],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        cwd: str | os.PathLike[str] | None = None,
        pass_fds: Sequence[int] = (),
    ) -> None:
        self.argv = [os.fspath(part) for part in argv]
        self.keys_pressed = 0
        self.started = 0.0  # time.monotonic() just before the command was started
        self.pid = 0
        self._env = _environment(env or {})
        self._cwd = cwd
        self._pass_fds = pass_fds
        self._size = size
        self._fd = -1
        self._exit: int | None = None
        self._hung_up = False
        self._raw = bytearray()
        self._sieve = _Sieve()
        self._waiting: list[tuple[float, bytes]] = []  # heard, not yet drawn
        self._screen = Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Self:
        self.started = time.monotonic()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            self._become_the_command()
        os.set_blocking(self._fd, False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._ended() is None:
            os.killpg(
                self.pid, signal.SIGKILL
            )  # the command leads a session, so a group, of its own
            self._exit = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self._read_all()  # so that what it said last can still be looked at
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    # What is seen

    @property
    def ended(self) -> bool:
        """Whether nobody is at the other end any more."""
        self._read_all()
        return self._hung_up

    @property
    def screen(self) -> Screen:
        """The screen as pyte keeps it: `.buffer[y][x]` has colours, `.cursor` its place."""
        for _ in self.draw():
            pass
        return self._screen

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, top to bottom."""
        self._read_all()
        return list(self.screen.display)

    @property
    def text(self) -> str:
        """The rows of the screen, joined, without the blanks at their ends."""
        return "\n".join(row.rstrip() for row in self.rows)

    @property
    def raw(self) -> bytes:
        """Every byte received so far."""
        self._read_all()
        return bytes(self._raw)

    def framed(self) -> str:
        """Return the screen in a frame, for people to look at."""
        across = "─" * self._screen.columns
        return "\n".join([f"┌{across}┐", *(f"│{row}│" for row in self.rows), f"└{across}┘"])

    # What is done

    def press(self, *keys: str) -> None:
        """Press keys one after the other, giving the program a moment to show what each does."""
        for key in keys:
            self.send(key_bytes(key))
            self.keys_pressed += 1
            if key == "escape":  # a letter sent right after it would be Alt and that letter
                self.listen(quiet=0.15)
            else:
                self.listen(first=0.05, quiet=0.02)

    def type(self, text: str) -> None:
        """Type a text in one go, as a quick typist would; its line ends are presses of Enter."""
        self.send(text.replace("\n", "\r").encode())
        self.keys_pressed += len(text)

    def send(self, data: bytes) -> None:
        """Send bytes as they are; they count as no key."""
        while data:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:  # the program isn't reading; perhaps because we aren't
                self._read(0.01)

    def resize(self, cols: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        self._read_all()
        self.screen.resize(rows, cols)
        termios.tcsetwinsize(self._fd, (rows, cols))

    def hang_up(self) -> None:
        """Close the terminal, as when a window is closed or a line is cut."""
        os.close(self._fd)
        self._fd, self._hung_up = -1, True

    def signal(self, number: int) -> None:
        """Send the command a signal."""
        os.kill(self.pid, number)

    # What is awaited

    def wait_for(self, awaited: str | re.Pattern[str], timeout: float = PATIENCE) -> re.Match[str]:
        """Wait until the screen shows a text or matches a pattern, and return the match.

        The words of a text may stand on more than one row.
        """
        __tracebackhide__ = True
        pattern = _pattern(awaited)
        for text in self._looks(timeout):
            if found := pattern.search(text):
                return found
        raise self._failure(awaited, "never came", timeout)

    def wait_gone(self, unwanted: str | re.Pattern[str], timeout: float = PATIENCE) -> None:
        """Wait until the screen no longer shows a text or matches a pattern."""
        __tracebackhide__ = True
        pattern = _pattern(unwanted)
        for text in self._looks(timeout):
            if not pattern.search(text):
                return
        raise self._failure(unwanted, "never went", timeout)

    def settle(self) -> None:
        """Wait until the program has painted nothing for a tenth of a second."""
        self.listen(quiet=0.1)

    def exit_code(self, timeout: float = PATIENCE) -> int:
        """Wait for the command to end; return its exit code, or minus the signal that ended it."""
        __tracebackhide__ = True
        end = time.monotonic() + timeout
        while (code := self._ended()) is None:
            if time.monotonic() > end:
                raise AssertionError(f"still running after {timeout} s:\n{self.framed()}")
            self._read(0.01)
        self._read_all()
        return code

    # What the benchmarks need besides

    def listen(self, *, quiet: float, first: float | None = None, limit: float = 10) -> None:
        """Take in output, drawing nothing, until none came for `quiet` seconds.

        The first of it may take `first` seconds. The `limit` ends it in any case.
        """
        end = time.monotonic() + limit
        patience = quiet if first is None else first
        while (left := min(patience, end - time.monotonic())) > 0 and self._read(left):
            patience = quiet

    def draw(self) -> Iterator[tuple[float, Screen]]:
        """Draw what was heard, one read at a time, and give after each when it came."""
        while self._waiting:
            at, data = self._waiting.pop(0)
            self._stream.feed(data)
            yield at, self._screen

    # How it works

    def _become_the_command(self) -> None:
        try:
            termios.tcsetwinsize(0, self._size[::-1])
            for fd in self._pass_fds:
                os.set_inheritable(fd, True)
            if self._cwd is not None:
                os.chdir(self._cwd)
            os.execvpe(self.argv[0], self.argv, self._env)
        except OSError as error:
            os.write(2, f"{self.argv[0]}: {error}\r\n".encode())
        finally:
            os._exit(127)

    def _looks(self, timeout: float) -> Iterator[str]:
        """The text of the screen again and again, until the time is up or the program gone."""
        end = time.monotonic() + timeout
        while True:
            last = self._hung_up or time.monotonic() > end
            yield self.text
            if last:
                return
            self._read(0.05)

    def _failure(self, what: str | re.Pattern[str], fault: str, timeout: float) -> AssertionError:
        shown = what if isinstance(what, str) else what.pattern
        if self._hung_up:
            return Ended(f"{shown!r} {fault} before the program ended:\n{self.framed()}")
        return AssertionError(f"{shown!r} {fault} in {timeout} s:\n{self.framed()}")

    def _read_all(self) -> None:
        while self._fd >= 0 and self._read(0):
            pass

    def _read(self, timeout: float) -> bool:
        """Take in one chunk of output if some comes in time; say whether it did."""
        if self._hung_up:
            time.sleep(timeout)
            return False
        if not select.select([self._fd], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 18)
        except OSError:  # Linux says so when nobody holds the other end any more
            data = b""
        if not data:
            self._hung_up = True
            return False
        at = time.monotonic()
        self._raw += data
        drawable, answers = self._sieve.sift(data)
        self._waiting.append((at, drawable))
        if answers:
            self.send(answers)
        return True

    def _ended(self) -> int | None:
        if self._exit is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._exit = os.waitstatus_to_exitcode(status)
        return self._exit


class Screen(pyte.Screen):
    """pyte's screen, and the alternate one of full-screen programs, which pyte leaves out."""

    _behind: Any = None  # what the ordinary screen showed

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and 1049 in modes and self._behind is None:
            self.save_cursor()
            self._behind, self.buffer = self.buffer, type(self)(self.columns, self.lines).buffer

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and 1049 in modes and self._behind is not None:
            self.buffer, self._behind = self._behind, None
            self.restore_cursor()


class _Sieve:
    """Takes out of a program's output what pyte would print or stumble over, and what it asks.

    A sequence cut in two by a read is held back until the rest of it comes.
    """

    _SEQUENCE = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[]P_^X].*?(?:\x07|\x1b\\))", re.DOTALL)
    _CUT = re.compile(rb"\x1b(\[[0-?]*[ -/]*|[]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
    # Cursor moves, colours and the like. What has a `<`, `=`, `>`, `:`, `$` or blank in it is
    # news to pyte, and of the private ones (`?`) it knows these alone.
    _DRAWABLE = re.compile(rb"\[([0-9;]*[@-~]|\?[0-9;]*[hlJK])")
    _MODE_ASKED = re.compile(rb"\[\?(\d+)\$p")
    _ANSWERS = {
        b"[c": b"\x1b[?62;22c",  # what are you? (a VT220 with colours)
        b"[0c": b"\x1b[?62;22c",
        b"[>c": b"\x1b[>0;276;0c",
        b"[>0c": b"\x1b[>0;276;0c",
        b"[5n": b"\x1b[0n",  # are you well?
        b"[6n": b"\x1b[1;1R",  # where is the cursor? (answered without looking)
        b"]10;?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",  # which colour do you write in?
        b"]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",  # and on which?
    }

    def __init__(self) -> None:
        self._held = b""

    def sift(self, data: bytes) -> tuple[bytes, bytes]:
        """Return what is to be drawn, and what is to be answered."""
        data, self._held = self._held + data, b""
        if cut := self._CUT.search(data):
            data, self._held = data[: cut.start()], data[cut.start() :]
        answers = []

        def keep(sequence: re.Match[bytes]) -> bytes:
            body = sequence[1]
            answers.append(self._answer(body))
            return sequence[0] if self._DRAWABLE.fullmatch(body) else b""

        return self._SEQUENCE.sub(keep, data), b"".join(answers)

    def _answer(self, body: bytes) -> bytes:
        if mode := self._MODE_ASKED.fullmatch(body):  # 2 is "known, and off", 0 is "unknown"
            return b"\x1b[?%s;%d$y" % (mode[1], 2 if mode[1] == b"2026" else 0)
        return self._ANSWERS.get(body.rstrip(b"\x07\x1b\\"), b"")


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in SCRUBBED}
    return {
        name: value for name, value in {**inherited, **TOLD, **changes}.items() if value is not None
    }


def _pattern(what: str | re.Pattern[str]) -> re.Pattern[str]:
    """Of a text: its words in order, whether they stand on one row or go over its end."""
    if isinstance(what, re.Pattern):
        return what
    return re.compile(r"\s+".join(map(re.escape, what.split())))
