"""The tests' own instruments tell the truth: the terminal, and the watch."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

from tests.audit import watched
from tests.terminal import Terminal, key_bytes

ECHO = """
import os, sys, tty
tty.setraw(0)
print("ready", end="\\r\\n", flush=True)
while (data := os.read(0, 100)) != b"q":
    print(ascii(data), *os.get_terminal_size(), end="\\r\\n", flush=True)
"""


def python(program: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", program, *map(str, arguments)]


def test_it_shows_what_a_program_prints() -> None:
    with Terminal(python("print('Good morning'); input()")) as terminal:
        terminal.wait_for("Good morning")
        assert terminal.rows[0] == "Good morning".ljust(80)
        assert len(terminal.rows) == 24


def test_words_are_found_although_the_row_ends_between_them() -> None:
    with Terminal(python("print('one day at a time'); input()"), size=(10, 5)) as terminal:
        terminal.wait_for("day at a time")


def test_what_never_comes_fails_with_the_screen() -> None:
    with Terminal(python("print('Good morning'); input()")) as terminal:
        terminal.wait_for("Good morning")
        with pytest.raises(AssertionError, match=r"'Good night' never came in 0\.5 s") as failure:
            terminal.wait_for("Good night", timeout=0.5)
    assert "│Good morning " in str(failure.value)


def test_waiting_ends_when_the_program_does() -> None:
    with (
        Terminal(python("print('Good morning')")) as terminal,
        pytest.raises(AssertionError, match=r"before the program ended(?s:.)*Good morning"),
    ):
        terminal.wait_for("Good night", timeout=60)


def test_a_command_that_is_not_there_says_so() -> None:
    with Terminal(["no-such-command"]) as terminal:
        assert terminal.exit_code() == 127
        assert "no-such-command" in terminal.text


def test_what_should_go_is_waited_for() -> None:
    wipe = "print('Good morning'); input(); print('\\x1b[2J'); input()"
    with Terminal(python(wipe)) as terminal:
        terminal.wait_for("Good morning")
        terminal.press("enter")
        terminal.wait_gone(re.compile("Good m.rning"))


def test_keys_arrive_as_a_terminal_sends_them_and_are_counted() -> None:
    keys = ("down", "f1", "ctrl+q", "shift+tab", "é")
    with Terminal(python(ECHO)) as terminal:
        terminal.wait_for("ready")
        for key, sent in zip(
            keys, (r"\x1b[B", r"\x1bOP", r"\x11", r"\x1b[Z", r"\xc3\xa9"), strict=True
        ):
            terminal.press(key)
            terminal.wait_for(f"b'{sent}'")
        terminal.type("no one")
        terminal.wait_for("b'no one'")
        assert terminal.keys_pressed == 5 + len("no one")


def test_a_key_after_escape_is_not_taken_for_alt_and_that_key() -> None:
    patient = """
import os, select, tty
tty.setraw(0)
os.write(1, b"ready")
os.read(0, 1)  # Escape; Textual then waits a tenth of a second for the rest of a sequence
os.write(1, b"still painting something else ")
os.write(1, b"alt" if select.select([0], [], [], 0.1)[0] else b"alone")
"""
    with Terminal(python(patient)) as terminal:
        terminal.wait_for("ready")
        terminal.press("escape", "b")
        terminal.wait_for("alone")


def test_a_key_with_no_such_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no key is called 'hyper'"):
        key_bytes("hyper")


def test_the_program_learns_of_a_new_size() -> None:
    with Terminal(python(ECHO), size=(60, 20)) as terminal:
        terminal.wait_for("ready")
        terminal.press("a")
        terminal.wait_for("b'a' 60 20")
        terminal.resize(100, 30)
        terminal.press("b")
        terminal.wait_for("b'b' 100 30")
        assert len(terminal.rows) == 30


def test_exit_codes_and_signals_are_told() -> None:
    with Terminal(python("raise SystemExit(3)")) as terminal:
        assert terminal.exit_code() == 3
    with Terminal(python("print('here', flush=True); input()")) as terminal:
        terminal.wait_for("here")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == -signal.SIGTERM


def test_still_running_is_no_exit_code() -> None:
    with Terminal(python("print('here'); input()")) as terminal:
        terminal.wait_for("here")
        with pytest.raises(AssertionError, match=r"still running after 0\.5 s(?s:.)*here"):
            terminal.exit_code(timeout=0.5)


def test_what_the_program_asks_is_answered() -> None:
    ask = """
import os, sys, tty
tty.setraw(0)
for question in ("[c", "[6n", "[?2026$p", "[?9999$p", "]11;?\\x07"):
    os.write(1, b"\\x1b" + question.encode())
    print(ascii(os.read(0, 100)), end="\\r\\n", flush=True)
