"""Whatever stands in any text field of a document: it harms neither paper nor screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.paper.markdown import to_markdown
from course.paper.plain_text import to_text
from course.plan.document import Block, Document
from course.ui.widgets.document_view import blocks_pieces
from tests.fields import filled
from tests.hostile import HOSTILE, dealt
from tests.paper.documents import pdf_of

texts = st.text(st.characters(), max_size=30) | st.sampled_from(HOSTILE)


def document_with(text: str) -> Document:
    """One that has it wherever a text can stand, in a block of every kind."""
    return filled(Document, lambda: text)


def obeyed(text: str) -> list[str]:
    """What a terminal would act upon, or what reorders the line."""
    return [
        sign
        for sign in text
        if (unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n")
        or unicodedata.bidirectional(sign) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI")
    ]


def test_a_block_of_every_kind_is_in_it() -> None:
    (part,) = document_with("quokka").parts
    assert {type(block) for block in part.blocks} == set(Block.__args__)


@pytest.mark.parametrize("to", [to_text, to_markdown])
@given(text=texts)
def test_as_text_it_holds_nothing_that_a_terminal_obeys(
    to: Callable[[Document], str], text: str
) -> None:
    assert obeyed(to(document_with(text))) == []


@given(texts)
def test_on_the_screen_it_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    (part,) = document_with(text).parts
    for piece in blocks_pieces(part.blocks):
        assert obeyed(piece.content.plain) == []


@pytest.mark.parametrize("start", [0, 14])
def test_every_one_of_them_can_be_set_on_paper(start: int) -> None:
    words = dealt(start)
    document = filled(Document, lambda: next(words))
    pdf = pdf_of(replace(document, language="en"))  # which is never the learner's own word
    assert pdf.bytes.startswith(b"%PDF-")
