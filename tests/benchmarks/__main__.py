"""Measure Handrail against bare Textual and print a table of ratios.

    uv run python -m tests.benchmarks                    everything, 15 runs of each
    uv run python -m tests.benchmarks --only home        the benchmarks whose name holds a word
    uv run python -m tests.benchmarks -n 31 --json FILE  more runs, and every figure into a file

On a noisy machine a single ratio says little; the median of fifteen moves by some 0.05.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.benchmarks import handouts
from tests.benchmarks.measure import (
    Argv,
    Benchmark,
    Result,
    compile_bytecode,
    memory,
    repaint,
    run,
    start,
)
from tests.benchmarks.papers import Papers
from tests.benchmarks.stalls import Stalls
from tests.benchmarks.store import Locked
from tests.terminal import Terminal

CHECKOUT = Path(__file__).parents[2]
LESSON = next((CHECKOUT / "lessons" / "en").glob("*-cured-or-sober.md"))
HANDRAIL = Path(sys.executable).with_name("handrail")
BARE: Argv = [sys.executable, "-P", Path(__file__).with_name("baseline.py")]

MOVES = ["down", "up"] * 4
LETTERS = list("handrail")
TURNS = ["right", "right", "left", "left"] * 2  # reading pages; a question comes later

ONE_OF_MANY = """+++
title = "Lesson {number}"
summary = "One of many, to see whether the way home grows longer."
minutes = 15
+++
{steps}
::: choose many-{number}

What was that?

