"""A locked notebook: whose key is it, and how does a generation of it look on the disk?

The key is random and never changes. Doors hold it; see ``doors``.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from course.errors import Damaged, TooNew
from course.language import _
from course.store import names, sealed

_HEAD = b"record 1\n"
"""What a file begins with: its kind, and the version of this form."""


@dataclass(frozen=True, slots=True)
class Record:
    """The id and the key of one locked notebook."""

    id: str
    key: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Record:
        """One that nobody had before."""
        return cls(secrets.token_hex(16), secrets.token_bytes(32))

    def about(self, name: str) -> bytes:
        """What a file of this record is sealed with: where it lies."""
        return f"{names.RECORDS}/{self.id}/{name}".encode()


class Locked:
    """The coat of a locked notebook: each generation is sealed, with its name and number."""

    names = names.LOCKED

    def __init__(self, record: Record) -> None:
        self._record = record

    def put_on(self, number: int, data: bytes) -> bytes:
        """The data, sealed."""
        return _HEAD + sealed.seal(self._record.key, data, self._about(number))

    def taken_off(self, number: int, file: bytes) -> bytes:
        """What was sealed as this generation. Raises Damaged, or TooNew for a later form."""
        kind, _end, rest = file.partition(b"\n")
        if kind + b"\n" != _HEAD:
            if kind.startswith(b"record ") and kind[7:].isdigit():
                raise TooNew(
                    _("This notebook was locked by a newer Handrail. It cannot be opened.")
                )
            raise Damaged(_("This copy of the notebook is damaged."))
        return sealed.opened(self._record.key, rest, self._about(number))

    def _about(self, number: int) -> bytes:
        return _HEAD + self._record.about(self.names.name(number))
