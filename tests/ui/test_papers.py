"""Papers: few keys to a saved one, and every way in which it is made."""

from pathlib import Path
from threading import Event, Semaphore
from typing import Any

import pytest

from course.errors import PaperError
from course.notebook.answers import Listed
from course.notebook.notebook import Notebook
from course.plan.document import Contacts, Document
from course.plan.papers import Made
from course.settings_file import MachineSettings
from course.ui.app import CourseApp
from course.ui.outside import SavedPaper
from course.ui.screens.papers import PapersScreen
from tests.ui.filled import HOSTILE, notebook
from tests.ui.keys import at_rest, opened, press, pressed, told
from tests.ui.outside import TestOutside, app_over, seen
from tests.ui.waiting import until

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
        await press(pilot, "s", "f", "f", "w", "slash", "b", "1", "enter", "2", "enter")
        assert "Text, for any program" in seen(app)
        assert "/home/a/b1/card.txt" in seen(app)
    assert outside.keeps[-1].settings.sheet == "a4"
    assert outside.papers[0][1] == {
        "paper": "card",
        "form": "txt",
        "sheet": "a4",
        "folder": Path("/home/a/b1"),
    }


def called_from(document: Document) -> list[str]:
    """What the codes on a paper call."""
    blocks = [block for part in document.parts for block in part.blocks]
    people = [one for block in blocks if isinstance(block, Contacts) for one in block.people]
    return [one.dial for one in people if one.dial]


async def test_whom_the_code_on_the_wallet_card_calls_is_chosen_where_it_is_made() -> None:
    outside = TestOutside(notebook("US"))
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        assert "C Code" not in seen(app)
        await press(pilot, "4")
        assert "SAMHSA National Helpline, 1-800-662-4357" in seen(app)
        await press(pilot, "c", "3", "escape")
        assert "SAMHSA National Helpline, 1-800-662-4357" in seen(app)
        await press(pilot, "c", "3", "enter")
        assert "SafeSpot, 1-800-972-0590" in seen(app)
        await press(pilot, "enter")
    assert called_from(outside.papers[0][0]) == ["tel:18009720590"]
    assert outside.keeps[-1].settings.help_line == "us-safespot"


async def test_in_a_small_window_the_line_and_the_folder_stand_in_view() -> None:
    async with app_over(TestOutside(notebook("US"))).run_test(size=(60, 20)) as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "4")
        for told in ("on US Letter", "SAMHSA National Helpline", "/home/a"):
            assert told in seen(app)


async def test_a_line_that_is_gone_is_not_forgotten_and_the_usual_one_is_called() -> None:
    book = notebook("US")
    lost = book.settings.model_copy(update={"help_line": "us-gone"})
    outside = TestOutside(book.model_copy(update={"settings": lost}))
    async with app_over(outside).run_test() as pilot:
        await opened(pilot, papers)
        await press(pilot, "4", "s", "enter")
    assert called_from(outside.papers[0][0]) == ["tel:18006624357"]
    assert outside.keeps[-1].settings.help_line == "us-gone"


async def test_a_guest_chooses_too_and_nothing_is_written() -> None:
    outside = TestOutside(notebook("US"))
    outside.kept = False
    async with app_over(outside).run_test() as pilot:
        await press(pilot, "enter")
        app = await opened(pilot, papers)
        await press(pilot, "4", "c", "1", "enter")
        assert "988 Lifeline, 988" in seen(app)
        await press(pilot, "enter")
    assert called_from(outside.papers[0][0]) == ["tel:988"]
    assert [book for book in outside.keeps if book.settings.help_line] == []


async def test_where_no_line_has_a_number_there_is_nothing_to_choose() -> None:
    async with app_over(TestOutside(notebook("WORLD"))).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "4")
        assert "C Code" not in seen(app)
        await press(pilot, "c")
        assert isinstance(app.screen, PapersScreen)


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


async def test_a_web_page_is_opened_in_a_browser_to_be_printed() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "f", "enter")
        await until(pilot, lambda: "To print: open it in a browser" in seen(app))


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
        await until(pilot, lambda: "could not be printed: 你" in seen(app))


