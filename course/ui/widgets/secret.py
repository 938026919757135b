"""A field for a passphrase or a code: hidden until asked for, and changed as little as may be."""

from __future__ import annotations

from textual.events import Paste

from course.text import clean
from course.ui.widgets.field import Field

_LONGEST = 1000


class SecretField(Field):
    """Dots, or the letters while they are shown."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.password = True

    def toggle(self) -> None:
        """Show it, or hide it again."""
        self.password = not self.password

    def forget(self) -> None:
        """Empty, and with dots again."""
        self.fill("")
        self.password = True

    def on_paste(self, event: Paste) -> None:
        """Its first line, as it is: blanks count in a passphrase."""
        event.text = clean(event.text).split("\n", 1)[0][:_LONGEST]
