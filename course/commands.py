"""What the commands without a screen do. Each gives back what to print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

from course.emergency import ANYWHERE, known_region
from course.errors import HandrailError
from course.language import _, guess_region

if TYPE_CHECKING:
    from course.machine import Machine


def help_now(machine: Machine) -> str:
    """The help screen as text, with as much as can be read; never fails for want of a file."""
    from course.plan.help import Mine, my_help
    from course.plan.help_text import help_text

    region, mine = known_region(guess_region()), Mine()
    try:
        region = machine.settings.country or region
        notebook = machine.notebook
        region = notebook.settings.region or region
        mine = my_help(machine.course, notebook)
    except (HandrailError, OSError):
        pass  # what cannot be read is left out: the steps and numbers stand without it
    try:
        lines = machine.course.help_lines(region) or machine.course.help_lines(ANYWHERE)
    except (HandrailError, OSError):
        lines = ()
    return help_text(region, lines, mine)


def say(text: str) -> None:
    """Print it. A sign that this terminal cannot show must not keep back the rest."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    with _all_of_it():
        print(text.rstrip("\n"), flush=True)


def hand_on(data: bytes) -> None:
    """Give it to the program, or the file, that our output goes to."""
    with _all_of_it():
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


@contextmanager
def _all_of_it() -> Iterator[None]:
    """Raises HandrailError when not all of it could be written."""
    try:
        yield
    except BrokenPipeError:  # whoever reads has enough
        raise
    except OSError as problem:
        from course.store.disk import why

        _drop_output()
        said = _("Not all of it could be written: {why}.")
        raise HandrailError(said.format(why=why(problem))) from problem


def _drop_output() -> None:
    """What still waits to be written goes nowhere: at the end Python would try it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