async def test_lines_that_did_not_fit_are_told_where_it_is_saved_and_printed() -> None:
    outside = TestOutside(notebook())
    outside.notes = ("2 lines did not fit.",)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        await until(pilot, lambda: "2 lines did not fit." in seen(app))
        await press(pilot, "p")
        await until(pilot, lambda: "2 lines did not fit." in seen(app))


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
        await until(pilot, lambda: "can open it" in seen(app))  # scrolled into view
        told = " ".join(row.strip(" ▁▂▃▄▅▆▇█") for row in seen(app).splitlines())
        assert ("D to delete it" in told) is not kept
        assert "open it and print, or ask someone you" in told


async def test_the_preview_shows_own_words_as_they_are() -> None:
    async with app_over(TestOutside(notebook(words=HOSTILE))).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "v")
        assert "My reasons" in seen(app)
        assert HOSTILE in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, PapersScreen)


async def test_a_long_preview_says_how_to_see_the_rest() -> None:
    async with app_over(TestOutside(notebook())).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "v")
        assert "Enter More" in seen(app)
        await press(pilot, *["enter"] * 20)
        assert "Enter More" not in seen(app)
        assert "give one to someone" in seen(app)


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


class OneAtATime(TestOutside):
    """A disk that takes a paper each time it is told to."""

    def __init__(self) -> None:
        super().__init__(notebook())
        self.may = Semaphore(0)

    def save_paper(self, document: Document, **how: Any) -> SavedPaper:
        assert self.may.acquire(timeout=20)
        return super().save_paper(document, **how)

    def make_paper(self, document: Document, **how: Any) -> Made:
        assert self.may.acquire(timeout=20)
        return super().make_paper(document, **how)


@pytest.mark.parametrize(("key", "last"), [("enter", "Saved."), ("p", "Sheets")])
async def test_while_several_are_made_a_bar_shows_how_many_are_done(key: str, last: str) -> None:
    outside = OneAtATime()
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await pressed(pilot, *(each for n in "1234" for each in (n, "space")), key)
        for done in ("━━━━━━───", "━━━━━━━━━━━━───", "3 of 4"):
            outside.may.release()
            await until(pilot, lambda done=done: done in seen(app))  # type: ignore[misc]
            assert last not in seen(app)
        outside.may.release()
        await until(pilot, lambda: last in seen(app))
        assert "of 4" not in seen(app)


async def test_several_papers_are_ticked_and_saved_together() -> None:
    outside = TestOutside(notebook())
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "1", "space", "2", "space", "3", "enter")
        assert "/home/a/plan.pdf" in seen(app)
        assert "/home/a/card.pdf" in seen(app)
        assert "open them and print" in seen(app)
        await press(pilot, "f", "enter")
        assert "open them in a browser" in seen(app)
    assert [how["paper"] for _document, how in outside.papers] == ["plan", "card"] * 2


async def test_on_a_shared_machine_a_saved_paper_can_be_deleted_at_once() -> None:
    outside = TestOutside(notebook())
    outside.settings = MachineSettings(shared=True)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "d")
        assert outside.deleted == []
        await press(pilot, "enter")
        await press(pilot, "d")
        await until(pilot, lambda: "Deleted." in seen(app))
        await press(pilot, "d")
    assert outside.deleted == [Path("/home/a/plan.pdf")]


async def test_all_that_was_saved_on_a_shared_machine_is_deleted_together() -> None:
    outside = TestOutside(notebook())
    outside.settings, outside.opens_here = MachineSettings(shared=True), True
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "1", "enter")
        await press(pilot, "2", "enter")
        assert "and what you saved before." in " ".join(seen(app).split())
        await press(pilot, "o", "d")
        assert "Deleted. They are gone from here." in seen(app)
        assert "O Open" not in seen(app)
    assert outside.opened == [Path("/home/a/card.pdf")]
    assert outside.deleted == [Path("/home/a/plan.pdf"), Path("/home/a/card.pdf")]


class Stubborn(TestOutside):
    """A disk that does not let go of a file at first."""

    asked = 0

    def delete_paper(self, path: Path) -> None:
        self.asked += 1
        if self.asked == 1:
            raise PaperError("It could not be deleted.")
        super().delete_paper(path)


async def test_a_paper_that_could_not_be_deleted_can_be_tried_again() -> None:
    outside = Stubborn(notebook())
    outside.settings = MachineSettings(shared=True)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        await until(pilot, lambda: "D Delete" in seen(app))
        await press(pilot, "d")
        await until(pilot, lambda: "could not be deleted" in seen(app))
        await press(pilot, "d")
        await until(pilot, lambda: "Deleted." in seen(app))
    assert outside.deleted == [Path("/home/a/plan.pdf")]


