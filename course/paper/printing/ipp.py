"""A few lines of IPP (RFC 8010): how a job stands, and removing it with everything of it.

``cancel -x`` should remove it, but sends the wrong attribute in many versions of CUPS
(OpenPrinting/cups, pull request 742). This is the only module with a socket, and it goes to this
computer's print service alone: a Unix socket, or a loopback address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from socket import AF_UNIX, socket
from struct import error, pack, unpack_from

_PATIENCE = 10.0
_CANCEL_JOB, _GET_JOB_ATTRIBUTES = 0x0008, 0x0009
_CHARSET, _LANGUAGE, _URI, _NAME, _KEYWORD, _BOOLEAN = 0x47, 0x48, 0x45, 0x42, 0x44, 0x22
_OPERATION, _END = 0x01, 0x03
_GONE = 0x0406
_NOT_OURS = {0x0401, 0x0402, 0x0403}
_JOB_STATE = "job-state"


def is_here(address: str) -> bool:
    """Whether an address, as ``lpstat -H`` tells it, is this computer's own."""
    return address.startswith("/") or _loopback(address) is not None


def _loopback(address: str) -> tuple[str, int] | None:
    host, _colon, port = address.rpartition(":")
    host = "127.0.0.1" if host == "localhost" else host.strip("[]")  # no name is ever looked up
    try:
        return (host, int(port)) if ip_address(host).is_loopback else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class PrintService:
    """The print service of this computer. Each call may raise OSError."""

    address: str
    user: str

    def job_state(self, job: int) -> int | None:
        """A number of RFC 8011, 5.3.7; None when nothing is known of the job any more."""
        asked = _attribute(_KEYWORD, "requested-attributes", _JOB_STATE.encode())
        answer = self._ask(_GET_JOB_ATTRIBUTES, job, asked)
        if answer is None:
            return None
        try:
            return int.from_bytes(dict(_attributes(answer))[_JOB_STATE])
        except (KeyError, error) as problem:
            raise ConnectionError from problem

    def purge(self, job: int) -> bool:
        """Stop it if need be and remove it; False when nothing was known of it any more."""
        purge = _attribute(_BOOLEAN, "purge-job", b"\x01")
        return self._ask(_CANCEL_JOB, job, purge) is not None

    def _ask(self, operation: int, job: int, attribute: bytes) -> bytes | None:
        body = b"".join(
            (
                pack(">2sHIB", b"\x02\x00", operation, 1, _OPERATION),
                _attribute(_CHARSET, "attributes-charset", b"utf-8"),
                _attribute(_LANGUAGE, "attributes-natural-language", b"en"),
                _attribute(_URI, "job-uri", f"ipp://localhost/jobs/{job}".encode()),
                _attribute(_NAME, "requesting-user-name", self.user.encode()),
                attribute,
                bytes([_END]),
            )
        )
        return _checked(*self._post(body))

    def _post(self, body: bytes) -> tuple[int, bytes]:
        connection = _Local(self.address)
        try:
            connection.request("POST", "/jobs/", body, {"Content-Type": "application/ipp"})
            answer = connection.getresponse()
            return answer.status, answer.read()
        except HTTPException as problem:
            raise ConnectionError from problem
        finally:
            connection.close()


class _Local(HTTPConnection):
    """A connection that leads nowhere but to this computer."""

    def __init__(self, address: str) -> None:
        self._path = address if address.startswith("/") else ""
        place = ("localhost", 631) if self._path else _loopback(address)
        if place is None:
            raise ConnectionError(address)
        super().__init__(*place, timeout=_PATIENCE)

    def connect(self) -> None:
        if not self._path:
            return super().connect()
        self.sock = socket(AF_UNIX)
        self.sock.settimeout(_PATIENCE)
        self.sock.connect(self._path)
        return None


def _checked(http_status: int, answer: bytes) -> bytes | None:
    """An answer that says yes; None when there is no such job."""
    if http_status in (401, 403):
        raise PermissionError
    if http_status != 200 or len(answer) < 8:
        raise ConnectionError
    (status,) = unpack_from(">H", answer, 2)
    if status == _GONE:
        return None
    if status in _NOT_OURS:
        raise PermissionError
    if status >= 0x0100:
        raise ConnectionError
    return answer


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    return b"".join((pack(">BH", tag, len(name)), name.encode(), pack(">H", len(value)), value))


def _attributes(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """What is told, by name: a group's tag stands alone, a value's with a name before it."""
    at = 8
    while at < len(answer) and answer[at] != _END:
        if answer[at] < 0x10:
            at += 1
            continue
        name, at = _counted(answer, at + 1)
        value, at = _counted(answer, at)
        yield name.decode("utf-8", "replace"), value


def _counted(answer: bytes, at: int) -> tuple[bytes, int]:
    """The bytes whose number stands before them, and where the next thing begins."""
    (length,) = unpack_from(">H", answer, at)
    return answer[at + 2 : at + 2 + length], at + 2 + length
