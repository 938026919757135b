"""Promises about how the course is built, kept by looking at its source and at what it imports."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Collection, Iterator

import pytest

from tests.source import COURSE, ROOT, Module, called, calls, dotted, imported, modules, throughout

LOWER = ("content", "notebook", "plan", "session", "store", "paper", "plain")
PURE = ("session", "notebook", "plan", "content")

HEAVY = {"pydantic", "pydantic_core", "markdown_it", "mdit_py_plugins", "typst", "tomli_w", "nacl"}
NETWORK = {
    *("socket", "socketserver", "ssl", "select", "selectors", "urllib", "http", "ftplib"),
    *("smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "webbrowser", "cgi"),
    *("requests", "httpx", "aiohttp", "urllib3", "websockets", "grpc", "zmq", "telnetlib3"),
}


def brought_in(statement: str) -> set[str]:
    """The packages that are there once this has run in an interpreter of its own."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def importing(names: Collection[str]) -> str:
    return "\n".join(f"import {name}" for name in names)


# Arrows between the parts


@pytest.mark.parametrize("layer", LOWER)
def test_nothing_below_the_screens_knows_them(layer: str) -> None:
    names = [module.name.removesuffix(".__init__") for module in modules(layer)]
    assert brought_in(importing(names)) & {"textual", "rich"} == set()


@pytest.mark.parametrize("name", ["course.cli", "course.content.heads", "course.places"])
def test_the_way_to_the_first_frame_carries_nothing_heavy(name: str) -> None:
    assert brought_in(importing([name])) & (HEAVY | {"textual", "rich", "platformdirs"}) == set()


def test_the_first_screens_wait_for_nothing_they_do_not_paint() -> None:
    first = ("course.ui.app", "course.ui.screens.home", "course.ui.screens.start")
    assert brought_in(importing(first)) & HEAVY == set()


def test_a_page_of_a_lesson_waits_for_no_checking_of_what_was_said() -> None:
    page = ("course.content.glimpse", "course.session.walk", "course.ui.screens.early_lesson")
    assert brought_in(importing(page)) & HEAVY == {"markdown_it"}


def test_help_needs_nothing_but_itself_and_the_language() -> None:
    code = "import course.emergency, sys\nprint(*[n for n in sys.modules if n[:7] == 'course.'])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == {"course.emergency", "course.language"}


PRINT_SERVICE = "course.paper.printing.ipp"
"""Speaks to this computer's print service, and to nobody else: see its tests."""


def test_no_network_code_but_for_the_print_service_of_this_computer() -> None:
    def found(module: Module) -> Iterator[str]:
        for _node, name in imported(module.tree):
            if name.partition(".")[0] in NETWORK:
                yield f"{module.name} imports {name}"

    allowed = ("http.client", "http.client.HTTPConnection", "http.client.HTTPException")
    allowed += ("socket", "socket.AF_UNIX", "socket.socket")
    assert throughout(found) == [f"{PRINT_SERVICE} imports {name}" for name in allowed]


def test_no_network_code_is_loaded_before_something_is_printed() -> None:
    brought = brought_in("import course.machine, course.paper.printing, course.plan.printing")
    assert brought & {"http", "socket", "subprocess", "concurrent"} == set()


def test_time_and_dice_come_from_outside() -> None:
    asked = {"now", "today", "utcnow", "fromtimestamp", "urandom", "SystemRandom"}

    def found(module: Module) -> Iterator[str]:
        for node, name in imported(module.tree):
            whole = name == "random" and isinstance(node, ast.Import)
            dice = whole or (name.startswith("random.") and name != "random.Random")
            if dice or name.partition(".")[0] in {"time", "uuid", "secrets", "os"}:
                yield f"{module.at(node)} imports {name}"
        for call in calls(module.tree):
            name = dotted(call.func)
            given = name.startswith("self.") or (called(call) == "Random" and call.args)
            if called(call) in {*asked, "Random"} and not given:
                yield f"{module.at(call)} calls {name}"

    assert throughout(found, *PURE) == []


# How it is written


def test_modules_are_named_for_what_they_hold_or_do() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "types"}
    assert [
        module.name for module in modules() if vague & set(re.split(r"[._]", module.name))
    ] == []


def test_modules_open_with_a_sentence_and_are_short() -> None:
    assert [module.name for module in modules() if not ast.get_docstring(module.tree)] == []
    assert [module.name for module in modules() if module.lines >= 250] == []


def test_no_error_is_caught_that_was_not_thought_of() -> None:
    broad = {"Exception", "BaseException"}

    def found(module: Module) -> Iterator[str]:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler):
                caught = names(node.type) if node.type else broad
            else:
                caught = names(node) if _suppresses(node) else set()
            if caught & broad:
                yield module.at(node)

    assert throughout(found) == []


def _suppresses(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and called(node) == "suppress"


def names(node: ast.AST) -> set[str]:
    """The plain names in it."""
    return {found.id for found in ast.walk(node) if isinstance(found, ast.Name)}


def test_no_colour_is_written_outside_the_themes() -> None:
    hexes = re.compile(r"#[0-9a-fA-F]{3,8}\b")
    files = [*(COURSE / "ui").rglob("*.py"), *(COURSE / "ui").rglob("*.tcss")]
    lines = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in files
        if file.name != "themes.py"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if any(not found.group().isalpha() for found in hexes.finditer(line))
    ]
    assert lines == []
