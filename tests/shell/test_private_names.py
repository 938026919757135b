"""The private names of Textual that the course relies upon. An upgrade that drops one fails here.

Which ones they are is read off the source, so a new one is noticed: it is used on something that
is not ours, or a class of ours and the class of Textual that it comes from both have it. The latter
also finds what a new Textual happens to call as we do, and which would break us in silence.
"""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

import pytest
import textual.drivers.linux_driver as driver
import textual.reactive
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, TextArea

from course.text import LIMIT
from course.ui.shell import Shell
from course.ui.themes import DARK
from course.ui.widgets.field import Area, Field
from tests.hostile import OBEYED
from tests.source import Module, called, calls, imported, module_of, modules, throughout

METHODS = {
    "_fatal_error": App,  # what a crash shows
    "_close_messages_no_wait": App,  # leaves after a crash
    "_begin_batch": App,  # stops all painting
    "_replace_via_keyboard": TextArea,  # where the limit of a text is kept
}
ATTRIBUTES = {
    "_exit_renderables": "what is printed after the last screen",
    "_clipboard": "what was copied inside",
    "_exception": "what crashed",
    "_driver": "the way to the terminal",
}
BY_NAME_ALONE = {"_watch_highlighted"}
"""Called by Textual because they are called so."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def names_of(tree: ast.AST) -> set[str]:
    """The private names of the classes in it: what they define, and what they set on anything."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()):
                found.add(name)
            case ast.ClassDef(body=body):
                found |= {target.id for each in body for target in _targets(each)}
    return set(filter(is_private, found))


def _targets(node: ast.AST) -> list[ast.Name]:
    """What is set in the body of a class."""
    targets = getattr(node, "targets", [getattr(node, "target", None)])
    return [each for each in targets if isinstance(each, ast.Name)]


def foreign(ours: Iterable[Module]) -> set[str]:
    """Private names that are used and defined nowhere by us."""
    used, defined = set[str](), set[str]()
    for module in ours:
        defined |= names_of(module.tree)
        used |= {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    return set(filter(is_private, used)) - defined


@cache
def names_in(kind: type) -> frozenset[str]:
    """The private names of a class that is not ours."""
    try:
        source = textwrap.dedent(inspect.getsource(kind))
    except (OSError, TypeError):  # not written in Python
        return frozenset(vars(kind))
    return frozenset(names_of(ast.parse(source)) | set(vars(kind)))


def shared(ours: type, tree: ast.ClassDef) -> set[str]:
    """Private names that a class of ours and one that it comes from both have."""
    bases = [base for base in ours.__mro__ if not base.__module__.startswith(("course.", "tests."))]
    return names_of(tree) & set().union(*map(names_in, bases))


def classes() -> Iterator[tuple[type, ast.ClassDef]]:
    for module in modules():
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef):
                yield getattr(import_module(module.name), node.name), node


def test_all_that_we_rely_upon_stand_above() -> None:
    relied = foreign(modules()).union(*(shared(*each) for each in classes()))
    assert relied == {*METHODS, *ATTRIBUTES}


def test_what_textual_calls_by_its_private_name_stands_above() -> None:
    private_watchers = {
        name for _kind, tree in classes() for name in names_of(tree) if name.startswith("_watch_")
    }
    assert private_watchers == BY_NAME_ALONE
    assert 'f"_watch_{name}"' in inspect.getsource(textual.reactive)


def test_nothing_is_taken_from_a_private_module() -> None:
    def found(module: Module) -> Iterator[str]:
        for node, name in imported(module.tree):
            ours = name.startswith("course.") or name == "course.language._"
            if not ours and any(map(is_private, name.split("."))):
                yield module.at(node)

    assert throughout(found) == []


def test_a_private_name_is_not_hidden_in_a_text() -> None:
    def found(module: Module) -> Iterator[str]:
        for call in calls(module.tree):
            for given in call.args if called(call) in ("getattr", "setattr", "hasattr") else ():
                if isinstance(given, ast.Constant) and is_private(str(given.value)):
                    yield module.at(call)

    assert throughout(found) == []


def test_a_name_that_is_not_ours_is_found() -> None:
    source = "class A:\n def _ours(self):\n  self._set = self._ours() + self._set + self._theirs"
    assert foreign([module_of(source)]) == {"_theirs"}


def test_a_name_that_textual_has_too_is_found() -> None:
    class Mine(Input):
        def _on_paste(self, event: Paste) -> None:
            self._mine = self._suggestion = ""

    tree = ast.parse(textwrap.dedent(inspect.getsource(Mine))).body[0]
    assert isinstance(tree, ast.ClassDef)
    assert shared(Mine, tree) == {"_on_paste", "_suggestion"}


@pytest.mark.parametrize("name", METHODS)
def test_textual_still_has_the_method(name: str) -> None:
    assert callable(getattr(METHODS[name], name))


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_textual_still_has_the_attribute(name: str) -> None:
    assert name in names_in(App)
    assert hasattr(Shell(), name)


def test_a_crash_still_goes_through_the_methods_we_replace() -> None:
    source = inspect.getsource(App._handle_exception)
    assert "self._fatal_error()" in source
    assert "self.panic(" in source


def test_what_is_printed_last_is_still_what_we_put_there() -> None:
    assert "self._exit_renderables" in inspect.getsource(App._print_error_renderables)


def test_the_driver_still_decodes_with_the_name_we_replace() -> None:
    assert 'getincrementaldecoder("utf-8")' in inspect.getsource(driver.LinuxDriver)


def test_the_driver_still_writes_with_the_thread_we_wrap() -> None:
    assert "= WriterThread(self._file)" in inspect.getsource(driver.LinuxDriver)


def test_a_key_still_comes_to_the_app_first_and_says_whether_it_went_round() -> None:
    assert isinstance(Message.is_forwarded, property)
    assert "not event.is_forwarded" in inspect.getsource(App.on_event)


def test_textual_still_hears_the_switches_we_set() -> None:
    tell = """
from course.__main__ import scrub_environment
scrub_environment()
from textual import constants
print(constants.DISABLE_KITTY_KEY, constants.TEXTUAL_ANIMATIONS)
"""
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "none"]


class Fields(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield Field()
        yield Area()

    def show_status(self) -> None:
        pass


@pytest.mark.parametrize("kind", [Field, Area])
async def test_what_is_pasted_still_goes_through_our_hands_first(
    kind: type[Field | Area], quick_pilot: None
) -> None:
    """Textual's own handlers take the text that ours have left in the event."""
    async with Fields().run_test() as pilot:
        field = pilot.app.query_one(kind)
        field.focus()
        for text in ("a", *OBEYED, "w" * LIMIT):
            field.post_message(Paste(text))
            await pilot.pause()
        held = field.value if isinstance(field, Field) else field.text
    assert len(held) == LIMIT
    assert held.startswith("a")
    assert [sign for sign in held if not sign.isprintable() and sign != "\n"] == []
