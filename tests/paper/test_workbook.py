import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from course.content.course import Course
from course.errors import PaperError
from course.paper.pdf import Pdf
from course.paper.workbook import workbook_pdf
from course.places import lessons_folder
from course.plan.document import Sheet
from course.plan.workbook.book import Workbook
from course.plan.workbook.build import build_workbook
from course.plan.workbook.pages import Choices, Question, Sorting
from tests.paper.documents import MADE
from tests.paper.test_pdf import bare, opened, words

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext (apt-get install poppler-utils)"
)
EVERY_KIND = Path(__file__).parents[1] / "course"
OURS = lessons_folder()
SHEETS: tuple[Sheet, ...] = ("a4", "us-letter")
both = pytest.mark.parametrize("folder", [EVERY_KIND, OURS], ids=["every kind", "ours"])


@cache
def book(folder: Path, region: str = "US") -> Workbook:
    return build_workbook(Course([folder], "en"), region=region)


@cache
def made(folder: Path, sheet: Sheet = "a4") -> Pdf:
    return workbook_pdf(book(folder), sheet=sheet, made=MADE)


@cache
def text(folder: Path) -> str:
    return words(made(folder))


@cache
def pages(folder: Path) -> tuple[str, ...]:
    return in_lines(made(folder))


def in_lines(pdf: Pdf) -> tuple[str, ...]:
    """The pages, each line of them as it stands."""
    command = ["pdftotext", "-layout", "-", "-"]
    ran = subprocess.run(command, input=pdf.bytes, capture_output=True, check=True)
    return tuple(ran.stdout.decode().split("\f")[:-1])


