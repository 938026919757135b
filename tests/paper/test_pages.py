"""How a plan fills its pages: two of them in letters that can be read, and more only for words."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from course.notebook.notebook import Notebook
from course.paper.pdf import Pdf
from course.plan.build import build
from course.plan.document import Document, Paper, Sheet
from tests.paper.documents import MADE, QUICK_START, pdf_of
from tests.paper.notebooks import filled
from tests.plan.test_lines import OURS

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (apt-get install poppler-utils)"
)
SHEETS: list[tuple[Sheet, str]] = [("a4", "UK"), ("us-letter", "US")]
MADE_UP = {"empty": Notebook(), "quick start": QUICK_START, "filled": filled(), "many": filled(6)}


def document(book: Notebook, region: str, paper: Paper = "plan") -> Document:
    return build(OURS, book, paper, today=MADE.date(), region=region)


def printed(book: Notebook, sheet: Sheet, region: str, paper: Paper = "plan") -> Pdf:
    return pdf_of(document(book, region, paper), paper, sheet)


def pages(pdf: Pdf) -> int:
    return len(pikepdf.open(io.BytesIO(pdf.bytes)).pages)


def text(pdf: Pdf, *options: str) -> str:
    ran = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf.bytes, capture_output=True, check=True
    )
    return ran.stdout.decode()


def letters(pdf: Pdf) -> Counter[float]:
    """How many letters there are of each size, in points."""
    sizes: Counter[float] = Counter()
    for page in pikepdf.open(io.BytesIO(pdf.bytes)).pages:
        for size, count in _sizes(page, page.obj.Resources):
            sizes[round(size, 2)] += count
    return sizes


def _sizes(stream: Any, resources: Any) -> Iterator[tuple[float, int]]:
    size = 0.0
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "Tf":
                size = float(operands[1])
            case "TJ":
                strings = [one for one in operands[0] if isinstance(one, pikepdf.String)]
                yield size, sum(len(bytes(one)) // 2 for one in strings)
            case "Do":
                form = resources.XObject[str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    yield from _sizes(form, form.get("/Resources", resources))


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", ["empty", "quick start", "filled"])
def test_a_plan_with_a_normal_number_of_lines_is_two_pages(
    name: str, sheet: Sheet, region: str
) -> None:
    pdf = printed(MADE_UP[name], sheet, region)
    ((most_used, _),) = letters(pdf).most_common(1)
    assert pages(pdf) == 2
    assert most_used >= 8.6
    assert min(letters(pdf)) >= 6.5


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
def test_more_lines_than_that_make_a_third_page_and_no_smaller_letters(
    sheet: Sheet, region: str
) -> None:
    pdf = printed(filled(6), sheet, region)
    ((most_used, _),) = letters(pdf).most_common(1)
    assert pages(pdf) == 3
    assert most_used >= 9


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", ["empty", "quick start", "filled"])
def test_what_saves_a_life_is_on_the_first_page(name: str, sheet: Sheet, region: str) -> None:
    front = text(printed(MADE_UP[name], sheet, region), "-l", "1")
    for said in ("If a life is at risk", "Overdose safety", "Side and stay.", "Spray again."):
        assert said in front


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", MADE_UP)
def test_no_title_stands_alone_at_the_foot_of_a_page(name: str, sheet: Sheet, region: str) -> None:
    made = document(MADE_UP[name], region)
    titles = {part.title for part in made.parts} | {part.aside for part in made.parts}
    for page in text(printed(MADE_UP[name], sheet, region), "-raw").split("\f")[:-1]:
        lines = page.splitlines()
        foot = next(n for n, line in enumerate(lines) if line.startswith("Private."))
        assert lines[foot - 1] not in titles


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("book", [filled(6), filled(8)], ids=["six lines", "eight lines"])
def test_a_last_page_is_never_nearly_empty(book: Notebook, sheet: Sheet, region: str) -> None:
    every = [len(page.split()) for page in text(printed(book, sheet, region)).split("\f")[:-1]]
    assert len(every) > 2
    assert every[-1] > max(every) / 3


def boxes(pdf: Pdf) -> Iterator[tuple[float, ...]]:
    """Where each word stands, and the size of its page."""
    for page in text(pdf, "-bbox").split("<page ")[1:]:
        size = re.findall(r'(?:width|height)="([\d.]+)"', page)[:2]
        for word in re.findall(r"<word (.*?)>", page):
            yield tuple(map(float, (*re.findall(r'"([\d.-]+)"', word), *size)))


@needs_poppler
def test_ticks_and_days_are_printed_as_people_write_them() -> None:
    said = " ".join(text(printed(filled(), "a4", "UK")).split())
    assert said.count("✓") == 1
    assert "How likely I would use: 80 of 100" in said
    assert "By when: 1 December 2026" in said
    assert re.findall(r"\d{4}-\d\d-\d\d", said) == []
