"""Served to a browser: papers arrive there whole, and nothing is printed or saved at the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from random import Random

import pikepdf
import pytest
from textual._binary_encode import load

from course.machine import Machine
from course.paper_commands import made_plan
from course.store.form import to_bytes
from tests.openers import Opener
from tests.paper.print_server import wait_until
from tests.served import DRIVER, PIECE
from tests.terminal import Terminal
from tests.ui.filled import notebook

SERVED = [sys.executable, "-m", "tests.served"]


def test_a_paper_arrives_whole_and_neither_printer_nor_disk_of_the_server_is_offered(
    home: Path, tmp_path: Path
) -> None:
    (home / "notebook").mkdir(parents=True)
    (home / "notebook" / "notebook-00000001.toml").write_bytes(to_bytes(notebook("US")))
    fetched = tmp_path / "fetched"
    fetched.mkdir()
    path = f"{Opener(tmp_path / 'bin', 'xdg-open').folder}:{os.environ['PATH']}"
    env = {"PATH": path, "DISPLAY": ":9", "TERM": "dumb", "COLORTERM": None}
    with Terminal([*SERVED, fetched, "--home", home], env=env) as terminal:
        terminal.wait_for("Your path")
        terminal.press("r")
        terminal.wait_for("Form PDF")  # what Home does with Enter is called Open, too
        terminal.wait_for("Enter Open")
        for unfit in ("P Print", "Enter Save", "Where"):
            assert unfit not in terminal.text
        terminal.press("1", "enter")
        terminal.wait_for("It opens in a page of its own.")
        assert "O Open" not in terminal.text
        wait_until(lambda: terminal.text and [*fetched.glob("*.whole")])  # it is fetched in pieces
        terminal.press("p", "o", "w", "ctrl+q")  # the first three are no keys here
        assert terminal.exit_code() == 0
        assert b"38;2;" in terminal.raw  # all colours, whatever the server's own terminal has
    (announced,) = (json.loads(file.read_text()) for file in fetched.glob("*.json"))
    assert Path(announced["path"]).name == "plan.pdf"
    assert (announced["open_method"], announced["mime_type"]) == ("browser", "application/pdf")
    (whole,) = fetched.glob("*.whole")
    assert len(whole.read_bytes()) > PIECE
    assert whole.read_bytes() == made_then(home, whole)
    assert [*home.glob("*.pdf")] == []


def made_then(home: Path, paper: Path) -> bytes:
    """The plan, as the command would have made it at the moment that stands in the paper."""
    with pikepdf.open(paper) as pdf:
        stamp = str(pdf.docinfo["/CreationDate"])
    at = datetime.strptime(stamp.removeprefix("D:").removesuffix("Z") + "+0000", "%Y%m%d%H%M%S%z")
    machine = Machine(home, (), lambda: at, Random(7))
    return made_plan(machine, paper="plan", form="pdf", sheet=None)[0].data


ALL_AT_ONCE = """
import asyncio, threading
from course.ui.served import ServedDriver
from course.ui.shell import Shell

def often(write, *what):
    for _ in range(40):
        write(*what)

async def all_at_once():
    driver = ServedDriver(Shell())
    paints = threading.Thread(target=often, args=(driver.write, "p" * 30_000))
    tells = threading.Thread(target=often, args=(driver.write_meta, {"m": "m" * 9_000}))
    paints.start()
    tells.start()
    often(driver.write_binary_encoded, ("piece", b"f" * 70_000))
    paints.join()
    tells.join()

asyncio.run(all_at_once())
"""


def test_what_is_painted_never_gets_into_a_file_that_is_fetched_at_the_same_time() -> None:
    pipe, command = subprocess.PIPE, [sys.executable, "-c", ALL_AT_ONCE]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as program:
        assert program.stdout
        found = Counter[bytes]()
        while kind := program.stdout.read(1):
            data = program.stdout.read(int.from_bytes(program.stdout.read(4), "big"))
            found[kind] += 1
            if kind == b"D":
                assert data == b"p" * 30_000
            elif kind == b"M":
                assert json.loads(data) == {"m": "m" * 9_000}
            else:
                assert load(data) == ("piece", b"f" * 70_000)
    assert found == {b"D": 40, b"M": 40, b"P": 40}


SWITCHES = ("LOG", "PRESS", "DEBUG", "SCREENSHOT", "SCREENSHOT_LOCATION", "FPS", "DEVTOOLS_HOST")
LEFT = """
import os
from course.__main__ import scrub_environment
scrub_environment()
for name, value in sorted(os.environ.items()):
    if "TEXTUAL" in name:
        print(name, value)
"""
OURS = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_DISABLE_KITTY_KEY": "1"}
TO_A_BROWSER = {
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
    "TEXTUAL_DRIVER": "course.ui.served:ServedDriver",
}


@pytest.mark.parametrize(
    ("driver", "left"),
    [
        (DRIVER, OURS | TO_A_BROWSER),
        (f"my.{DRIVER}", OURS),
        (f"{DRIVER}s", OURS),
        ("textual.drivers.headless_driver:HeadlessDriver", OURS),
    ],
)
def test_of_textuals_switches_only_the_way_to_a_browser_counts(
    driver: str, left: dict[str, str]
) -> None:
    others = {"TEXTUAL": "devtools,debug", **{f"TEXTUAL_{name}": "1" for name in SWITCHES}}
    done = subprocess.run(
        [sys.executable, "-c", LEFT],
        env={**os.environ, **others, "TEXTUAL_DRIVER": driver, "TEXTUAL_COLOR_SYSTEM": "standard"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert dict(line.split() for line in done.stdout.splitlines()) == left
