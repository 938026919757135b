"""Printing as a person sees it: printer, copies, sheets; and no paper is left to come out later."""

from threading import Event
from typing import Any

import pytest

from course.errors import PaperError
from course.plan.document import Document
from course.plan.papers import Made
from course.plan.printing import JobNews, Printer
from course.ui.app import CourseApp
from course.ui.outside import SavedPaper
from course.ui.screens.on_its_way import OnItsWayScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.print import PrintScreen
from tests.ui.filled import notebook
from tests.ui.keys import opened, press, pressed
from tests.ui.outside import ScriptedJob, TestOutside, app_over, seen
from tests.ui.waiting import until

pytestmark = pytest.mark.usefixtures("quick_pilot")

PRINTING = JobNews("printing", "It is being printed.")
STUCK = JobNews("stuck", "The printer is out of paper. Put some in, or take it back.")
SENT = JobNews("sent", "It was handed to the printer.")


def papers(app: CourseApp) -> None:
    app.open_papers()


def printing(*news: JobNews) -> TestOutside:
    outside = TestOutside(notebook())
    outside.job_news = list(news)
    return outside


async def test_two_keys_from_the_papers_print_the_plan() -> None:
    outside = printing(SENT)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "p")
        assert "My plan, two pages  2 pages" in seen(app)
        assert "Stand by the printer" in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "handed to the printer" in seen(app))
        assert isinstance(app.screen, OnItsWayScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, PapersScreen)
    ((printer, how),) = outside.sent
    assert printer == "office"
    assert how == {"copies": 1, "sheet": "us-letter", "both_sides": False}


async def test_copies_and_sides_change_the_number_of_sheets() -> None:
    outside = printing(SENT)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "p")
        await press(pilot, "plus", "plus")
        assert "Sheets  6" in seen(app)
        await press(pilot, "d", "minus")
        assert "Sheets  2" in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: bool(outside.sent))
    assert outside.sent[0][1] == {"copies": 2, "sheet": "us-letter", "both_sides": True}


async def test_what_is_folded_is_never_printed_on_both_sides() -> None:
    outside = printing(SENT)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "1", "space", "2", "space", "p")
        await press(pilot, "d", "enter")
        await until(pilot, lambda: len(outside.sent) == 2)
        assert isinstance(app.screen, OnItsWayScreen)
    assert [how["both_sides"] for _printer, how in outside.sent] == [True, False]


async def test_a_printer_that_is_not_ready_gets_nothing_and_says_why() -> None:
    outside = printing(SENT)
    why = "This printer was stopped by its owner. Choose another."
    outside.known_printers = (Printer("hall", usual=True, trouble=why), Printer("office"))
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "p")
        await press(pilot, "enter")
        assert isinstance(app.screen, PrintScreen)
        assert why in " ".join(seen(app).replace("▌", "").split())
        assert "Nothing was sent." in seen(app)
        assert outside.sent == []
        await press(pilot, "2", "enter")
        await until(pilot, lambda: bool(outside.sent))
    assert outside.sent[0][0] == "office"


async def test_a_printer_that_was_put_right_meanwhile_prints_without_being_looked_for_again() -> (
    None
):
    outside = printing(SENT)
    outside.known_printers = (Printer("hall", trouble="hall is stopped. It is paused."),)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "p")
        await press(pilot, "enter")
        assert "Nothing was sent. hall is stopped." in seen(app)
        outside.known_printers = (Printer("hall"),)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))
    assert len(outside.sent) == 1


async def test_without_any_printer_the_way_out_is_told() -> None:
    outside = printing()
    outside.known_printers = ()
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "p")
        assert "Save the paper instead." in seen(app)
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, PapersScreen)


async def test_a_paper_that_waits_is_not_left_without_a_word() -> None:
    outside = printing(PRINTING, STUCK)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await pressed(pilot, "p")
        await until(pilot, lambda: "Sheets" in seen(app))
        await pressed(pilot, "enter")
        await until(pilot, lambda: "out of paper" in seen(app))
        await pressed(pilot, "escape")
        assert isinstance(app.screen, OnItsWayScreen)
        assert "Say first what becomes of it." in seen(app)
        await pressed(pilot, "2", "enter")
        await until(pilot, lambda: "Nothing of it is left here." in seen(app))
        await pressed(pilot, "escape")
        assert isinstance(app.screen, PapersScreen)


@pytest.mark.parametrize(("choice", "words"), [("2", "taken back"), ("3", "stuck")])
async def test_leaving_the_program_asks_what_becomes_of_it(choice: str, words: str) -> None:
    outside = printing(STUCK)
    app = app_over(outside)
    async with app.run_test() as pilot:
        await opened(pilot, papers)
        await pressed(pilot, "p")
        await until(pilot, lambda: "Sheets" in seen(app))
        await pressed(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))
        await pressed(pilot, "ctrl+q")
        assert not app.leaving
        await pressed(pilot, choice, "enter")
        await until(pilot, lambda: app.leaving)
    states = [sent.news.state for sent in app.on_its_way.papers]
    assert states == (["taken back"] if words == "taken back" else [])


