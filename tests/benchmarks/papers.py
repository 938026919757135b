"""What a paper costs: the command beside a bare Typst compile, and a full plan beside it warm."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

from course.machine import Machine
from course.paper.making import made
from course.plan.build import build
from tests.benchmarks import bare_paper
from tests.paper.notebooks import MADE, filled
from tests.plan.test_lines import OURS

HANDRAIL = Path(sys.executable).with_name("handrail")
BARE = Path(bare_paper.__file__)


class Papers:
    """A home with a notebook in which every list is filled."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home, self._numbers = folder, folder / "home", count()
        folder.mkdir()
        machine = Machine(self.home, (), lambda: datetime.now(UTC), Random(1))
        machine.keep_here().keep(filled())
        assert machine.close() == ""
        self._source = folder / "words.typ"
        self._source.write_text(bare_paper.WORDS)
        self._fonts = bare_paper.fonts()
        self._plan = build(OURS, filled(), "plan", today=MADE.date(), region="UK")

    def command(self) -> float:
        """Milliseconds of ``handrail plan --pdf FILE``, from start to end."""
        return _timed(lambda: _run([HANDRAIL, "--home", self.home, "plan", "--pdf", self._file()]))

    def bare_command(self) -> float:
        """Milliseconds of a bare program that sets two pages of words."""
        return _timed(lambda: _run([sys.executable, "-P", BARE, self._file()]))

    def warm(self) -> float:
        """Milliseconds of a full plan with a new word, in a program that made one before."""
        plan = replace(self._plan, name=f"Sam {next(self._numbers)}")  # else all is remembered
        return _timed(lambda: made(plan, paper="plan", form="pdf", sheet="a4", at=MADE))

    def bare_warm(self) -> float:
        """Milliseconds of two pages of words in a program that made some before."""
        self._source.write_text(bare_paper.WORDS + f"{next(self._numbers)}")  # nothing remembered
        return _timed(lambda: bare_paper.two_pages(self._source, self._fonts))

    def _file(self) -> Path:
        return self.folder / f"{next(self._numbers)}.pdf"


def _run(argv: list[str | Path]) -> None:
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)


def _timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000
