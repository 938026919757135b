"""Papers: few keys to a saved one, and every way in which it is made."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from course.notebook.answers import Listed
from course.notebook.notebook import Notebook
from course.plan.document import Document
from course.ui.app import CourseApp
from course.ui.outside import SavedPaper
from course.ui.screens.papers import PapersScreen
from tests.ui.filled import HOSTILE, notebook
from tests.ui.keys import opened, press, pressed, told
from tests.ui.outside import TestOutside, app_over, seen

pytestmark = pytest.mark.usefixtures("quick_pilot")


def papers(app: CourseApp) -> None:
    app.open_papers()


def quick_start() -> Notebook:
    """What the quick start alone leaves behind."""
    book = notebook()
    answers = {name: book.answers[name] for name in ("my-reasons", "my-people", "when-then")}
    return book.model_copy(update={"answers": answers})


@pytest.mark.parametrize(
    ("book", "paper"), [(Notebook(), "card"), (quick_start(), "card"), (notebook(), "plan")]
)
async def test_two_keys_from_home_save_the_paper_that_fits(book: Notebook, paper: str) -> None:
    outside = TestOutside(book)
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot, "r", "enter")
        assert f"/home/a/{paper}.pdf" in seen(app)
        assert "Nothing was overwritten." in seen(app)
    ((_document, how),) = outside.papers
    assert (how["paper"], how["form"], how["folder"]) == (paper, "pdf", Path("/home/a"))


@pytest.mark.parametrize(
    ("region", "sheet"), [("US", "us-letter"), ("CA", "us-letter"), ("IE", "a4"), ("", "a4")]
)
async def test_the_sheet_is_that_of_the_country(region: str, sheet: str) -> None:
    outside = TestOutside(notebook(region))
    async with app_over(outside).run_test() as pilot:
        await opened(pilot, papers)
        await press(pilot, "enter")
    assert outside.papers[0][1]["sheet"] == sheet


async def test_form_sheet_and_folder_can_be_changed_and_the_sheet_is_remembered() -> None:
    outside = TestOutside(notebook("US"))
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "s", "f", "w", "slash", "b", "1", "enter", "2", "enter")
        assert "Text, for any program" in seen(app)
        assert "/home/a/b1/card.txt" in seen(app)
    assert outside.keeps[-1].settings.sheet == "a4"
    assert outside.papers[0][1] == {
        "paper": "card",
        "form": "txt",
        "sheet": "a4",
        "folder": Path("/home/a/b1"),
    }


async def test_the_copy_to_share_leaves_out_what_was_marked_private() -> None:
    book = notebook()
    reasons = book.answers["my-reasons"]
    assert isinstance(reasons, Listed)
    first, *others = reasons.items
    private = reasons.model_copy(
        update={"items": (first.model_copy(update={"private": True}), *others)}
    )
    book = book.model_copy(update={"answers": {**book.answers, "my-reasons": private}})
    outside = TestOutside(book)
    async with app_over(outside).run_test() as pilot:
        await opened(pilot, papers)
        await press(pilot, "1", "enter")
        await press(pilot, "3", "enter")
    (whole, _how), (shared, how) = outside.papers
    assert how["paper"] == "share"
    assert first.text in str(whole)
    assert first.text not in str(shared)
    assert others[0].text in str(shared)


async def test_escape_leaves_the_folder_as_it_was_and_a_second_leaves_the_screen() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "w", "x", "escape")
        assert isinstance(app.screen, PapersScreen)
        assert "/home/ax" not in seen(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, PapersScreen)


async def test_what_cannot_be_saved_is_said_on_the_screen() -> None:
    outside = TestOutside(notebook())
    outside.refuses = "There is no room left. Nothing was saved."
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        assert outside.refuses in seen(app)
        outside.refuses = ""
        await press(pilot, "enter")
        assert "Saved." in seen(app)


async def test_signs_that_could_not_be_printed_are_named() -> None:
    outside = TestOutside(notebook())
    outside.unprintable = ("你",)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        assert "could not be printed: 你" in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("kept", [False, True])
async def test_a_shared_machine_is_told_to_delete_it_after_printing(
    kept: bool, size: tuple[int, int]
) -> None:
    outside = TestOutside(notebook())
    outside.kept = kept
    async with app_over(outside).run_test(size=size) as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        assert ("Delete it" in seen(app)) is not kept
        assert "open it and print, or ask someone you" in seen(app)


async def test_the_preview_shows_own_words_as_they_are() -> None:
    async with app_over(TestOutside(notebook(words=HOSTILE))).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "v")
        assert "My reasons" in seen(app)
        assert HOSTILE in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PapersScreen)


class SlowPrinter(TestOutside):
    """A disk that takes its time."""

    def __init__(self) -> None:
        super().__init__(notebook())
        self.gate = Event()

    def save_paper(self, document: Document, **how: Any) -> SavedPaper:
        self.gate.wait(10)
        return super().save_paper(document, **how)


async def test_leaving_while_it_is_saved_harms_nothing_and_the_place_is_told() -> None:
    outside = SlowPrinter()
    app = app_over(outside)
    async with app.run_test() as pilot:
        await opened(pilot, papers)
        await pressed(pilot, "enter", "enter", "escape")
        assert not isinstance(app.screen, PapersScreen)
        outside.gate.set()
        assert await told(pilot, "Saved: /home/a/plan.pdf")
    assert len(outside.papers) == 1