"""
    with Terminal(python(ask)) as terminal:
        assert terminal.exit_code() == 0
        for answer in ("[?62;22c", "[1;1R", "[?2026;2$y", "[?9999;0$y", "]11;rgb:0000/0000/0000"):
            assert answer in terminal.text


@pytest.mark.parametrize(
    "unseen",
    ["\x1b[?4m", "\x1b[<u", "\x1b[>4;1m", "\x1b[4:3m", "\x1bPq#0\x1b\\", "\x1b]52;c;eA==\x07"],
)
@pytest.mark.parametrize("pause", ["", "time.sleep(0.05)"])
def test_sequences_that_draw_nothing_show_nothing(unseen: str, pause: str) -> None:
    letters = f"""
import os, time
for part in {("a" + unseen + "b").encode()!r}:
    os.write(1, bytes([part]))
    {pause}
"""
    with Terminal(python(letters)) as terminal:
        terminal.exit_code()
        assert terminal.text.strip() == "ab"
        assert unseen.encode() in terminal.raw


def test_leaving_the_alternate_screen_shows_what_was_there_before() -> None:
    full_screen = r"print('before\x1b[?1049h\x1b[2Jmiddle'); input(); print('\x1b[?1049lafter')"
    with Terminal(python(full_screen)) as terminal:
        terminal.wait_for("middle")
        assert "before" not in terminal.text
        terminal.press("enter")
        assert terminal.exit_code() == 0
        assert terminal.rows[0].startswith("beforeafter")
        assert "middle" not in terminal.text


def test_the_testers_own_settings_stay_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "7")
    monkeypatch.setenv("MINE", "kept")
    tell = "import os; print({*os.environ} & {'NO_COLOR', 'COLUMNS'}, os.environ.get('MINE'))"
    with Terminal(python(tell)) as terminal:
        terminal.wait_for("set() kept")
    with Terminal(python(tell), env={"NO_COLOR": "1", "MINE": None}) as terminal:
        terminal.wait_for("{'NO_COLOR'} None")


def test_a_program_that_does_nothing_outside_is_reported_for_nothing() -> None:
    quiet = (
        "import asyncio; asyncio.run(asyncio.sleep(0)); open('/dev/null', 'w'); open('/etc/hosts')"
    )
    with watched(python(quiet)) as (terminal, watch):
        assert terminal.exit_code() == 0
        assert watch.events == []


@pytest.mark.parametrize(
    ("act", "event"),
    [
        ("open(path, 'w')", "open"),
        ("open(path, 'r+')", "open"),
        ("open(path.encode(), 'ab')", "open"),
        ("os.open(path, os.O_CREAT | os.O_RDWR)", "open"),
        ("os.mkdir(path)", "os.mkdir"),
        ("os.replace(path, path + '2')", "os.rename"),
        ("os.unlink(path)", "os.remove"),
        ("os.symlink('x', path)", "os.symlink"),
        ("os.link(path, path + '2')", "os.link"),
        ("os.truncate(path, 0)", "os.truncate"),
    ],
)
def test_what_is_written_is_reported_even_when_it_fails(
    act: str, event: str, tmp_path: Path
) -> None:
    program = f"import os, sys; path = sys.argv[1]; {act}"
    with watched(python(program, tmp_path / "kept")) as (terminal, watch):
        terminal.exit_code()
    assert [write.name for write in watch.writes] == [event]
    assert str(tmp_path / "kept") in watch.writes[0].detail
    assert watch.network == []


@pytest.mark.parametrize(
    ("act", "event"),
    [
        ("socket.socket()", "socket.__new__"),
        ("socket.create_connection(('127.0.0.1', 9), 0.1)", "socket.connect"),
        ("socket.socket(socket.AF_UNIX).connect('/nowhere')", "socket.connect"),
        ("socket.socket(socket.AF_UNIX).bind('')", "socket.bind"),
        ("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))", "socket.sendto"),
        ("socket.getaddrinfo('127.0.0.1', 9)", "socket.getaddrinfo"),
        ("socket.gethostbyname('127.0.0.1')", "socket.gethostbyname"),
    ],
)
def test_every_way_to_the_network_is_reported(act: str, event: str) -> None:
    with watched(python(f"import socket; {act}")) as (terminal, watch):
        terminal.exit_code()
    assert event in [call.name for call in watch.network]
    assert watch.writes == []


def test_starting_another_program_is_reported() -> None:
    with watched(python("import os; os.system('true')")) as (terminal, watch):
        terminal.exit_code()
    assert [process.name for process in watch.processes] == ["os.system"]


def test_a_command_that_cannot_be_watched_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="the watch never began"), watched(["true"]) as watch:
        watch[0].exit_code()