- [x] A lesson {{#lesson}}
  > Yes, one of many.
- [ ] A song {{#song}}
  > Close. It had words.

:::
"""
STEP = (
    "\n## Step {number}\n\n" + "Words to read, about as many as there are in a lesson. " * 8 + "\n"
)


def title(lesson: Path) -> str:
    """Return a pattern for the title of a lesson, wherever a row of the screen ends in it."""
    settings = tomllib.loads(lesson.read_text().split("+++")[1])
    return r"\s+".join(map(re.escape, settings["title"].split()))


def first_heading(lesson: Path) -> str:
    """Return a pattern for the heading of a lesson's first page, which stands nowhere else."""
    heading = re.search(r"^## (.+?) *(\{#[\w-]+\})?$", lesson.read_text(), re.MULTILINE)
    assert heading is not None
    return r"\s+".join(map(re.escape, heading[1].split()))


def write_many_lessons(folder: Path, count: int) -> Path:
    """Fill a folder with lessons of the usual length."""
    folder.mkdir()
    steps = "".join(STEP.format(number=number) for number in range(1, 9))
    for number in range(count):
        text = ONE_OF_MANY.format(number=number, steps=steps)
        (folder / f"{number + 100}-many-{number}.md").write_text(text)
    return folder


def choose_to_keep(home: Path) -> None:
    """Answer the questions of the first start, so that the next one leads to the path."""
    with Terminal([HANDRAIL, "--home", home]) as terminal:
        terminal.wait_for("How do you want to take it?")
        terminal.press("3", "enter")
        terminal.wait_for("Your path")
        terminal.wait_for("Saved")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0, terminal.framed()


def to_the_path(terminal: Terminal) -> None:
    """Wait for Home, and for the part of it that is read behind the first picture."""
    terminal.wait_for(re.compile(title(LESSON)))
    terminal.settle()


def to_a_page(terminal: Terminal) -> None:
    """Wait for the first page of the lesson."""
    terminal.wait_for(re.compile(first_heading(LESSON)))


def to_a_question(terminal: Terminal) -> None:
    """Turn the pages of the lesson until there are answers to choose from."""
    to_a_page(terminal)
    for _ in range(20):
        terminal.settle()
        if re.search(r"\( \)|\[ \]", terminal.text):
            return
        terminal.press("right")
    raise AssertionError(f"no question came:\n{terminal.framed()}")


def to_a_field(terminal: Terminal) -> None:
    """Go to where one's own words are typed."""
    terminal.wait_for("card for a hard day")
    terminal.press("right")
    terminal.wait_for("stay well for")
    terminal.press("tab")


def to_the_bare_list(terminal: Terminal) -> None:
    """Wait for the list of the baseline."""
    terminal.wait_for("Item 12")


def to_the_bare_field(terminal: Terminal) -> None:
    """Wait for the field of the baseline."""
    terminal.wait_for("Type here")


def to_the_bare_page(terminal: Terminal) -> None:
    """Wait for the first page of the baseline."""
    terminal.wait_for("Hello, world")


def benchmarks(folder: Path) -> list[Benchmark]:
    """Everything there is to measure, with the goals the project set itself."""
    choose_to_keep(folder / "kept")
    many = write_many_lessons(folder / "many", 197)
    first, page = title(LESSON), first_heading(LESSON)
    locked, papers = Locked(folder / "locked"), Papers(folder / "papers")
    stalls = Stalls(folder / "stalls")

    def ours(*arguments: str | Path) -> Argv:
        """Handrail, in a home of its own for each run: it comes back to where it was left."""
        home = Path(tempfile.mkdtemp(dir=folder))
        shutil.copytree(folder / "kept", home, dirs_exist_ok=True)
        return [HANDRAIL, "--home", home, *arguments]

    return [
        Benchmark(
            "home",
            "start, to the path with its titles",
            1.4,
            "ms",
            lambda: start(ours(), first),
            lambda: start(BARE, "Hello, world"),
        ),
        Benchmark(
            "lesson",
            "start, into a lesson",
            1.7,
            "ms",
            lambda: start(ours("lesson", "cured-or-sober"), page),
            lambda: start(BARE, "Hello, world"),
        ),
        Benchmark(
            "move",
            "a move among the answers of a question",
            1.5,
            "ms",
            lambda: repaint(ours("lesson", "cured-or-sober"), to_a_question, MOVES),
            lambda: repaint([*BARE, "list"], to_the_bare_list, MOVES),
        ),
        Benchmark(
            "path",
            "a move on the path, its summary included",
            1.5,
            "ms",
            lambda: repaint(ours(), to_the_path, MOVES),
            lambda: repaint([*BARE, "list"], to_the_bare_list, MOVES),
        ),
        Benchmark(
            "letter",
            "a typed letter",
            1.5,
            "ms",
            lambda: repaint(ours("lesson", "quick-start"), to_a_field, LETTERS),
            lambda: repaint([*BARE, "field"], to_the_bare_field, LETTERS),
        ),
        Benchmark(
            "page",
            "a page turned",
            1.5,
            "ms",
            lambda: repaint(ours("lesson", "cured-or-sober"), to_a_page, TURNS),
            lambda: repaint([*BARE, "page"], to_the_bare_page, TURNS),
        ),
        Benchmark(
            "many",
            "start with 197 more lessons, against without",
            1.3,
            "ms",
            lambda: start(ours("--lessons", many), first),
            lambda: start(ours(), first),
        ),
        Benchmark(
            "sealed",
            "a sealed save, against write, fsync and rename",
            2.0,
            "ms",
            locked.save,
            locked.bare_save,
        ),
        Benchmark(
            "unlock",
            "unlocking, against its derivation alone",
            1.2,
            "ms",
            locked.unlock,
            locked.derive,
        ),
        Benchmark(
            "paper",
            "handrail plan --pdf, against a bare Typst",
            2.0,
            "ms",
            papers.command,
            papers.bare_command,
        ),
        Benchmark(
            "warm",
            "a full plan, a bare two pages: warm, one word new",
            2.0,
            "ms",
            papers.warm,
            papers.bare_warm,
        ),
        Benchmark(
            "stall-1",
            "the longest stall of an unlock (goal 20 ms)",
            None,
            "ms",
            stalls.unlocking,
            stalls.at_rest,
        ),
        Benchmark(
            "stall-2",
            "the longest stall of a sealed save (same)",
            None,
            "ms",
            stalls.saving,
            stalls.at_rest,
        ),
        Benchmark(
            "handouts",
            "longest stall while 30 papers are made",
            1.0,
            "ms",
            lambda: handouts.longest_stall(folder),
            lambda: handouts.ALLOWED,
        ),
        Benchmark(
            "memory",
            "memory at home",
            None,
            "MiB",
            lambda: memory(ours(), "Your path"),
            lambda: memory(BARE, "Hello, world"),
        ),
    ]


HEADINGS = (
    f"{'':9}{'':46}{'ratio':>6}  {'min..max':<12} {'goal':>5}   {'Handrail':>10}  {'against':>10}"
)


def row(result: Result) -> str:
    """A result as a row of the table."""
    mark = result.benchmark
    spread = f"{min(result.ratios):.2f}..{max(result.ratios):.2f}"
    goal = "-" if mark.goal is None else f"{mark.goal:.1f}"
    ours, theirs = (f"{median(side):.1f} {mark.unit}" for side in (result.ours, result.theirs))
    over = "" if result.within else "  OVER"
    return (
        f"{mark.name:9}{mark.says:46}{result.ratio:6.2f}  {spread:<12} {goal:>5}"
        f"   {ours:>10}  {theirs:>10}{over}"
    )


def written(result: Result) -> dict[str, object]:
    """A result as it is kept in a file."""
    mark = result.benchmark
    return {
        "name": mark.name,
        "unit": mark.unit,
        "goal": mark.goal,
        "ratio": result.ratio,
        "ratios": result.ratios,
        "ours": result.ours,
        "theirs": result.theirs,
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("-n", type=int, default=15, metavar="RUNS", help="runs of each (15)")
    parser.add_argument("--only", default="", metavar="NAME", help="those whose name holds this")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every figure here")
    options = parser.parse_args(argv)
    compile_bytecode(CHECKOUT / "course")
    print(
        f"Python {platform.python_version()}, Textual {version('textual')}, 80x24; "
        f"median of {options.n} ratios, taken in turn"
    )
    print(HEADINGS)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in benchmarks(Path(folder)):
            if options.only in benchmark.name:
                results.append(run(benchmark, options.n))
                print(row(results[-1]), flush=True)
    if options.json:
        options.json.write_text(json.dumps([written(result) for result in results], indent=1))


if __name__ == "__main__":
    main()
