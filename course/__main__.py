"""``python -m course`` and the command ``handrail``."""

from __future__ import annotations

import gc
import os
import sys

_TO_A_BROWSER = "textual.drivers.web_driver:WebDriver"
"""The driver that textual-serve asks for. It speaks to two pipes, and to nothing else."""
_SERVED = {
    "TEXTUAL_DRIVER": "course.ui.served:ServedDriver",
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
}


def scrub_environment() -> None:
    """Drop what would make Textual log keys, take pictures or run elsewhere; set what we need.

    Must run before Textual is first imported. A course that is served to a browser gets our driver
    for it; no other can be asked for.
    """
    served = os.environ.get("TEXTUAL_DRIVER") == _TO_A_BROWSER
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.update(_SERVED if served else {})
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # composed characters get lost in some terminals
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # looking for them reads every package


def main() -> None:
    """Run the command line, with the real clock and real dice, and leave with its exit code."""
    scrub_environment()
    sys.setswitchinterval(0.0005)  # the thread that writes to the terminal never waits long
    gc.disable()  # until the first screen stands: start-up makes no garbage worth looking for
    from datetime import UTC, datetime
    from random import SystemRandom

    from course import cli

    sys.exit(cli.main(sys.argv[1:], now=lambda: datetime.now(UTC), rng=SystemRandom()))


if __name__ == "__main__":
    main()
