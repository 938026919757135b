"""`handrail plan --print`: a paper sent from the command line, and its end told there."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from course import cli
from course.paper.printing import send
from course.print_command import followed
from tests.audit import watched
from tests.paper.print_server import PrintServer, TestPrinter
from tests.paper.printing.test_printing import PDF
from tests.terminal import Terminal
from tests.test_cli import keep_a_reason


@pytest.fixture
def mine(home: Path) -> Path:
    """A home with something to print."""
    keep_a_reason(home, "Marigold")
    return home


@pytest.fixture
def printed(mine: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Print the plan; the exit code, and what was said."""

    def run(*words: str) -> tuple[int, str]:
        argv = ["plan", "--home", str(mine), "--print", *words]
        code = cli.main(argv, now=lambda: datetime(2026, 5, 1, tzinfo=UTC), rng=Random(1))
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def printing(home: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "course", "plan", "--home", str(home), *words]


def test_a_card_is_printed_and_nothing_of_it_stays(
    printed: Callable[..., tuple[int, str]], server: PrintServer, printer: TestPrinter
) -> None:
    code, said = printed("--paper", "card")
    assert (code, said.splitlines()[-1][:24]) == (0, "hall has your paper now.")
    assert [paper[:5] for paper in printer.received] == [b"%PDF-"]
    assert "sides=one-sided" in printer.arguments[4]
    assert (server.spool, server.files_with(b"Marigold")) == ([], [])


def test_for_a_group_a_blank_plan_is_printed_once_for_each(
    printed: Callable[..., tuple[int, str]], printer: TestPrinter
) -> None:
    assert printed("--paper", "blank", "--copies", "8")[0] == 0
    assert printer.arguments[3] == "8"
    assert "collate" in printer.arguments[4].split()


@pytest.mark.parametrize("number", ["0", "-1", "100", "many", ""])
def test_a_number_of_copies_that_nobody_meant_is_not_taken(
    number: str,
    printed: Callable[..., tuple[int, str]],
    printer: TestPrinter,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        printed(f"--copies={number}")
    assert "from 1 to 99" in capsys.readouterr().err
    assert not printer.begun


def test_the_only_socket_of_the_course_leads_to_the_print_service(
    mine: Path, server: PrintServer, printer: TestPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(server.socket))
    with watched(printing(mine, "--print", "hall")) as (terminal, watch):
        assert terminal.exit_code() == 0
    assert {call.name for call in watch.network} == {"socket.connect"}
    assert all(repr(str(server.socket)) in call.detail for call in watch.network)
    assert [write for write in watch.writes if str(mine) not in write.detail] == []


@pytest.mark.parametrize(
    "leave",
    [
        signal.SIGINT,
        pytest.param(signal.SIGQUIT, marks=pytest.mark.slow),
        pytest.param(signal.SIGTERM, marks=pytest.mark.slow),
        pytest.param(signal.SIGHUP, marks=pytest.mark.slow),
    ],
)
def test_whoever_leaves_before_the_end_takes_the_paper_back(
    leave: signal.Signals, mine: Path, server: PrintServer, printer: TestPrinter
) -> None:
    printer.jam("media-empty-error")
    with Terminal(printing(mine, "--print")) as terminal:
        terminal.wait_for("Its paper tray is empty.")
        terminal.signal(leave)
        terminal.wait_for("taken back")
        assert terminal.exit_code() == 1
    assert (server.spool, printer.received) == ([], [])


def test_a_terminal_that_nobody_reads_any_more_takes_it_back_too(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.slow_down()

    def closed(_line: str) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        followed(lambda: send(PDF, "hall", copies=1, sheet="a4", both_sides=False), closed)
    assert (server.spool, printer.received) == ([], [])


def test_of_several_printers_the_usual_one_is_taken_or_one_must_be_named(
    printed: Callable[..., tuple[int, str]], server: PrintServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, office = server.printer("hall"), server.printer("office")
    code, said = printed()
    assert (code, said) == (
        1,
        "handrail: no printer is the usual one. Name one: hall, office\n",
    )
    monkeypatch.setenv("LPDEST", "office")
    assert printed()[0] == 0
    assert printed("hall")[0] == 0
    assert (len(hall.received), len(office.received)) == (1, 1)


def test_where_printing_is_turned_off_nothing_is_sent(
    printed: Callable[..., tuple[int, str]], mine: Path, printer: TestPrinter
) -> None:
    (mine / "handrail.toml").write_text("printer = false\n")
    code, said = printed()
    assert (code, "nothing is printed from this machine" in said) == (1, True)
    assert not printer.begun
