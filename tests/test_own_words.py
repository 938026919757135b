"""A learner's words never reach a screen as markup, nor with anything a terminal would obey."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.source import Module, called, calls, module_of, modules, outside_of, throughout

PAINTERS = {
    *("Content", "Static", "Label", "Piece", "styled", "assemble", "Button", "Option"),
    *("notify", "tell", "update", "append_text", "OptionList", "Text"),
}
CLEANERS = {"own", "shown", "shown_line", "line_content", "prose_pieces", "len"}
OWN_WORDS = {"text", "cells", "fields"}


def test_nothing_is_read_as_markup() -> None:
    def found(module: Module) -> Iterator[str]:
        for call in calls(module.tree):
            asked = any(
                word.arg == "markup" and not _is_false(word.value) for word in call.keywords
            )
            if asked or called(call) in {"from_markup", "render_markup", "to_content"}:
                yield module.at(call)

    assert throughout(found, "ui") == []


def _is_false(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def test_no_bare_text_is_handed_to_a_widget_that_reads_markup() -> None:
    """``Static("[b]…")`` is markup; ``Static(Content(…))`` is not."""
    reads_markup = {"Static", "Label", "Button", "Checkbox", "RadioButton", "Option"}

    def found(module: Module) -> Iterator[str]:
        for call in calls(module.tree):
            for given in call.args[:1] if called(call) in reads_markup else ():
                if isinstance(given, ast.JoinedStr | ast.BinOp | ast.Attribute | ast.Subscript):
                    yield module.at(call)

    assert throughout(found, "ui") == []


def painted_bare(module: Module) -> list[str]:
    """Where a notebook's words are given to something that paints, and not cleaned on the way."""
    return [
        f"{module.at(node)} paints .{node.attr} without own() or shown()"
        for call in calls(module.tree)
        if called(call) in PAINTERS
        for given in [*call.args, *(word.value for word in call.keywords)]
        for node in outside_of(given, CLEANERS)
        if isinstance(node, ast.Attribute) and node.attr in OWN_WORDS
    ]


def test_a_learners_words_are_cleaned_before_they_are_painted() -> None:
    assert throughout(painted_bare, "ui") == []


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("Content(item.text)", 1),
        ("Piece(Content('x' + item.text), gap=0)", 2),
        ("Content.styled(row.cells['when'], 'bold')", 1),
        ("app.notify(message=answer.text)", 1),
        ("Content(shown(item.text))", 0),
        ("Piece(own(item.text))", 0),
        ("session.answer(item.text)", 0),
        ("Content(_('On') if item.text else _('Skip'))", 0),
    ],
)
def test_words_that_are_painted_bare_are_found(line: str, bare: int) -> None:
    assert len(painted_bare(module_of(line))) == bare


def test_by_lines_everything_is_said_through_one_door() -> None:
    uses = [
        module.at(node)
        for module in modules("plain")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"say_line", "ask_line"}
    ]
    assert {use.partition(":")[0] for use in uses} == {"course/plain/talk.py"}
    assert not [
        c for m in modules("plain") for c in calls(m.tree) if called(c) in ("print", "input")
    ]
