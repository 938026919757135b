"""The one socket of the course goes to this computer's print service, and nowhere else."""

from __future__ import annotations

import socket
from threading import Thread

import pytest

from course.paper.printing.ipp import PrintService, is_here
from course.paper.printing.service import Elsewhere, Here, service
from tests.paper.print_server import PrintServer

HERE = ("/run/cups/cups.sock", "localhost:631", "127.0.0.1:6310", "127.3.2.1:631", "[::1]:631")
ELSEWHERE = ("printers.example:631", "192.0.2.7:631", "[2001:db8::1]:631", "localhost.example:631")
ELSEWHERE += ("", "0.0.0.0:631", "localhost", "127.0.0.1:nothing")


def test_this_computer_is_told_from_others() -> None:
    assert [place for place in (*HERE, *ELSEWHERE) if is_here(place)] == list(HERE)


@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_other_computer_is_ever_called(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "create_connection")
    monkeypatch.delattr(socket, "getaddrinfo")
    with pytest.raises(ConnectionError) as refused:
        PrintService(place, "root").job_state(1)
    assert str(refused.value) == place


def test_the_service_is_the_one_that_lp_uses(
    server: PrintServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(service(), Here)
    monkeypatch.setenv("CUPS_SERVER", "printers.example")
    assert service() == Elsewhere("printers.example:631")


def test_a_job_that_never_was_is_gone(server: PrintServer) -> None:
    here = PrintService(server.address, "root")
    assert here.job_state(999_999) is None
    assert here.purge(999_999) is False


def found(answer: bytes) -> bytes:
    """Over HTTP."""
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(answer), answer)


IPP_OK, IPP_ERROR = b"\x02\x00\x00\x00\x00\x00\x00\x01", b"\x02\x00\x05\x00\x00\x00\x00\x01"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"no web at all\r\n",
        b"HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n",
        found(b""),
        found(IPP_OK + b"\x03"),
        found(IPP_OK + b"\x02\x23\x00\x09"),
        found(IPP_ERROR + b"\x03"),
    ],
)
def test_an_answer_that_makes_no_sense_is_no_answer(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak() -> None:
            with listening.accept()[0] as caller:
                caller.recv(1 << 16)
                caller.sendall(answer)

        speaking = Thread(target=speak)
        speaking.start()
        port = listening.getsockname()[1]
        with pytest.raises(ConnectionError):
            PrintService(f"127.0.0.1:{port}", "root").job_state(1)
        speaking.join()