async def test_a_signal_takes_back_what_waits() -> None:
    app = app_over(printing(STUCK))
    async with app.run_test() as pilot:
        await opened(pilot, papers)
        await pressed(pilot, "p")
        await until(pilot, lambda: "Sheets" in seen(app))
        await pressed(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, OnItsWayScreen))
        app.leave()
        await until(pilot, lambda: not app.on_its_way.waiting)
    assert [sent.news.state for sent in app.on_its_way.papers] == ["taken back"]


async def test_of_several_papers_each_is_told_also_one_that_is_out_before_the_next_is_sent() -> (
    None
):
    outside = printing(SENT)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "8", "space", "9", "space", "p")
        await press(pilot, "equals_sign")
        assert "2 of each" in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "Statement of participation: 2 copies" in seen(app))
        assert "Blank plan, to write on by hand: 2 copies" in seen(app)


@pytest.mark.parametrize("keys", [("escape",), ("f1", "ctrl+q")])
async def test_what_becomes_of_many_papers_can_be_said_in_a_small_window(
    keys: tuple[str, ...],
) -> None:
    async with app_over(printing(STUCK)).run_test(size=(60, 20)) as pilot:
        app = await opened(pilot, papers)
        await press(pilot, *(key for digit in "12345" for key in (digit, "space")), "p")
        await pressed(pilot, "enter")
        await until(pilot, lambda: len(app.on_its_way.papers) == 5)
        await pressed(pilot, *keys)
        await until(pilot, lambda: "3  Leave them" in seen(app))
        assert "2  Take them back" in seen(app)


class ClosesSoon(TestOutside):
    """A printer that takes one paper and no more."""

    def send(self, made: Made, printer: str, **how: Any) -> ScriptedJob:
        if self.sent:
            raise PaperError("Nothing was sent. office is closed.")
        return super().send(made, printer, **how)


async def test_of_several_papers_one_that_was_refused_is_told_beside_the_others() -> None:
    async with app_over(ClosesSoon(notebook())).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "8", "space", "9", "space", "p")
        await press(pilot, "enter")  # once the printers are known
        await until(pilot, lambda: "office is closed." in seen(app))
        assert "● Blank plan" in seen(app)
        assert "! Statement of participation" in seen(app)


class OneFails(TestOutside):
    """A machine that cannot make the door sheet."""

    def make_paper(self, document: Document, **how: Any) -> Made:
        if how["paper"] == "door":
            raise PaperError("The PDF could not be made.")
        return super().make_paper(document, **how)

    def save_paper(self, document: Document, **how: Any) -> SavedPaper:
        self.make_paper(document, **how)
        return super().save_paper(document, **how)


MISSING = "Missing: Door sheet: if someone will not wake up. The PDF could not be made."


async def test_papers_that_could_be_made_are_printed_and_the_missing_one_is_named() -> None:
    outside = OneFails(notebook())
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "5", "space", "8", "space", "p")
        await until(pilot, lambda: MISSING in " ".join(seen(app).split()))
        await press(pilot, "enter")
        await until(pilot, lambda: "● Blank plan" in seen(app))
    assert len(outside.sent) == 1


async def test_papers_that_could_be_saved_are_listed_and_the_missing_one_is_named() -> None:
    async with app_over(OneFails(notebook())).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "4", "space", "5", "space", "8", "space", "enter")
        await until(pilot, lambda: "/home/a/blank.pdf" in seen(app))
        assert "/home/a/wallet.pdf" in seen(app)
        assert MISSING in " ".join(seen(app).split())


class SlowToMake(TestOutside):
    """A machine that takes its time."""

    gate = Event()

    def make_paper(self, document: Document, **how: Any) -> Made:
        self.gate.wait(10)
        return super().make_paper(document, **how)


@pytest.mark.parametrize("over", ["f1", "f9"])
async def test_what_came_out_while_something_lay_over_the_page_is_told_after_it(over: str) -> None:
    outside, may = printing(SENT), Event()
    sends = outside.send

    def slowly(*what: Any, **how: Any) -> ScriptedJob:
        assert may.wait(20)
        return sends(*what, **how)

    outside.send = slowly  # type: ignore[method-assign]
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "p")
        await pressed(pilot, "enter", over)
        may.set()
        await press(pilot, "escape" if over == "f1" else "enter")
        assert isinstance(app.screen, OnItsWayScreen)
        assert "handed to the printer" in seen(app)


async def test_enter_before_the_paper_is_made_is_heard_once_it_is() -> None:
    outside = SlowToMake(notebook())
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await pressed(pilot, "p")
        await until(pilot, lambda: "office" in seen(app))
        await pressed(pilot, "enter")
        assert outside.sent == []
        outside.gate.set()
        await until(pilot, lambda: "handed to the printer" in seen(app))
    assert len(outside.sent) == 1
