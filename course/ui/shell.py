"""A Textual app that keeps what it shows to itself: no palette, no clipboard, no traceback.

``private.md`` measured what Textual would otherwise leave behind. The private Textual names relied
upon here (``_fatal_error``, ``_exit_renderables``, ``_clipboard``, ``_close_messages_no_wait``,
``_driver``, ``_begin_batch``,
``getincrementaldecoder`` and ``WriterThread`` in the Linux driver) are pinned by
``tests/shell/test_private_names.py``.
"""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import functools
import signal
import sys
from collections.abc import Callable
from typing import Any, TextIO

from textual.app import App, ComposeResult
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from course.language import _

COVERED = 0.15
"""Seconds for the empty cover to reach the terminal before we leave it."""


class Cover(Screen[None]):
    """A neutral page over everything. Any key that hid it brings the course back."""

    BINDINGS = [("enter,space", "app.hide", "")]
    DEFAULT_CSS = """
    Cover { background: $background; align: center middle; }
    Cover Static { width: auto; max-width: 100%; padding: 0 2; text-align: center; }
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Nothing about the subject."""
        yield Static(Content(self._text))

    def uncover(self) -> None:
        """Go away."""
        self.app.pop_screen()

    def say(self, text: str) -> None:
        """Another line, also where the first one is not drawn yet."""
        self._text = text
        for line in self.query(Static):
            line.update(Content(text))


class Shell(App[int]):
    """What every window of ours has, whatever it shows."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    ESCAPE_TO_MINIMIZE = False

    leaving = False

    def on_mount(self) -> None:
        """Leave tidily on every signal that asks us to."""
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.leave)

    def call_from_thread(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """The same, but nothing once the app closes: its screens are being taken apart by then."""

        def unless_gone() -> Any:
            return callback(*args, **kwargs) if self.is_running else None

        return super().call_from_thread(unless_gone)

    def leave(self) -> None:
        """Cover the screen, keep what was said, then go."""
        if not self.leaving:
            self.leaving = True
            self.settle()
            self.push_screen(Cover())
            self.run_worker(self._finish(), exclusive=True, group="leave")

    async def _finish(self) -> None:
        self.end(await self.save_covered())

    async def save_covered(self) -> str:
        """Save while the cover reaches the terminal; a sentence when it cannot be."""
        covered = asyncio.sleep(COVERED)
        not_kept, _none = await asyncio.gather(asyncio.to_thread(self.keep_all), covered)
        return not_kept

    def end(self, not_kept: str) -> None:
        """Go, and say what could not be kept where the program was started."""
        self.exit(0, return_code=1 if not_kept else 0, message=not_kept or None)

    def settle(self) -> None:
        """Hear what was typed and has not rested yet. Called when leaving, and after a crash."""

    def keep_all(self) -> str:
        """Wait until all is kept; a sentence when it cannot be. May block."""
        return ""

    async def on_key(self, event: Key) -> None:
        """The bar names letter keys by their capitals: with Caps Lock or Shift they work, too.

        (What is typed into a field never comes here.)
        """
        if len(event.key) == 1 and event.key.isupper():
            meant = self.screen.active_bindings.get(event.key.lower())
            if meant is not None:
                await self.run_action(meant.binding.action, meant.node)

    async def action_quit(self) -> None:
        """Ctrl+Q."""
        self.leave()

    def action_help_quit(self) -> None:
        """Ctrl+C is for copying elsewhere; it neither leaves nor speaks."""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy inside the program only: nothing goes to the terminal's clipboard."""
        self._clipboard = text

    def _fatal_error(self) -> None:
        try:
            self.wipe()
            self.settle()
        finally:
            self._exit_renderables.append(
                "\n".join(filter(None, (self.last_words(), self.keep_all())))
            )
            self._close_messages_no_wait()

    def wipe(self) -> None:
        """Empty each row of the terminal, as a cover would; a screen cleared whole may be kept.

        Nothing is painted after it: not even what broke while it was mounted.
        """
        self._begin_batch()
        if self._driver is not None:
            rows = range(1, self.size.height + 1)
            self._driver.write("".join(f"\x1b[{row};1H\x1b[2K" for row in rows) + "\x1b[H")
            self._driver.flush()

    def panic(self, *renderables: object) -> None:
        """Errors that draw themselves come this way; they get the same page."""
        self._fatal_error()

    def last_words(self) -> str:
        """The page after a crash: no locals, no message, only the kind of error and where."""
        kind = type(self._exception).__name__ if self._exception else ""
        return "\n".join(
            (
                _("Something in Handrail broke ({kind}).").format(kind=kind),
                _("Start it again with: handrail"),
                _("If you need help now: handrail help-now"),
            )
        )


def forgive_the_terminal() -> None:
    """Whatever it sends, and whenever it goes. Before the app runs."""
    forgive_odd_bytes()
    outlive_the_terminal()


def forgive_odd_bytes() -> None:
    """Let a byte that is not UTF-8 become a replacement mark instead of ending the program.

    Textual issue 6456, open at 8.2.8.
    """
    if sys.platform == "win32":
        return
    import textual.drivers.linux_driver as driver

    def forgiving(name: str) -> functools.partial[codecs.IncrementalDecoder]:
        return functools.partial(codecs.getincrementaldecoder(name), errors="replace")

    vars(driver)["getincrementaldecoder"] = forgiving


class ClosedAtAnyMoment:
    """A terminal's output. What is written after the terminal was closed goes nowhere.

    Else Textual's writing thread ends there, its queue fills up, and the program waits for ever:
    with a key in memory, and nobody who could see it.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if anybody is there."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """The same."""
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Where it went."""
        return self._file.fileno()


def outlive_the_terminal() -> None:
    """Let the program end in order when its window is closed, or the line is cut."""
    if sys.platform == "win32":
        return
    import textual.drivers.linux_driver as driver

    writing = vars(driver)["WriterThread"]
    vars(driver)["WriterThread"] = lambda file: writing(ClosedAtAnyMoment(file))
