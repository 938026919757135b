"""What is true of every paper there is, on both sheets: a new one is tested by itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from course.notebook.answers import Answer, Listed, Tabled
from course.notebook.notebook import Notebook
from course.paper.html import to_html
from course.paper.markdown import to_markdown
from course.paper.pdf import Pdf, to_pdf
from course.paper.plain_text import to_text
from course.paper.printable import own_fonts
from course.plan.document import Document, Paper, Sheet
from course.plan.papers import PAPERS
from tests.paper.documents import HOSTILE, MADE, QUICK_START, listed, pdf_of, tabled
from tests.paper.notebooks import FILLED, filled, lengthened, said
from tests.paper.pictures import ink_near_an_edge
from tests.paper.test_pages import SHEETS, document, needs_poppler, pages, text
from tests.paper.test_pdf import opened

EVERY: tuple[Paper, ...] = tuple(kind.paper for kind in PAPERS)
BY_HAND = ("blank", "statement")
PAGES: dict[str, dict[Sheet, int]] = {
    "plan": {"a4": 2, "us-letter": 2},
    "share": {"a4": 2, "us-letter": 2},
    "card": {"a4": 1, "us-letter": 1},
    "wallet": {"a4": 1, "us-letter": 1},
    "door": {"a4": 1, "us-letter": 1},
    "large": {"a4": 7, "us-letter": 8},
    "week": {"a4": 1, "us-letter": 1},
    "blank": {"a4": 8, "us-letter": 9},
    "statement": {"a4": 1, "us-letter": 1},
}
each_paper = pytest.mark.parametrize("paper", EVERY)
both_sheets = pytest.mark.parametrize(("sheet", "region"), SHEETS)


def hostile_to(answer: Answer) -> Answer:
    """The same answer with hostile words in every place for words."""
    if isinstance(answer, Listed):
        return listed(*HOSTILE)
    if isinstance(answer, Tabled):
        columns = [name for name, cell in answer.rows[0].cells.items() if isinstance(cell, str)]
        return tabled(*(dict.fromkeys(columns, text) for text in HOSTILE))
    return said("w" * 160)


def marked_private(answer: Answer) -> Answer:
    """The same answer with the word quokka in every place for words, each line marked private."""
    update: dict[str, object] = {"private": True, "text": "quokka"}
    if isinstance(answer, Listed):
        update = {"items": tuple(item.model_copy(update=update) for item in answer.items)}
    elif isinstance(answer, Tabled):
        update = {
            "rows": tuple(
                row.model_copy(update={**update, "cells": dict.fromkeys(row.cells, "quokka")})
                for row in answer.rows
            )
        }
    return answer.model_copy(update=update)


def hostile_notebook() -> Notebook:
    return Notebook(answers={name: hostile_to(answer) for name, answer in FILLED.items()})


def usual(paper: Paper, sheet: Sheet = "a4", region: str = "UK") -> Pdf:
    """Of somebody who did the quick start."""
    return pdf_of(document(QUICK_START, region, paper), paper, sheet)


def tags(pdf: pikepdf.Pdf) -> Counter[str]:
    named = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
    return Counter(str(one.S) for one in named if one.get("/Type") == "/StructElem")


@both_sheets
@each_paper
def test_it_has_as_many_pages_as_it_should(paper: Paper, sheet: Sheet, region: str) -> None:
    made = usual(paper, sheet, region)
    assert made.pages == pages(made) == PAGES[paper][sheet]


@each_paper
def test_it_is_tagged_for_who_hears_it_and_says_nothing_about_anybody(paper: Paper) -> None:
    made = usual(paper)
    pdf = opened(made)
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert tags(pdf)["/H1"] == 1
    assert tags(pdf)["/H2"] >= 1
    assert set(pdf.docinfo) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert str(pdf.docinfo["/Title"]) == "Personal plan"
    assert b"andrail" not in made.bytes
    with pdf.open_metadata() as xmp:
        assert "dc:creator" not in xmp
        assert xmp["pdfuaid:part"] == "1"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


@each_paper
def test_it_says_in_which_language_it_is(paper: Paper) -> None:
    spanish = replace(document(QUICK_START, "US", paper), language="es")
    assert str(opened(pdf_of(spanish, paper)).Root.Lang) == "es"


@pytest.mark.parametrize("form", [to_text, to_markdown, partial(to_html, paper="plan", sheet="a4")])
def test_what_saves_a_life_is_never_called_a_suggestion(form: Callable[[Document], str]) -> None:
    made = document(Notebook(), "UK")
    (safety,) = (part for part in made.parts if part.default and part.look == "danger")
    assert "Suggested by the course" not in form(replace(made, parts=(safety,)))
    assert form(made).count("Suggested by the course") == sum(it.suggested for it in made.parts) > 5


@needs_poppler
def test_nothing_marked_private_is_on_the_copy_to_share_in_any_form_nor_behind_its_words() -> None:
    book = Notebook(answers={name: marked_private(answer) for name, answer in FILLED.items()})
    whole, shared = (document(book, "UK", paper) for paper in ("plan", "share"))
    to_page = partial(to_html, paper="share", sheet="a4")
    for form in (to_text, to_markdown, to_page, lambda made: text(pdf_of(made, "share"))):
        assert form(whole).count("quokka") > 100
        assert "quokka" not in form(shared)
    uncompressed = BytesIO()
    opened(pdf_of(shared, "share")).save(
        uncompressed,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.all,
    )
    assert b"quokka" not in uncompressed.getvalue()  # such as what is said instead of a picture


@both_sheets
@each_paper
def test_the_same_words_on_the_same_day_give_the_same_bytes(
    paper: Paper, sheet: Sheet, region: str
) -> None:
    again = to_pdf(document(QUICK_START, region, paper), paper=paper, sheet=sheet, made=MADE)
    assert again.bytes == usual(paper, sheet, region).bytes


@pytest.mark.slow
def test_another_process_in_another_place_and_language_makes_the_same_bytes(tmp_path: Path) -> None:
    code = """
