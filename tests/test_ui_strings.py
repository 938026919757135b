"""Every word that the program itself says to a person can be translated.

A literal with letters that is handed to something that shows it must stand in ``_``, ``N_`` or
``ngettext``. Marks, key names and styles are not words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.source import Module, called, calls, module_of, outside_of, throughout

SPEAKING = (
    *("ui", "plain", "store", "paper", "plan"),
    *("authors.py", "cli.py", "commands.py", "custody.py", "machine.py", "notebook_commands.py"),
    *("preview.py", "print_command.py", "settings_file.py"),
)
TRANSLATED = {"_", "N_", "ngettext"}
HARMLESS = TRANSLATED | {"format", "strftime", "get", "join", "ljust", "rstrip", "strip"}

FIRST_ARGUMENT = {
    *("Static", "Label", "Button", "Content", "styled", "own", "say", "ask", "notify", "tell"),
    *("pick", "number", "numbers", "print", "Words", "Piece"),
}
"""What shows its first argument."""
ALL_ARGUMENTS = {"assemble"}
KEYWORDS = {
    *("description", "tooltip", "help", "epilog", "placeholder", "border_title"),
    *("border_subtitle", "label", "title", "kicker", "footer", "aside"),
}
ERRORS = {
    *("HandrailError", "NotSaved", "Damaged", "TooNew", "Conflict", "PaperError", "StoreError"),
    *("NoDoor", "Taken", "TooLittleMemory"),
}

NOT_WORDS = re.compile(
    r"F\d+|(Ctrl|Shift|Alt)\+\S+|Enter|Esc|Tab|Space|Left|Right|Up|Down|Home|End|Handrail|handrail"
    r"|\$[\w-]+|\{\w*\}|[a-z]+_[a-z_]+|https?:\S+"
)


def is_word(text: str) -> bool:
    """Whether there are letters left when what is no word was taken out."""
    return re.search(r"[^\W\d_]{2}", NOT_WORDS.sub("", text)) is not None


def literals(node: ast.AST) -> Iterator[ast.Constant]:
    """The literals with words in them that nobody will translate."""
    for each in outside_of(node, HARMLESS):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and is_word(each.value):
            yield each


def shown_by(call: ast.Call) -> Iterator[ast.AST]:
    """What of a call a person gets to see."""
    name = called(call)
    if name in FIRST_ARGUMENT | ERRORS:
        yield from call.args[:1]
    elif name in ALL_ARGUMENTS:
        for given in call.args:
            yield given.elts[0] if isinstance(given, ast.Tuple) and given.elts else given
    elif name == "Binding":
        yield from call.args[2:3]
    yield from (word.value for word in call.keywords if word.arg in KEYWORDS)


def directly(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of what is shown that are text: a literal, an f-string, either of two."""
    match node:
        case ast.Constant() | ast.JoinedStr():
            yield node
        case ast.IfExp():
            yield from (*directly(node.body), *directly(node.orelse))
        case ast.BoolOp():
            for each in node.values:
                yield from directly(each)
        case ast.BinOp():
            yield from (*directly(node.left), *directly(node.right))


def test_words_are_told_from_marks() -> None:
    words = ("Saved", "Back: b", "{name} says", "Über uns")
    marks = ("F1 ", "Ctrl+Q", "▌ ", "{value}", "$primary", "a", "1.", "help_now")
    assert [text for text in (*words, *marks) if is_word(text)] == list(words)


def untranslated(module: Module) -> list[str]:
    """The words in a module that somebody reads and nobody can translate."""
    return [
        f"{module.at(literal)} {literal.value!r}"
        for call in calls(module.tree)
        for given in shown_by(call)
        for text in directly(given)
        for literal in literals(text)
    ]


def test_what_a_person_reads_can_be_translated() -> None:
    assert throughout(untranslated, *SPEAKING) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Static('Press Enter')", 1),
        ("Static(Content('Press Enter'))", 1),
        ("Content.assemble(('Help now', 'bold $error'), 'F1 ')", 1),
        ("self.tell(f'Saved {name}')", 1),
        ("self.tell('Saved' if saved else _('Not saved'))", 1),
        ("Binding('b', 'back', 'Back')", 1),
        ("parser.add_argument('--home', help='a folder')", 1),
        ("raise NotSaved('the disk is full')", 1),
        ("Binding('b', 'back', N_('Back'))", 0),
        ("Content.styled(_('Back'), 'bold underline')", 0),
        ("self.tell(_('Saved {name}').format(name=name))", 0),
        ("Static(Content('▌ '), id='bar')", 0),
    ],
)
def test_words_nobody_can_translate_are_found(line: str, count: int) -> None:
    assert len(untranslated(module_of(line))) == count


def test_the_words_of_a_key_can_be_translated() -> None:
    """``BINDINGS`` may also hold plain tuples: key, action, words."""

    def found(module: Module) -> Iterator[str]:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and _is_bindings(node):
                words = [e.elts[2] for e in ast.walk(node) if _is_triple(e)]
                yield from (
                    f"{module.at(text)} {text.value!r}" for w in words for text in literals(w)
                )

    assert throughout(found, "ui") == []


def _is_triple(node: ast.AST) -> bool:
    return isinstance(node, ast.Tuple) and len(node.elts) > 2


def _is_bindings(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == "BINDINGS" for target in targets)


def test_only_whole_sentences_are_translated() -> None:
    """``_(f"…")`` is looked up after it was filled in, and never found."""

    def found(module: Module) -> Iterator[str]:
        for call in calls(module.tree):
            if called(call) in TRANSLATED and not all(map(_is_plain, call.args[:1])):
                yield module.at(call)

    assert throughout(found, *SPEAKING) == []


def _is_plain(node: ast.AST) -> bool:
    return not isinstance(node, ast.JoinedStr | ast.BinOp)
