"""Large print: everything of the plan, and nothing small or slanted, for who has little sight."""

from __future__ import annotations

import re
from itertools import pairwise

import pikepdf
import pytest

from course.notebook.notebook import Notebook
from course.paper.pdf import Pdf
from course.plan.document import Points, Sheet
from tests.paper.documents import QUICK_START, listed, pdf_of
from tests.paper.notebooks import filled, lengthened
from tests.paper.pictures import ink_near_an_edge
from tests.paper.test_pages import (
    MADE_UP,
    SHEETS,
    document,
    letters,
    needs_poppler,
    pages,
    printed,
    text,
)
from tests.paper.test_pdf import bare, opened, said_in, words


def large(book: Notebook, region: str = "UK", sheet: Sheet = "a4") -> Pdf:
    return printed(book, sheet, region, "large")


def fonts(pdf: Pdf) -> set[str]:
    return {name.decode() for name in re.findall(rb"/BaseFont ?/\w+\+([\w-]+)", pdf.bytes)}


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", ["empty", "quick start", "filled"])
def test_its_letters_are_large(name: str, sheet: Sheet, region: str) -> None:
    sizes = letters(large(MADE_UP[name], region, sheet))
    assert set(sizes) == {16, 18, 24, 26, 34}
    assert sizes.most_common(1)[0][0] == 18


def test_its_letters_are_made_to_be_told_apart_and_none_is_slanted() -> None:
    own = {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}
    assert fonts(large(QUICK_START)) == own
    assert not any("It" in name for name in fonts(large(filled())))


def test_letters_it_lacks_come_from_another_font_of_ours() -> None:
    pdf = large(Notebook(answers={"my-reasons": listed("Ελλάς, Україна")}))
    assert pdf.unprintable == ()
    assert {name.split("-")[0] for name in fonts(pdf)} == {"AtkinsonHyperlegible", "SourceSans3"}


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", ["quick start", "filled"])
def test_every_word_of_the_plan_is_in_it(name: str, sheet: Sheet, region: str) -> None:
    made = document(MADE_UP[name], region, "large")
    said = bare(re.sub(r"My plan\s+\d+ of \d+", "", text(pdf_of(made, "large", sheet), "-raw")))
    for part in made.parts:
        assert bare(part.title) in said
        for block in part.blocks:
            for each in said_in(block):
                assert part.look == "week" or bare(each) in said, each


@needs_poppler
def test_what_is_urgent_comes_first() -> None:
    said = text(large(filled()))
    titles = (
        "My reasons",
        "When an urge comes",
        "People I call",
        "If a life is at risk",
        "Me when",
    )
    places = [said.index(title) for title in titles]
    assert places == sorted(places)


@needs_poppler
def test_each_page_says_which_of_how_many_it_is() -> None:
    pdf = large(Notebook())
    said = text(pdf).split("\f")
    for number in range(1, pages(pdf) + 1):
        assert f"{number} of {pages(pdf)}" in said[number - 1]


@pytest.mark.parametrize(
    ("name", "most"), [("empty", 7), ("quick start", 7), ("filled", 13), ("many", 21)]
)
def test_it_has_no_more_pages_than_its_words_need(name: str, most: int) -> None:
    assert pages(large(MADE_UP[name])) <= most


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
def test_a_short_list_stands_on_one_page_below_its_title(sheet: Sheet, region: str) -> None:
    made = document(filled(), region, "large")
    sheets = [bare(said) for said in text(pdf_of(made, "large", sheet), "-raw").split("\f")]
    for part in made.parts:
        for block in part.blocks:
            if isinstance(block, Points) and len("".join(block.points)) < 350:
                together = {*map(bare, block.points)}
                assert any(all(each in said for each in together) for said in sheets), together


@needs_poppler
def test_what_the_course_suggests_says_so() -> None:
    made = document(QUICK_START, "UK", "large")
    said = text(pdf_of(made, "large")).split()
    assert said.count("suggested") == sum(part.suggested for part in made.parts)
    assert "“Suggested”:" in said


@needs_poppler
def test_all_whom_to_call_stand_equally_far_apart() -> None:
    pdf = large(filled())
    (page,) = (n for n, said in enumerate(text(pdf).split("\f"), 1) if "My pharmacy" in said)
    found = re.findall(
        r'yMin="([\d.]+)".*>0\d{4}<', text(pdf, "-bbox", "-f", f"{page}", "-l", f"{page}")
    )
    places = [float(place) for place in found]
    apart = {round(below - above) for above, below in pairwise(places)}
    assert len(places) > 4
    assert len(apart) == 1


@needs_poppler
@pytest.mark.parametrize(
    ("section", "column"), [("my-triggers", "plan"), ("my-people", "phone"), ("early-signs", "so")]
)
def test_however_long_one_of_a_few_words_is_all_of_it_is_there(section: str, column: str) -> None:
    pdf = large(Notebook(answers=lengthened(section, column, "rather long " * 160)))
    assert words(pdf).count("ratherlong") == 160
    assert not ink_near_an_edge(pdf)


@needs_poppler
def test_however_many_short_lines_there_are_all_of_them_are_there() -> None:
    pdf = large(Notebook(answers={"my-reasons": listed(*["Mia"] * 70, "Zoe\n" * 70)}))
    assert words(pdf).count("Mia") == words(pdf).count("Zoe") == 70
    assert not ink_near_an_edge(pdf)


def test_tables_are_told_as_entries() -> None:
    tags = [one for one in opened(large(filled())).objects if isinstance(one, pikepdf.Dictionary)]
    assert "/Table" not in {str(one.get("/S")) for one in tags}


@needs_poppler
def test_a_week_is_told_day_by_day() -> None:
    assert "Monday\nEvening" in text(large(filled()))


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", MADE_UP)
def test_no_page_is_turned_between_the_steps_that_save_a_life(
    name: str, sheet: Sheet, region: str
) -> None:
    said = text(large(MADE_UP[name], region, sheet)).split("\f")
    (steps,) = (page for page in said if "Side and stay." in page)
    assert "If someone will not wake up" in steps
    assert "Check." in steps
