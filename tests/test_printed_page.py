"""From the first start to a page in the printer's tray, with keys, in a real pseudo-terminal."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journey import Answering
from tests.learner import HANDRAIL
from tests.paper.print_server import PrintServer, print_server, wait_until
from tests.terminal import Terminal

WORDS = "My garden in wombatville"


@contextmanager
def at_home(tmp_path: Path) -> Iterator[tuple[Answering, PrintServer, Terminal]]:
    """Just for now, beside a print service with one printer; a reason is written."""
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "cups").mkdir()
    with print_server(tmp_path / "cups") as server:
        server.printer("hall")
        places = dict.fromkeys(("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"))
        env = {"HOME": str(home), "CUPS_SERVER": str(server.socket), **places}
        with Terminal([HANDRAIL], env=env) as terminal:
            learner = Answering(terminal)
            learner.start("Just for now")
            learner.open("Quick start")
            learner.skip_to(2)
            learner.press("tab")
            terminal.type(WORDS)
            learner.press("enter")
            learner.press("escape")
            terminal.wait_for("Your path")
            yield learner, server, terminal


def to_the_printers(learner: Answering) -> None:
    learner.press("r")
    learner.terminal.wait_for("My plan")
    learner.press("1")
    learner.press("p")
    learner.terminal.wait_for("Sheets", timeout=60)
    learner.terminal.wait_for("▌ 1 hall")


def in_words(pdf: bytes) -> str:
    ran = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(ran.stdout.decode().split())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
def test_what_was_written_comes_out_of_the_printer_and_nothing_of_it_stays(tmp_path: Path) -> None:
    with at_home(tmp_path) as (learner, server, terminal):
        to_the_printers(learner)
        terminal.press("enter")
        terminal.wait_for("Take along all that came out", timeout=30)
        (pdf,) = server.folder.joinpath("out", "hall").glob("*.pdf")
        assert WORDS in in_words(pdf.read_bytes())
        assert server.spool == []
        assert server.files_with(b"wombatville") == []
        assert learner.leave() == 0
    assert [path for path in (tmp_path / "home").rglob("*") if path.is_file()] == []


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_terminal_takes_back_what_waits_at_the_printer(
    ending: signal.Signals, tmp_path: Path
) -> None:
    with at_home(tmp_path) as (learner, server, terminal):
        (server.folder / "out" / "hall" / "jammed").touch()
        to_the_printers(learner)
        terminal.press("enter")
        terminal.wait_for("Take it back", timeout=30)
        assert server.spool
        terminal.signal(ending)
        terminal.exit_code(timeout=30)
        wait_until(lambda: server.spool == [])


@pytest.mark.slow
def test_whoever_leaves_is_asked_first_what_becomes_of_it(tmp_path: Path) -> None:
    with at_home(tmp_path) as (learner, server, terminal):
        (server.folder / "out" / "hall" / "jammed").touch()
        to_the_printers(learner)
        terminal.press("enter")
        terminal.wait_for("Take it back", timeout=30)
        terminal.press("ctrl+q")
        terminal.wait_for("Say first what becomes of it.")
        learner.pick("Take it back")
        terminal.wait_for("Before you go", timeout=30)  # next, a guest is asked about the words
        assert server.spool == []
        assert learner.leave() == 0
