"""The way to a browser: Textual's own driver for it, with its packets kept whole."""

from __future__ import annotations

from threading import Lock
from typing import Any

from textual.drivers.web_driver import WebDriver


class ServedDriver(WebDriver):
    """One packet at a time.

    The screen and the files that are fetched come from two threads. What is more than a pipe takes
    at once would be torn where one writes into the other: a paper would be spoiled, and after it
    the whole screen. (Textual 8.2.8.)
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._one_packet = Lock()
        super().__init__(*args, **kwargs)

    def write(self, data: str) -> None:
        """What is painted."""
        with self._one_packet:
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """News for the server."""
        with self._one_packet:
            super().write_meta(data)

    def write_binary_encoded(self, data: tuple[str | bytes, ...]) -> None:
        """A piece of a file."""
        with self._one_packet:
            super().write_binary_encoded(data)
