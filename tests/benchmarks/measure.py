"""How a figure is taken: on a real pseudo-terminal, two programs in turn, ratio by ratio.

The clock runs from just before fork and exec (or just before a key is sent) to the arrival of the
bytes after which pyte shows what was awaited. Nothing is drawn while it runs. A ratio belongs to
one run, in which both programs stood on the same machine in the same minute; the median of the
ratios is the figure, and milliseconds are only there to be read beside it.
"""

from __future__ import annotations

import compileall
import os
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.terminal import Screen, Terminal, key_bytes

Figure = Callable[[], float]  # one measurement, in the unit of its benchmark
Walk = Callable[[Terminal], None]  # the keys that lead to what is measured
Argv = Sequence[str | os.PathLike[str]]

START_LIMIT = 30.0
WARM_UPS = 2


@dataclass(frozen=True)
class Benchmark:
    """Two programs doing the same thing, and how far apart they may be."""

    name: str
    says: str
    goal: float | None
    unit: str
    ours: Figure
    theirs: Figure


@dataclass(frozen=True)
class Result:
    """What the runs of a benchmark came to."""

    benchmark: Benchmark
    ours: list[float]
    theirs: list[float]

    @property
    def ratios(self) -> list[float]:
        return [mine / other for mine, other in zip(self.ours, self.theirs, strict=True)]

    @property
    def ratio(self) -> float:
        return median(self.ratios)

    @property
    def within(self) -> bool:
        return self.benchmark.goal is None or self.ratio <= self.benchmark.goal


def run(benchmark: Benchmark, runs: int) -> Result:
    """Measure both in turn, after two turns that do not count."""
    turns = [(benchmark.ours(), benchmark.theirs()) for _ in range(WARM_UPS + runs)][WARM_UPS:]
    return Result(benchmark, [mine for mine, _ in turns], [other for _, other in turns])


def compile_bytecode(*folders: Path) -> None:
    """Compile what an installed program has compiled, or the first start would pay for all."""
    for folder in (Path(compileall.__file__).parent, *map(Path, sys.path), *folders):
        if folder.name == "site-packages" or folder in folders:
            compileall.compile_dir(folder, quiet=2)


def start(argv: Argv, awaited: str) -> float:
    """Milliseconds from the start of a program to the first time the screen shows a text."""
    pattern = re.compile(awaited)
    with Terminal(argv) as terminal:
        while time.monotonic() < terminal.started + START_LIMIT:
            terminal.listen(quiet=0.25)
            for at, screen in terminal.draw():
                if pattern.search("\n".join(screen.display)):
                    return (at - terminal.started) * 1000
        raise AssertionError(f"{awaited!r} never came:\n{terminal.framed()}")


def repaint(argv: Argv, walk: Walk, keys: Sequence[str]) -> float:
    """Milliseconds from a key to the last change of the picture it makes: the median of `keys`.

    The walk leads to the place where the keys are pressed.
    """
    with Terminal(argv) as terminal:
        walk(terminal)
        return median(_press(terminal, key) for key in keys) * 1000


def memory(argv: Argv, awaited: str) -> float:
    """MiB that a program takes once it shows a text: pages shared with others are split (PSS)."""
    with Terminal(argv) as terminal:
        terminal.wait_for(re.compile(awaited), timeout=START_LIMIT)
        terminal.listen(quiet=1)  # what is read behind the first picture counts, too
        rollup = Path(f"/proc/{terminal.pid}/smaps_rollup").read_text()
        sizes = re.search(r"^Pss: +(\d+) kB", rollup, re.MULTILINE)
        assert sizes is not None
        return int(sizes[1]) / 1024


def _press(terminal: Terminal, key: str) -> float:
    terminal.listen(quiet=0.05)
    # A random moment, so that presses don't fall in step with the program's own sixtieths.
    terminal.listen(quiet=random.uniform(0.02, 0.07))
    picture = _picture(terminal.screen)
    sent = time.monotonic()
    terminal.send(key_bytes(key))
    terminal.listen(first=2, quiet=0.15)
    changed = None
    for at, screen in terminal.draw():
        if (now := _picture(screen)) != picture:
            picture, changed = now, at
    assert changed is not None, f"{key!r} changed nothing:\n{terminal.framed()}"
    return changed - sent


def _picture(screen: Screen) -> list[list[tuple[object, ...]]]:
    """Characters with their colours: a move in a list changes nothing else."""
    return [
        [screen.buffer[row][column] for column in range(screen.columns)]
        for row in range(screen.lines)
    ]
