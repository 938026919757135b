"""Texts that are out to break a terminal, a screen, a file or a page: what somebody could write.

28 of them: nine in Textual's markup, twelve that a terminal would obey, seven that harm lines.
What a terminal would obey carries the number 31337, so that it can be told from what the course
itself sends.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

MARKUP = (
    "[/]",
    "[/bold]",
    "[/a][b",
    "[x] done",
    "[red]red[/red]",
    "[@click=app.quit]Sam[/]",
    "[@click='app.exit(66)']Sam[/]",
    "[link=file:///etc/passwd]x[/link]",
    "ends with \\",
)
OBEYED = (
    "\x1b]52;c;MzEzMzc=\x07",  # write into the terminal's clipboard
    "\x1b]0;31337\x07",  # give the window a title
    "\x1b]8;;http://31337.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[31337;1H",  # clear the screen, go elsewhere
    "\x1b[38;5;31337m red",
    "\x1b[6n\x1b[31337c",  # ask where the cursor is, and who is there
    "\x1bc 31337 reset",
    "\x1bP+q31337\x1b\\",
    "\x1b[?31337h\x1b[?1049l",  # leave the alternate screen
    "\x9b31337m\x9d0;31337\x9c",  # the same in one sign (C1)
    "bell\x07 back\x08 form\x0c return\r 31337\x7f",
    "nul\x00 shift\x0e in\x0f 31337",
)
LINES = (
    "\u202eevil\u202c \u2066in\u2069 \ufeff",  # marks that reorder
    "half a sign \ud800, and none \uffff \ue000",
    "one\r\ntwo\rthree\u2028four\u2029five\x85six",
    "a\tb\t\tc   d",
    "w" * 300,
    "😀 👨‍👩‍👧 e\u0301 \u0f73\u0f71 " + "\u0300" * 40,
    "\u05d0\u05dc\u05e3 \u0645\u0631\u062d\u0628\u0627 {when} %s $text &amp; <b>",
)
HOSTILE = (*MARKUP, *OBEYED, *LINES)


def dealt(start: int = 0) -> Iterator[str]:
    """All of them again and again, from one of them on."""
    return islice(cycle(HOSTILE), start % len(HOSTILE), None)
