"""A real print service for tests: CUPS' own daemon, with printers that write to a folder.

    with print_server(folder) as server:
        printer = server.printer("hall", printer_error_policy="abort-job")

It listens on a socket in the folder and on a free port of 127.0.0.1, reads no settings of the
machine, and is stopped by its process id. It runs as root and as anybody.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from grp import getgrgid
from pathlib import Path

import pytest

SYSTEM = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
PARTS = Path("/usr/lib/cups")

BACKEND = """\
#!/bin/sh
# A printer: a folder that says what is the matter with it, and takes what comes.
[ $# = 0 ] && exit 0
cd "{out}/${{DEVICE_URI#catch:/}}" || exit 1
printf '%s\\n' "$@" > "$1.arguments"
[ -e reason ] && echo "STATE: +$(cat reason)" >&2
while [ -e slow ]; do sleep 0.02; done
[ -e jammed ] && exit 1
[ -e reason ] || echo "STATE: none" >&2
cat ${{6:+"$6"}} > part && mv part "$1.pdf"
"""

SETTINGS = """\
Listen 127.0.0.1:{port}
Listen {socket}
Browsing No
WebInterface No
DefaultAuthType Basic
DirtyCleanInterval 0
JobRetryInterval 1
JobRetryLimit 1000
PageLogFormat %p %u %j %T %P %C %{{job-billing}} %{{job-name}}
{more}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job Restart-Job Send-Document Set-Job-Attributes Hold-Job Release-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
<Policy password>
  <Limit Create-Job Print-Job Send-Document>
    AuthType Basic
    Require valid-user
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

PLACES = """\
ServerRoot {folder}/etc
ServerBin {folder}/bin
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
User {user}
Group {group}
SystemGroup {system}
"""

OFFICE = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "OFFICE.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*PSVersion: "(3010.000) 0"
*ModelName: "Test Office"
*ShortNickName: "Test Office"
*NickName: "Test Office"
*cupsVersion: 2.4
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*PageSize A5/A5: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*PageRegion A5/A5: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "0 0 595 842"
*ImageableArea A5: "0 0 420 595"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension A5: "420 595"
*OpenUI *Duplex/2-Sided Printing: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
"""


@dataclass(frozen=True)
class TestPrinter:
    """One printer, and what is the matter with it."""

    __test__ = False

    name: str
    folder: Path
    _server: PrintServer

    def jam(self, reason: str = "") -> None:
        """Let it fail, and say why, until it is mended."""
        self.say(reason)
        (self.folder / "jammed").touch()

    def say(self, reason: str) -> None:
        """Let it say what is the matter."""
        if reason:
            (self.folder / "reason").write_text(reason)

    def slow_down(self) -> None:
        """Let it take no paper to its end until it is mended."""
        (self.folder / "slow").touch()

    def mend(self) -> None:
        """Nothing is the matter any more."""
        for trouble in ("jammed", "reason", "slow"):
            (self.folder / trouble).unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop it, as its owner does."""
        self._server.run("cupsdisable", self.name)

    def close(self) -> None:
        """Let it take no more papers, as its owner does."""
        self._server.run("cupsreject", self.name)

    @property
    def received(self) -> list[bytes]:
        """All that came out."""
        return [file.read_bytes() for file in sorted(self.folder.glob("*.pdf"))]

    @property
    def begun(self) -> bool:
        """Whether something reached it."""
        return any(self.folder.glob("*.arguments"))

    @property
    def arguments(self) -> list[str]:
        """Job, user, title, copies and options of what reached it."""
        (file,) = self.folder.glob("*.arguments")
        return file.read_text().splitlines()


@dataclass(frozen=True)
class PrintServer:
    """A print service in a folder."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"127.0.0.1:{self.port}"

    @property
    def socket(self) -> Path:
        """Where it listens, too."""
        return self.folder / "state" / "sock"

    @property
    def spool(self) -> list[Path]:
        """What it keeps of jobs."""
        return [file for file in (self.folder / "spool").iterdir() if file.is_file()]

    def record(self, job: int) -> bytes:
        """What it wrote down of a job."""
        file = self.folder / "spool" / f"c{job:05}"
        wait_until(file.exists)
        return file.read_bytes()

    def printer(self, name: str, *, office: bool = False, **options: str) -> TestPrinter:
        """A new printer: one that says nothing of itself, or an office one (A4, both sides)."""
        folder = self.folder / "out" / name
        folder.mkdir()
        folder.chmod(0o777)
        words = [
            word
            for key, value in options.items()
            for word in ("-o", f"{key.replace('_', '-')}={value}")
        ]
        if office:
            (folder / "office.ppd").write_text(OFFICE)
            words += ["-P", str(folder / "office.ppd")]
        self.run("lpadmin", "-p", name, "-v", f"catch:/{name}", *words, "-E")
        return TestPrinter(name, folder, self)

    def clear(self) -> None:
        """Take all printers away, and with them what waits there."""
        for folder in (self.folder / "out").iterdir():
            (folder / "slow").unlink(missing_ok=True)
            self.run("lpadmin", "-x", folder.name)
            shutil.rmtree(folder, ignore_errors=True)
        wait_until(self._is_empty)

    def _is_empty(self) -> bool:
        """A job that was at work writes its last line when it is gone already: remove it again."""
        self.run("cancel", "-a", "-x")
        return not self.spool

    def run(self, program: str, *words: str, data: bytes = b"") -> subprocess.CompletedProcess[str]:
        """One of CUPS' own programs, speaking to this service."""
        found = shutil.which(program, path=SYSTEM)
        assert found
        done = subprocess.run(
            [found, *words],
            input=data,
            capture_output=True,
            env={**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C.UTF-8"},
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    def files_with(self, word: bytes) -> list[Path]:
        """Which of its files, but for what came out, hold the word."""
        places = [self.folder / name for name in ("spool", "cache", "log", "state", "etc")]
        while True:
            with suppress(FileNotFoundError):  # the service renamed one: look again
                files = [file for place in places for file in place.rglob("*") if file.is_file()]
                return [file for file in files if word in file.read_bytes()]


@contextmanager
def print_server(folder: Path, more: str = "") -> Iterator[PrintServer]:
    """Start one in an empty folder; ``more`` are further lines of its settings."""
    daemon = shutil.which("cupsd", path=SYSTEM)
    if daemon is None or shutil.which("lp") is None:
        pytest.skip("no print service to test with (packages cups-daemon and cups-client)")
    port = free_port()
    lay_out(folder, port, more)
    settings = ("-c", str(folder / "etc/cupsd.conf"), "-s", str(folder / "etc/cups-files.conf"))
    process = subprocess.Popen(
        [daemon, "-f", *settings], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    server = PrintServer(folder, port, process)
    try:
        wait_until(lambda: "is running" in server.run("lpstat", "-r").stdout)
        yield server
    finally:
        process.terminate()
        process.wait(10)


def lay_out(folder: Path, port: int, more: str) -> None:
    """Write what it reads, and make the folders that it writes to."""
    as_root = os.geteuid() == 0
    ours = getgrgid(os.getegid()).gr_name
    for name in ("etc", "spool/tmp", "cache", "state", "log", "out", "bin/backend"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in ("daemon", "filter", "driver"):
        (folder / "bin" / name).symlink_to(PARTS / name)
    backend = folder / "bin" / "backend" / "catch"
    backend.write_text(BACKEND.format(out=folder / "out"))
    backend.chmod(0o700 if as_root else 0o755)  # what only root may run is run as root
    etc = folder / "etc"
    (etc / "cupsd.conf").write_text(
        SETTINGS.format(port=port, socket=folder / "state" / "sock", more=more)
    )
    user, group = ("lp", "lp") if as_root else (getuser(), ours)
    (etc / "cups-files.conf").write_text(
        PLACES.format(folder=folder, user=user, group=group, system=ours)
    )


def free_port() -> int:
    """A port of this computer that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(true: Callable[[], object], seconds: float = 10) -> None:
    """Wait for it; fail if it does not come true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)