from hashlib import sha256
from io import BytesIO
from tests.paper.test_every_paper import EVERY, usual
print(*(sha256(usual(paper).bytes).hexdigest() for paper in EVERY))
"""
    elsewhere = {"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "HOME": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **elsewhere, "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().split() == [
        sha256(usual(paper).bytes).hexdigest() for paper in EVERY
    ]


@each_paper
def test_only_our_own_fonts_are_in_it(paper: Paper) -> None:
    names = re.findall(rb"/BaseFont ?/([^ /]+)", usual(paper).bytes)
    assert names
    assert all(b"Source" in name or b"AtkinsonHyperlegible" in name for name in names)


def test_a_font_of_the_machine_with_the_name_of_ours_lends_a_sign_and_nothing_else(
    tmp_path: Path,
) -> None:
    (tmp_path / ".fonts").mkdir()
    for font in own_fonts():
        if font.stem.startswith("Atkinson"):
            theirs = font.read_bytes()
            for code in ("ascii", "utf-16be"):  # the name that a PDF gives it; its family stays
                theirs = theirs.replace("AtkinsonH".encode(code), "ImpostorH".encode(code))
            (tmp_path / ".fonts" / font.name).write_bytes(theirs)
    code = """
import re, typst
from dataclasses import replace
from course.paper.pdf import _fonts
from tests.paper.documents import pdf_of, thin
assert any(".fonts" in (font.path or "") for font in _fonts(typst, True).fonts())
signs = replace(thin("large"), name="Sam \\U00013080")
print(re.findall(rb"/BaseFont ?/([^ /]+)", pdf_of(signs, "large").bytes))
"""
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=True,
    )
    assert b"AtkinsonHyperlegible" in told.stdout
    assert b"Impostor" not in told.stdout


@needs_poppler
@both_sheets
@each_paper
def test_no_ink_is_near_the_edge(paper: Paper, sheet: Sheet, region: str) -> None:
    assert not ink_near_an_edge(usual(paper, sheet, region))


@pytest.mark.slow
@needs_poppler
@both_sheets
@each_paper
def test_no_ink_is_near_the_edge_however_much_was_written(
    paper: Paper, sheet: Sheet, region: str
) -> None:
    for book in (filled(6), hostile_notebook()):
        assert not ink_near_an_edge(pdf_of(document(book, region, paper), paper, sheet))


@needs_poppler
def test_what_stands_below_a_long_frame_goes_on_and_not_off_the_page() -> None:
    longer = lengthened("my-naloxone", "who", "zebra " * 330)
    book = Notebook(answers={**FILLED, **longer})
    assert not ink_near_an_edge(pdf_of(document(book, "UK", "card"), "card", "a4"))


@needs_poppler
def test_what_stands_below_a_table_that_goes_on_over_pages_is_not_off_the_last_of_them() -> None:
    row = {"when": "I get paid", "first": "zebra " * 80, "sure": 7}
    book = Notebook(answers={**FILLED, "when-then": tabled(*[row] * 8)})
    assert not ink_near_an_edge(pdf_of(document(book, "US"), "plan", "us-letter"))


@needs_poppler
def test_a_number_with_line_ends_in_it_stands_on_one_line() -> None:
    book = Notebook(answers={"my-people": tabled({"name": "Dee", "phone": "01632\n" * 9 + "960"})})
    assert "01632 01632" in text(pdf_of(document(book, "UK"), "plan", "a4"))


@pytest.mark.parametrize("paper", BY_HAND)
def test_what_is_filled_in_by_hand_holds_no_word_of_any_notebook(paper: Paper) -> None:
    empty = document(Notebook(), "UK", paper)
    assert document(filled(), "UK", paper) == empty
    assert document(hostile_notebook(), "UK", paper) == empty
