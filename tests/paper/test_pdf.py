import builtins
import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.errors import PaperError
from course.paper.draft import Draft
from course.paper.layouts import laid_out
from course.paper.pdf import Pdf, compiled, to_pdf
from course.paper.printable import Printable
from course.paper.sheet import for_typst
from course.plan.document import (
    Contact,
    Contacts,
    Detail,
    Details,
    Document,
    Fact,
    Paper,
    Part,
    Points,
    Sheet,
    Table,
    Words,
    in_words,
)
from tests.paper.documents import HOSTILE, MADE, full, hostile, pdf_of, thin

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (apt-get install poppler-utils)"
)
SHEETS: tuple[Sheet, ...] = ("a4", "us-letter")
WHOLE: tuple[Paper, ...] = ("plan", "card", "large")
"""Papers that hold every word they are given, however long."""


def made(document: Document, paper: Paper = "plan", sheet: Sheet = "a4") -> Pdf:
    return to_pdf(document, paper=paper, sheet=sheet, made=MADE)


def words(pdf: Pdf) -> str:
    """All text of the PDF without spaces; a word broken over lines is whole again."""
    ran = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf.bytes, capture_output=True, check=True
    )
    return bare(ran.stdout.decode())


def bare(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def opened(pdf: Pdf) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf.bytes))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("document", [thin(), full()], ids=["quick start", "full"])
def test_a_plan_is_two_pages(document: Document, sheet: Sheet) -> None:
    assert len(opened(pdf_of(document, "plan", sheet)).pages) == 2


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("region", ["US", "UK", ""])
def test_a_first_card_is_one_page(sheet: Sheet, region: str) -> None:
    assert len(opened(pdf_of(thin("card", region), "card", sheet)).pages) == 1


def test_a_full_card_is_one_page() -> None:
    assert len(opened(pdf_of(full("card"), "card")).pages) == 1


def test_a_card_that_cannot_be_folded_is_told_so() -> None:
    many = hostile(("long words " * 20,) * 4)
    assert pdf_of(many, "card").notes == (
        f"It takes {pdf_of(many, 'card').pages} pages and cannot be folded. "
        "Shorter lines may make it one sheet.",
    )
    assert pdf_of(thin("card"), "card").notes == ()


@pytest.mark.parametrize(("sheet", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_sheet_is_the_one_asked_for(sheet: Sheet, size: tuple[int, int]) -> None:
    pdf = opened(pdf_of(thin(), "plan", sheet))
    box = pdf.pages[0].mediabox
    assert (round(float(box[2])), round(float(box[3]))) == size


@needs_poppler
@pytest.mark.parametrize("paper", [*WHOLE, "share"])
def test_every_word_of_a_full_plan_is_on_paper(paper: Paper) -> None:
    document = full(paper)
    text = words(pdf_of(document, paper))
    for part in document.parts:
        assert paper == "card" or bare(part.title).lower() in text.lower()
        for block in part.blocks:
            for said in said_in(block):
                assert bare(said) in text, said


def said_in(block: object) -> tuple[str, ...]:
    if isinstance(block, Words):
        return (block.text,)
    if isinstance(block, Points):
        return block.points
    if isinstance(block, Contacts):
        return tuple(person.name for person in block.people)
    if isinstance(block, Details):
        return tuple(
            said for line in block.lines for said in (line.text, *(f.words for f in line.facts))
        )
    cells = (cell for row in block.rows for cell in row) if isinstance(block, Table) else ()
    return tuple(map(in_words, cells))


@needs_poppler
@pytest.mark.parametrize("paper", WHOLE)
def test_hostile_words_are_set_as_they_are(paper: Paper) -> None:
    said = words(pdf_of(hostile(), paper))
    text = re.sub(r"[*]b[*]_i_[^;]*;\d+of\d+", "", said) if paper == "large" else said  # its foot
    assert "passwd" in text
    for said in (*HOSTILE[:4], *HOSTILE[7:], "long word " * 200):
        assert bare(said) in text
    assert "evil[31mred" in text


@needs_poppler
@pytest.mark.parametrize("paper", [*WHOLE, "wallet"])
def test_a_small_number_stays_on_the_line_of_its_word(paper: Paper) -> None:
    times = Words("I call at 11 pm or at 9 am, " * 12)
    pdf = made(Document("t", parts=(Part("p", "p", "", (times,), look="panel"),)), paper)
    ran = subprocess.run(["pdftotext", "-", "-"], input=pdf.bytes, capture_output=True, check=True)
    lines = ran.stdout.decode().splitlines()
    assert len(lines) > 5
    assert not [line for line in lines if line.startswith(("pm", "am"))]


@needs_poppler
def test_a_sign_no_font_has_is_named_and_marked() -> None:
    pdf = made(Document("t", parts=(Part("p", "p", "", (Words("old \U00013080 eye"),)),)))
    assert pdf.unprintable == ("\U00013080",)
    assert "old[?]eye" in words(pdf)


def test_what_typst_refuses_is_tried_again_with_fewer_signs_and_at_last_told() -> None:
    data = for_typst(replace(thin("card"), name="Ωmega"))

    def refuses(sign: str) -> Pdf:
        def draft(printable: Printable) -> Draft:
            if sign in printable.text:
                raise RuntimeError(sign)
            return laid_out("card", printable, "a4", MADE)

        return compiled(data, draft, instead="Save it as a web page.")

    assert "Ω" in refuses("Ω").unprintable
    with pytest.raises(PaperError, match=r"could not be made\. Save it as a web page\."):
        refuses("mega")


def test_a_machine_without_typst_is_told_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> ModuleType:
        if name == "typst":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(PaperError, match="as a web page instead, and print that from a browser"):
        made(thin())


def test_no_template_fetches_anything() -> None:
    import course.paper

    templates = sorted((Path(course.paper.__file__).parent / "templates").glob("*.typ"))
    assert templates
    for template in templates:
        assert "@preview" not in template.read_text()
        assert "eval(" not in template.read_text()


@pytest.mark.parametrize(
    "papers", [("plan", "card"), ("large", "wallet", "door", "share", "week")], ids=" and ".join
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=200),
    st.sampled_from(["top", "people", "danger", "table", "slip", "week", "full"]),
)
def test_no_text_loses_the_plan(papers: tuple[Paper, ...], text: str, look: Any) -> None:
    blocks = (
        Words(text),
        Points((text, text), "number", own=False),
        Details((Detail(text, (Fact(text, text),), ticked=True), Detail(text)), "tick"),
        Contacts((Contact(text, text, text),)),
        Table((text, text, text), ((text, True, text),)),
    )
    document = Document(text, name=text, parts=(Part("p", text, text, blocks, look=look),))
    for paper in papers:
        assert made(document, paper).bytes.startswith(b"%PDF")
