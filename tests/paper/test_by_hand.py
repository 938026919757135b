"""Papers for a pen: the weekly chart, the blank plan, and the statement of participation."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date

import pytest

from course.notebook.answers import Listed, Tabled
from course.notebook.notebook import Notebook
from course.paper.html import to_html
from course.paper.making import made
from course.paper.plain_text import to_text
from course.plan.build import build
from course.plan.document import Document, EmptyRows, Paper, Sheet, Table, WritingLines
from tests.paper.documents import MADE
from tests.paper.notebooks import FILLED, filled, listed
from tests.plan.test_lines import OURS

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (apt-get install poppler-utils)"
)
BY_HAND: tuple[Paper, ...] = ("week", "blank", "statement")
CANARY = "a word that only this notebook holds"


def document(paper: Paper, book: Notebook | None = None, region: str = "UK") -> Document:
    return build(OURS, book or filled(), paper, today=MADE.date(), region=region)


def pdf(paper: Paper, sheet: Sheet = "a4", region: str = "UK") -> bytes:
    return made(document(paper, region=region), paper=paper, form="pdf", sheet=sheet, at=MADE).data


def pages(data: bytes) -> list[str]:
    ran = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True
    )
    return [" ".join(page.split()) for page in ran.stdout.decode().split("\f")]


def words(data: bytes) -> str:
    return " ".join(pages(data))


def test_the_chart_has_a_box_for_each_of_five_weeks_beside_what_holds_me() -> None:
    holds, *_others = document("week").parts
    chart = holds.blocks[0]
    assert isinstance(chart, Table)
    assert chart.heads == ("Week from", "16 Nov", "23 Nov", "30 Nov", "7 Dec", "14 Dec")
    assert [row[0] for row in chart.rows][:2] == [
        "I go to my group on Monday at 7 pm",
        "I keep my visit with Dee",
    ]
    assert all(row[1:] == (False,) * 5 for row in chart.rows)


def test_while_nothing_is_written_the_chart_has_lines_of_ours_and_says_so() -> None:
    holds = document("week", Notebook()).parts[0]
    chart = holds.blocks[0]
    assert isinstance(chart, Table)
    assert len(chart.rows) == 3
    assert holds.default


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 22)])
def test_the_first_week_is_the_one_we_are_in(day: date) -> None:
    chart = build(OURS, filled(), "week", today=day, region="UK").parts[0].blocks[0]
    assert isinstance(chart, Table)
    assert chart.heads[1] == "16 Nov"


@needs_poppler
@pytest.mark.parametrize("sheet", ["a4", "us-letter"])
def test_the_statement_fills_its_page(sheet: Sheet) -> None:
    said = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf("statement", sheet), capture_output=True
    ).stdout.decode()
    (height,) = re.findall(r'<page .*height="([\d.]+)"', said)
    *_words, last = re.findall(r'yMax="([\d.]+)">signs\.<', said)
    assert 0.86 * float(height) < float(last) < 0.94 * float(height)


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), [("a4", "UK"), ("us-letter", "US")])
def test_steps_that_save_a_life_are_on_one_page(sheet: Sheet, region: str) -> None:
    sheets = pages(pdf("blank", sheet, region))
    for first, last in (("Get safe now.", "Look back later."), ("Check.", "Side and stay.")):
        assert any(first in said and last in said for said in sheets), first


def test_ideas_are_sentences_with_nothing_between_them() -> None:
    said = " ".join(to_text(document("blank")).split())
    assert "An idea from us, until you have your own: I sleep badly. I miss a visit," in said


def test_the_blank_plan_has_room_in_every_part_and_nothing_of_the_notebook() -> None:
    blank = document("blank", Notebook(answers={"my-reasons": listed(CANARY)}))
    assert CANARY not in to_text(blank)
    room = (WritingLines, EmptyRows)
    for part in blank.parts:
        assert any(isinstance(block, room) for block in part.blocks) or part.look == "danger"


def test_the_statement_names_nobody_and_claims_nothing() -> None:
    paper = to_text(document("statement", Notebook(answers={"plan-name": listed(CANARY)})))
    assert CANARY not in paper
    assert "It is no certificate, no treatment record" in paper
    assert "2026" not in paper
    assert "recovery" not in paper.lower()
    assert "drug" not in paper.lower()


@needs_poppler
@pytest.mark.parametrize("paper", BY_HAND)
def test_every_title_is_on_the_paper_and_in_the_page_for_a_browser(paper: Paper) -> None:
    found, page = words(pdf(paper)), to_html(document(paper), paper=paper, sheet="a4")
    for part in document(paper).parts:
        assert part.title in found
        assert part.title in page


def test_as_text_the_chart_has_its_boxes_too() -> None:
    said = to_text(document("week"))
    line = "* I keep my visit with Dee"
    assert f"{line}\n  [ ] 16 Nov  [ ] 23 Nov  [ ] 30 Nov  [ ] 7 Dec  [ ] 14 Dec" in said


@needs_poppler
def test_every_line_that_holds_me_and_every_day_of_my_week_is_on_the_chart() -> None:
    found = words(pdf("week"))
    holds, week = FILLED["what-holds-me"], FILLED["my-week"]
    assert isinstance(holds, Listed)
    assert isinstance(week, Tabled)
    for said in (*(item.text for item in holds.items), *(row.cells["what"] for row in week.rows)):
        assert str(said) in found
