"""Imported by Python itself in a watched program: tells the watcher what the program does outside.

`tests.audit.watched` puts this folder on the program's PYTHONPATH and names, in HANDRAIL_AUDIT_FD,
a pipe that the program inherits. Each thing worth telling is one line on that pipe: its kind, the
name of the audit event and its arguments, with tabs between. Nothing is ever written to a file.

Told, as attempts, whether or not they succeed:
  write    opening a file for writing, and whatever makes, moves, removes or alters one
  network  every socket event: connect, bind, sendto, getaddrinfo, gethostbyname and the rest
  process  starting another program, which would no longer be watched

Left out, and why:
  /dev/tty, /dev/null and pseudo-terminals, which keep nothing
  what is done to a file descriptor: whatever it stands for was told of when it was opened
  making an AF_UNIX socket: asyncio makes a pair to wake itself up. Nothing goes out through one
  before it is connected, bound or sent to, and those are told
Not seen: what a library in another language does behind Python's back. Only strace sees that.
"""

import os
import sys
from _socket import AF_UNIX

_WRITES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.utime",
    "os.setxattr",
    "os.removexattr",
    "sqlite3.connect",
}
_PROCESSES = {
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "os.forkpty",
}
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_KEEP_NOTHING = ("/dev/tty", "/dev/null", "/dev/ptmx", "/dev/pts/")


def _kept(path: int | str | bytes) -> bool:
    return not isinstance(path, int) and not os.fsdecode(path).startswith(_KEEP_NOTHING)


def _kind(event: str, args: tuple) -> str | None:
    if event == "open":
        return "write" if args[2] & _FOR_WRITING and _kept(args[0]) else None
    if event.startswith("socket."):
        quiet = event == "socket.__new__" and args[1] == AF_UNIX
        return None if quiet else "network"
    if event in _WRITES:
        return "write" if _kept(args[0]) else None
    return "process" if event in _PROCESSES else None


def _watch(pipe: int) -> None:
    # What the hook needs is held here: at the very end Python empties the modules, not the hooks.
    def tell(kind: str, event: str, args: tuple, _write=os.write) -> None:
        detail = " ".join(ascii(arg) for arg in args)  # so that no name can break a line
        _write(pipe, f"{kind}\t{event}\t{detail[:2000]}\n".encode("ascii"))

    def hook(event: str, args: tuple, _kind=_kind) -> None:
        if event == "open" or event[:2] in ("os", "so", "su", "sq"):
            kind = _kind(event, args)
            if kind:
                tell(kind, event, args)

    tell("watching", "", ())
    sys.addaudithook(hook)


if _pipe := os.environ.pop("HANDRAIL_AUDIT_FD", None):  # a program started by it has no such pipe
    os.set_inheritable(int(_pipe), False)
    _watch(int(_pipe))
