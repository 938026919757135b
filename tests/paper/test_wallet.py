"""The wallet card: a bank card's size, read when it matters, and silent to who finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from course.emergency import PLACES
from course.notebook.notebook import Notebook
from course.notebook.units import Item
from course.paper.pdf import Pdf
from course.plan.document import Contacts, Sheet
from tests.paper.documents import QUICK_START, listed, pdf_of, tabled
from tests.paper.notebooks import filled
from tests.paper.pictures import codes_on, needs_zbar, pictures
from tests.paper.test_pages import (
    MADE_UP,
    SHEETS,
    boxes,
    document,
    letters,
    needs_poppler,
    pages,
    printed,
    text,
)
from tests.paper.test_pdf import bare, opened, said_in, words

MM = 72 / 25.4
WIDE, HIGH = 85.6 * MM, 54 * MM
DOTS = 100


def wallet(book: Notebook, region: str = "UK", sheet: Sheet = "a4") -> Pdf:
    return printed(book, sheet, region, "wallet")


def with_reasons(*reasons: str, private: bool = False) -> Notebook:
    items = tuple(Item(id=f"i{n}", text=one, private=private) for n, one in enumerate(reasons))
    return QUICK_START.model_copy(
        update={"answers": {**QUICK_START.answers, "my-reasons": replace_items(items)}}
    )


def replace_items(items: tuple[Item, ...]) -> object:
    return listed().model_copy(update={"items": items})


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", MADE_UP)
def test_two_cards_are_on_one_sheet(name: str, sheet: Sheet, region: str) -> None:
    assert pages(wallet(MADE_UP[name], region, sheet)) == 1


@needs_poppler
def test_what_was_written_in_the_quick_start_is_all_on_it() -> None:
    made = document(QUICK_START, "US", "wallet")
    pdf = pdf_of(made, "wallet", "us-letter")
    assert pdf.notes == ()
    for part in made.parts:
        for block in part.blocks:
            for said in said_in(block):
                assert bare(said) in words(pdf), said


@needs_poppler
def test_the_cover_shows_one_reason_and_the_other_card_none() -> None:
    said = text(wallet(with_reasons("My own bed", "My dog")))
    assert said.count("My own bed") == 1
    assert "My dog" not in said
    assert bare(said).count(bare("Breathe out. Open this. Start at the top.")) == 2


@needs_poppler
@pytest.mark.parametrize("book", [Notebook(), with_reasons("My own bed", private=True)])
def test_without_a_reason_to_show_the_cover_has_no_words_of_anybody(book: Notebook) -> None:
    said = text(wallet(book))
    assert "My own bed" not in said
    assert "Stay alive" not in said
    assert "One cover" not in said


@needs_poppler
def test_nor_does_the_cover_of_the_larger_card_show_a_reason_that_is_marked_private() -> None:
    shown, hidden = (with_reasons("My own bed", private=private) for private in (False, True))
    assert "My own bed" in text(printed(shown, "a4", "UK", "card"))
    assert "My own bed" not in text(printed(hidden, "a4", "UK", "card"))


@needs_poppler
@pytest.mark.parametrize("name", MADE_UP)
def test_nobody_and_no_drug_is_named_on_the_cover(name: str) -> None:
    pdf = wallet(MADE_UP[name])
    covers = " ".join(word for word, x, y in placed(pdf) if x > 0 and y > 0)
    assert "Alex" not in covers
    assert not {"naloxone", "dose", "drug"} & set(covers.lower().split())
    assert "STAYING WELL" in covers


def placed(pdf: Pdf) -> Iterator[tuple[str, float, float]]:
    """The words inside the cards, each with how far it stands right of and below the folds."""
    for fold in folds(pdf):
        for word, (left, top, right, bottom, wide, _high) in spoken(pdf):
            x, y = (left + right - wide) / 2, (top + bottom) / 2 - fold
            if abs(x) < WIDE and abs(y) < HIGH:
                yield word, x, y


def folds(pdf: Pdf) -> list[float]:
    """How far down the page each card is folded: where "fold 1" stands beside it."""
    pairs = pairwise(spoken(pdf))
    beside = [box for (word, box), (after, _) in pairs if (word, after) == ("fold", "1")]
    return [(top + bottom) / 2 for _left, top, _right, bottom, *_size in beside]


def spoken(pdf: Pdf) -> list[tuple[str, tuple[float, ...]]]:
    page = text(pdf, "-bbox")
    words = re.findall(r"<word [^>]*>(.*?)</word>", page)
    return list(zip(words, boxes(pdf), strict=True))


def ink_at_a_fold(pdf: Pdf) -> bool:
    """Whether a panel has ink within 3 mm of its sides; the lines themselves are left out."""
    (page,) = pictures(pdf, dots=DOTS)
    near, far, corner = (n * MM * DOTS / 72 for n in (0.7, 3, 4))
    wide, high = (n * DOTS / 72 for n in (WIDE, HIGH))
    for fold in folds(pdf):
        for left in (page.width / 2 - wide, page.width / 2):
            for top in (fold * DOTS / 72 - high, fold * DOTS / 72):
                right, bottom = left + wide, top + high
                strips = (
                    (left + near, top + corner, left + far, bottom - corner),
                    (right - far, top + corner, right - near, bottom - corner),
                    (left + corner, top + near, right - corner, top + far),
                    (left + corner, bottom - far, right - corner, bottom - near),
                )
                if any(page.dark_in(*strip) for strip in strips):
                    return True
    return False


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("name", MADE_UP)
def test_nothing_is_printed_where_it_is_folded_or_cut(name: str, sheet: Sheet, region: str) -> None:
    pdf = wallet(MADE_UP[name], region, sheet)
    assert len(folds(pdf)) == 2
    assert not ink_at_a_fold(pdf)


@pytest.mark.parametrize("name", MADE_UP)
def test_its_letters_are_as_small_as_the_course_says_and_no_smaller(name: str) -> None:
    sizes = letters(wallet(MADE_UP[name]))
    assert min(sizes) >= 6.4
    assert sizes.most_common(1)[0][0] >= 7


@needs_poppler
def test_lines_that_do_not_fit_are_counted_on_it_and_told() -> None:
    pdf = wallet(filled(6))
    assert "More in my plan: 7" in text(pdf)
    assert "“People I call”: 7 lines did not fit. They are in your plan." in pdf.notes


@pytest.mark.parametrize("region", [*PLACES, ""])
def test_there_is_room_for_all_that_the_course_puts_on_it(region: str) -> None:
    for book in (Notebook(), QUICK_START):
        assert wallet(book, region, "us-letter").notes == ()


def test_very_small_letters_are_told() -> None:
    (told,) = (note for note in wallet(filled()).notes if "small" in note)
    assert told == "“People I call”: the letters are very small. Shorter lines make them larger."


@needs_poppler
def test_a_reason_too_long_for_the_cover_is_left_off_and_told() -> None:
    pdf = wallet(with_reasons("so many words " * 100))
    assert "so many words" not in text(pdf)
    assert pdf.notes == ("“My reasons”: it is too long for the cover, and was left off.",)


@needs_poppler
@pytest.mark.parametrize(("sheet", "region"), SHEETS)
def test_however_much_there_is_where_the_naloxone_is_stays_on_it(sheet: Sheet, region: str) -> None:
    said = words(wallet(filled(), region, sheet))
    assert said.count(bare("My naloxone: Kitchen, top drawer")) == 2
    assert said.count(bare("A dose that was normal before can kill you now.")) == 2
    assert said.count(bare("Breathe or do CPR.")) == 2


@needs_poppler
@needs_zbar
@pytest.mark.parametrize(
    ("region", "calls"),
    [("UK", "tel:116123"), ("US", "tel:18006624357"), ("NZ", "tel:1737"), ("CA", None), ("", None)],
)
def test_a_phone_that_reads_the_code_calls_the_help_line(region: str, calls: str | None) -> None:
    read = codes_on(wallet(Notebook(), region))
    assert read == ([calls] * 2 if calls else [])


def test_the_second_card_is_not_read_aloud_again() -> None:
    pdf = opened(wallet(QUICK_START))
    named = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    tags = [str(one.S) for one in named]
    assert tags.count("/Figure") == 1
    assert tags.count("/H1") == 1


@needs_poppler
def test_hostile_words_stay_in_their_panel() -> None:
    people = tabled(*({"name": one * 160, "phone": one * 40, "can": one * 900} for one in "wm"))
    steps = listed('#read("/etc/passwd")', "w" * 160, "long word " * 190, "*b* _i_ $x$ @ref <l>")
    pdf = wallet(Notebook(answers={"my-people": people, "alone-steps": steps}))
    said = words(pdf)
    assert '#read("/etc/passwd")' in said
    assert "w" * 160 in said
    assert "“When an urge comes”: 1 line did not fit. It is in your plan." in pdf.notes
    assert not ink_at_a_fold(pdf)


def test_it_says_nothing_new_with_another_name_on_the_plan() -> None:
    made = document(filled(), "UK", "wallet")
    assert pdf_of(replace(made, name="Someone"), "wallet").bytes == pdf_of(made, "wallet").bytes


@needs_poppler
@pytest.mark.parametrize("region", ["UK", "US"])
def test_whose_the_numbers_are_stands_in_a_column_of_its_own(region: str) -> None:
    pdf = wallet(QUICK_START, region)
    lines = document(QUICK_START, region, "wallet").parts[-2].blocks[0]
    assert isinstance(lines, Contacts)
    first_words = {line.name.split()[0] for line in lines.people} - {"988"}  # a number as well
    lefts = [box[0] for word, box in spoken(pdf) if word in first_words]
    assert len(lefts) > len(first_words)
    assert max(lefts) - min(lefts) < 1
