"""The inside of a paragraph -> a line of spans: plain, bold or italic, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from course.content.notes import Notes
from course.content.prose import Line, Mark, Span
from course.text import clean

_PARSER = MarkdownIt("commonmark")
_PARSER.disable(["entity"])
_SPECIAL = frozenset("*_[]<`\\!\n")
_MARKS: dict[str, Mark] = {"strong_open": "strong", "em_open": "em"}


def line_of(raw: str, number: int, notes: Notes) -> Line:
    """The spans of one paragraph. Pictures and HTML are noted; a link becomes words and address."""
    if _SPECIAL.isdisjoint(raw):
        return (Span(raw),) if raw else ()
    tokens: list[Token] = []
    _PARSER.inline.parse(raw, _PARSER, {}, tokens)
    return _joined(_spans(tokens, number, notes))


def _spans(tokens: list[Token], number: int, notes: Notes) -> Iterator[Span]:
    open_marks: list[Mark] = []
    address = ""
    for token in tokens:
        mark = open_marks[-1] if open_marks else ""
        if token.type in _MARKS:
            open_marks.append("strong" if "strong" in open_marks else _MARKS[token.type])
        elif token.type in {"strong_close", "em_close"}:
            open_marks.pop()
        elif token.type == "link_open":
            address = clean(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            yield Span(f" ({address})", mark)
        elif token.type in {"image", "html_inline"}:
            what = "a picture" if token.type == "image" else "HTML"
            notes.at(number, f"{what} cannot stand here", "Say it in words.")
        else:
            yield Span(" " if token.type in {"softbreak", "hardbreak"} else token.content, mark)


def _joined(spans: Iterator[Span]) -> Line:
    """Neighbours of one style as one span."""
    line: list[Span] = []
    for span in spans:
        if line and line[-1].mark == span.mark:
            line[-1] = Span(line[-1].text + span.text, span.mark)
        elif span.text:
            line.append(span)
    return tuple(line)
