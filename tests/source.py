"""The source of the course as syntax trees, for tests that look at how it is written."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
COURSE = ROOT / "course"


@dataclass(frozen=True)
class Module:
    """One file."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def name(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)

    def at(self, node: ast.AST) -> str:
        """Where a node stands, for the message of a test."""
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


@cache
def modules(*parts: str) -> tuple[Module, ...]:
    """The modules of these parts of the course (packages or single files), or of all of it."""
    roots = [COURSE / part for part in parts] or [COURSE]
    files = [file for root in roots for file in (root.rglob("*.py") if root.is_dir() else [root])]
    return tuple(_read(file) for file in sorted(files))


def _read(file: Path) -> Module:
    text = file.read_text("utf-8")
    return Module(file, ast.parse(text), text.count("\n"))


def module_of(text: str) -> Module:
    """A module that is nowhere, to try a test on."""
    return Module(ROOT / "made_up.py", ast.parse(text), text.count("\n"))


def throughout(check: Callable[[Module], Iterable[str]], *parts: str) -> list[str]:
    """What a check finds in all modules of these parts."""
    return [found for module in modules(*parts) for found in check(module)]


def imported(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Each name that is imported, wherever that happens."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""
            yield from ((node, f"{node.module}.{each.name}") for each in node.names)


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def dotted(node: ast.AST) -> str:
    """``a.b.c`` as it is written; what is not a plain name is left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def called(call: ast.Call) -> str:
    """The last word of what is called."""
    return dotted(call.func).rpartition(".")[2]


def outside_of(node: ast.AST, wrappers: Collection[str]) -> Iterator[ast.AST]:
    """The node and all below it, but for what stands inside calls of these names.

    What is only compared or asked about comes to nobody's eyes, and is left out too.
    """
    if isinstance(node, ast.Compare) or (isinstance(node, ast.Call) and called(node) in wrappers):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.IfExp) and child is node.test):
            yield from outside_of(child, wrappers)