def said_in(thing: Any) -> Iterator[str]:
    """Every text in the data of a book that is printed as it is."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        if thing and all(type(each).__name__ == "Run" for each in thing):
            yield "".join(run.text for run in thing)
        else:
            for each in thing:
                yield from said_in(each)
    elif hasattr(thing, "__dataclass_fields__"):
        for name in thing.__dataclass_fields__:
            if name not in ("voice", "mark", "shape", "target", "id", "kind", "language", "look"):
                yield from said_in(getattr(thing, name))


@needs_poppler
@both
def test_every_word_is_on_paper(folder: Path) -> None:
    found = text(folder).lower()
    for said in said_in(book(folder)):
        before, _, after = said.partition("{page}")  # known only on paper
        assert bare(before).lower() in found, said
        assert bare(after).lower() in found, said


@needs_poppler
@both
def test_every_question_has_its_number_in_front_and_at_the_back(folder: Path) -> None:
    whole = pages(folder)
    start, end = opening(whole, "Answers"), opening(whole, "My plan")
    front, back = "\n".join(whole[3:start]), "\n".join(whole[start:end])
    for lesson in book(folder).lessons:
        for step in lesson.steps:
            if isinstance(step, Question):
                number = re.compile(rf"(?<![\d.]){re.escape(step.number)}(?![\d])")
                assert number.search(front), step.number
                assert number.search(back), step.number


def opening(whole: tuple[str, ...], title: str) -> int:
    """The page that opens with a title."""
    return next(n for n, page in enumerate(whole) if title in page.split("\n")[:6])


@needs_poppler
@both
def test_every_lesson_opens_a_page_and_the_contents_say_which(folder: Path) -> None:
    whole = pages(folder)
    contents = whole[1]
    for lesson in book(folder).lessons:
        listed = re.search(rf"{re.escape(lesson.title)}\s+(\d+)$", contents, re.M)
        assert listed, lesson.title
        top = "\n".join(whole[int(listed[1]) - 1].split("\n")[:8])
        assert lesson.title in top


@needs_poppler
@both
def test_pages_are_numbered_and_every_one_leads_to_help(folder: Path) -> None:
    for number, page in enumerate(pages(folder)[1:], start=2):
        foot = page.rstrip().split("\n")[-1]
        assert foot.endswith(f" {number}")
        assert "Help now: page 3" in foot


@needs_poppler
@both
def test_a_question_stands_on_the_page_of_what_can_be_picked(folder: Path) -> None:
    whole = [bare(page) for page in pages(folder)]
    for lesson in book(folder).lessons:
        for step in lesson.steps:
            for piece in step.body if isinstance(step, Question) else ():
                if isinstance(piece, Choices | Sorting):
                    assert isinstance(step, Question)
                    page = next(page for page in whole if bare(step.number + step.how) in page)
                    picked = ("".join(run.text for run in each.words) for each in piece.choices)
                    assert all(bare(text)[:20] in page for text in picked), step.number


@needs_poppler
def test_the_cover_names_no_substance() -> None:
    cover = pages(OURS)[0].lower()
    assert "workbook" in cover
    assert not re.search(r"heroin|opioid|drug|relapse|recovery|handrail", cover)


@needs_poppler
@pytest.mark.parametrize("region", ["", "US", "CA", "UK", "IE", "AU", "NZ"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_help_is_one_page(region: str, sheet: Sheet) -> None:
    whole = book(OURS, region)
    small = replace(whole, lessons=whole.lessons[:1], solutions=(), plan=())
    found = in_lines(workbook_pdf(small, sheet=sheet, made=MADE))
    assert small.lessons[0].title in found[3]


def test_it_is_not_too_long_and_quickly_made() -> None:
    start = time.process_time()
    pdf = workbook_pdf(book(OURS), sheet="a4", made=MADE)
    assert time.process_time() - start < 10
    lessons = len(book(OURS).lessons)
    assert 3 * lessons < len(opened(pdf).pages) < 20 + 9 * lessons


@pytest.mark.parametrize(("sheet", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_the_sheet_is_the_one_asked_for(sheet: Sheet, size: tuple[int, int]) -> None:
    for page in opened(made(EVERY_KIND, sheet)).pages:
        assert (round(float(page.mediabox[2])), round(float(page.mediabox[3]))) == size


def test_the_same_book_gives_the_same_bytes() -> None:
    again = workbook_pdf(
        build_workbook(Course([EVERY_KIND], "en"), region="US"), sheet="a4", made=MADE
    )
    assert again.bytes == made(EVERY_KIND).bytes


@both
def test_it_is_tagged_and_says_nothing_about_anybody(folder: Path) -> None:
    pdf = opened(made(folder))
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]) == "Workbook"
    assert "/Author" not in pdf.docinfo
    assert b"andrail" not in made(folder).bytes
    with pdf.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert "dc:creator" not in xmp


def test_headings_lists_and_tables_are_tagged_as_what_they_are() -> None:
    pdf = opened(made(EVERY_KIND))
    tags = list(tags_in(pdf.Root.StructTreeRoot.K))
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/Link"} <= set(tags)
    headings = [int(tag[2]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert headings[0] == 1
    assert all(later - sooner <= 1 for sooner, later in pairwise(headings))


def tags_in(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from tags_in(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from tags_in(node.K)


@both
def test_only_our_own_fonts_are_in_it(folder: Path) -> None:
    names = {str(font) for font in re.findall(rb"/BaseFont ?/([^ /]+)", made(folder).bytes)}
    assert names
    assert all("Source" in name for name in names)


@needs_poppler
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(
    "folder",
    [EVERY_KIND, pytest.param(OURS, marks=pytest.mark.slow)],  # well over a hundred pages
    ids=["every kind", "ours"],
)
def test_nothing_stands_near_the_edges(folder: Path, sheet: Sheet, tmp_path: Path) -> None:
    dots = 40
    (tmp_path / "book.pdf").write_bytes(made(folder, sheet).bytes)
    command = ["pdftoppm", "-r", str(dots), "-gray", tmp_path / "book.pdf", tmp_path / "page"]
    subprocess.run(command, check=True, capture_output=True)
    edge = int(8 / 25.4 * dots)
    for file in tmp_path.glob("*.pgm"):
        for row in margins(file, edge):
            assert min(row) > 250, file.name


def margins(file: Path, edge: int) -> Iterator[bytes]:
    """The dots of a picture that lie less than ``edge`` from its sides."""
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", data := file.read_bytes())
    assert head
    wide, high = int(head[1]), int(head[2])
    rows = [data[head.end() + n * wide :][:wide] for n in range(high)]
    yield from rows[:edge] + rows[-edge:]
    for row in rows:
        yield row[:edge] + row[-edge:]


def test_a_machine_without_typst_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PaperError, match="cannot make a PDF"):
        workbook_pdf(book(EVERY_KIND), sheet="a4", made=MADE)


@needs_poppler
def test_odd_words_are_set_as_they_are(tmp_path: Path) -> None:
    odd = '#read("x") $y$ @ref \\\\ ' + "w" * 160
    (tmp_path / "01-odd.md").write_text(
        f'+++\ntitle = "Odd"\nsummary = "Odd."\nminutes = 1\n+++\n\n::: choose odd-one\n\n{odd}\n\n'
        f"- [x] {odd} {{#a}}\n  > {odd}\n- [ ] Other {{#b}}\n  > No.\n\n:::\n"
    )
    pdf = workbook_pdf(build_workbook(Course([tmp_path], "en"), region=""), sheet="a4", made=MADE)
    found = words(pdf)
    assert found.count(bare('#read("x")$y$@ref\\') + "w" * 160) == 4