async def test_a_paper_that_could_not_be_deleted_keeps_no_other_from_it() -> None:
    outside = Stubborn(notebook())
    outside.settings = MachineSettings(shared=True)
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "1", "space", "2", "space", "enter")
        await press(pilot, "d")
        assert "It could not be deleted." in seen(app)
        assert "Deleted. It is gone from here." in seen(app)
        assert outside.deleted == [Path("/home/a/card.pdf")]
        await press(pilot, "d")
        assert "could not be deleted" not in seen(app)
    assert outside.deleted == [Path("/home/a/card.pdf"), Path("/home/a/plan.pdf")]


async def test_a_paper_that_is_deleted_while_the_viewer_opens_is_not_spoken_of_as_there() -> None:
    outside, may = TestOutside(notebook()), Event()
    outside.settings, outside.opens_here = MachineSettings(shared=True), True
    outside.open_paper = lambda _path: may.wait(20)  # type: ignore[method-assign]
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        await pressed(pilot, "o", "d")
        await until(pilot, lambda: "Deleted. It is gone from here." in seen(app))
        may.set()
        await at_rest(pilot)
        assert "Deleted. It is gone from here." in seen(app)


async def test_a_saved_paper_is_opened_in_the_viewer_where_there_is_one() -> None:
    outside = TestOutside(notebook())
    outside.opens_here = True
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        assert "P Print" in seen(app)
        assert "O Open" not in seen(app)
        await press(pilot, "o")
        await press(pilot, "1", "space", "2", "space", "enter")
        assert "O Open" in seen(app)
        assert outside.opened == []
        await press(pilot, "o")
        assert "They open in windows of their own." in seen(app)
    assert outside.opened == [Path("/home/a/plan.pdf"), Path("/home/a/card.pdf")]


async def test_where_nothing_prints_printing_is_saving_and_opening() -> None:
    outside = TestOutside(notebook())
    outside.prints_here, outside.opens_here = False, True
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "f", "p")
        assert "Print it from there." in seen(app)
        await press(pilot, "enter")
    assert outside.opened == [Path("/home/a/plan.pdf")]
    assert [how["form"] for _document, how in outside.papers] == ["pdf", "html"]


async def test_a_paper_that_nothing_opens_is_told_with_where_it_lies() -> None:
    outside = TestOutside(notebook())
    outside.opens_here = True
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        await press(pilot, "enter")
        outside.refuses = "It could not be opened from here. It is saved: open plan.pdf."
        await press(pilot, "o")
        assert outside.refuses in seen(app)


@pytest.mark.parametrize("prints", [True, False])
async def test_where_printing_is_not_allowed_it_is_not_offered(prints: bool) -> None:
    outside = TestOutside(notebook())
    outside.may_print, outside.prints_here, outside.opens_here = False, prints, True
    async with app_over(outside).run_test() as pilot:
        app = await opened(pilot, papers)
        assert " P " not in seen(app)
        await press(pilot, "p")
        assert isinstance(app.screen, PapersScreen)


class InBrowser(CourseApp):
    """What a browser would be given."""

    is_web = True
    delivered: tuple[str, bytes, dict[str, Any]] = ("", b"", {})

    def deliver_binary(self, path_or_file: Any, **how: Any) -> str:  # type: ignore[override]
        self.delivered = (how["save_filename"], path_or_file.read(), how)
        return ""


async def test_in_a_browser_too_what_is_not_on_the_paper_is_told() -> None:
    outside = TestOutside(notebook())
    outside.unprintable, outside.notes = ("你",), ("2 lines did not fit.",)
    app = InBrowser(outside)
    async with app.run_test() as pilot:
        await opened(pilot, papers)
        await press(pilot, "enter")
        await until(pilot, lambda: "could not be printed: 你" in seen(app))
        assert "2 lines did not fit." in seen(app)


async def test_in_a_browser_papers_open_there_and_nothing_prints_at_the_servers_printer() -> None:
    outside = TestOutside(notebook())
    app = InBrowser(outside)
    async with app.run_test() as pilot:
        await opened(pilot, papers)
        assert "P Print" not in seen(app)
        assert "Enter Open" in seen(app)
        await press(pilot, "enter")
        assert "opens in a page of its own" in seen(app)
    name, data, how = app.delivered
    assert (name, data[:4]) == ("plan.pdf", b"%PDF")
    assert (how["open_method"], how["mime_type"]) == ("browser", "application/pdf")
