"""Hiding, codes, the idle clock, erasing and forgetting, without a terminal."""

from __future__ import annotations

import threading
import weakref

import pytest
from textual.pilot import Pilot

from course.errors import Damaged, NotSaved
from course.notebook.answers import Said
from course.notebook.notebook import Notebook
from course.settings_file import MachineSettings
from course.ui.app import CourseApp
from course.ui.covers import CodeCover, LockedCover
from course.ui.messages import Told
from course.ui.outside import Kept, Opened
from course.ui.screens.code import CodeScreen
from course.ui.screens.erase import EraseScreen
from course.ui.screens.forget import ForgetScreen
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.idle import IdleScreen
from course.ui.screens.leave import LeaveScreen
from course.ui.screens.open import OpenScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.recovery import RecoveryScreen
from course.ui.screens.start import StartScreen
from course.ui.screens.taken_out import TakenOutScreen
from course.ui.screens.ways import WaysScreen
from course.ui.shell import Cover
from course.ui.tries import Tries
from course.ui.widgets.field import Field
from course.ui.widgets.secret import SecretField
from tests.ui.filled import notebook
from tests.ui.keys import offered, opened, press, pressed
from tests.ui.outside import WORDS, TestOutside, app_over, seen
from tests.ui.scenes import heads
from tests.ui.waiting import comes_true

pytestmark = pytest.mark.usefixtures("quick_pilot")


class Clock:
    """Time that goes when it is told to."""

    def __init__(self, app: CourseApp) -> None:
        self.now, self.app = 1000.0, app
        app.uptime = lambda: self.now
        app.touched = self.now

    def go(self, seconds: float) -> None:
        self.now += seconds
        self.app.look_at_clock()


def outside(*, kept: bool = True, shared: bool = False) -> TestOutside:
    world = TestOutside(notebook("UK"))
    world.heads, world.kept = heads(), kept
    world.settings = MachineSettings(
        shared=shared, guest_first=True, lock_minutes=2 if shared else 10
    )
    return world


def locked() -> TestOutside:
    """Somebody's notebook behind a door."""
    world = outside(kept=False)
    world.doors["sam", WORDS] = notebook("UK")
    world.notebook = Notebook()
    return world


async def unlocked(pilot: Pilot[int]) -> CourseApp:
    """The app, with Sam's notebook open."""
    await press(pilot, "4", "enter", *"sam", "enter")
    for word in WORDS.split(" ", 3):
        await press(pilot, *word, *(["space"] if word != WORDS.split()[-1] else []))
    app = await press(pilot, "enter")
    await comes_true(lambda: isinstance(app.screen, HomeScreen))
    app._deaf_until = 0.0
    return app


async def hidden(app: CourseApp) -> None:
    """Not by the pilot, which waits for screens that are gone by then."""
    app.action_hide()
    await comes_true(lambda: app.session is None and app.screen.is_mounted)


async def test_locking_leaves_neither_session_nor_words_nor_screens_behind() -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.copy_to_clipboard("To be there for Lily")
        session = weakref.ref(app.session)
        await hidden(app)
        assert [type(screen) for screen in app.screen_stack[1:]] == [LockedCover]
        assert (app.session, app.status, app.notices, app._clipboard) == (None, "", (), "")
        assert world.closed == 1
        await comes_true(lambda: session() is None, 120)  # looked for ever more seldom


async def test_after_three_wrong_tries_each_next_waits_longer() -> None:
    tries, now = Tries(), 0.0
    waits = []
    for _ in range(9):
        tries.wrong(now)
        waits.append(tries.wait(now))
        now += waits[-1]
        assert tries.wait(now) == 0
    assert waits == [0, 0, 1, 2, 4, 8, 16, 30, 30]
    tries.right()
    tries.wrong(now)
    assert tries.wait(now) == 0


async def test_the_wait_is_told_and_enter_does_nothing_meanwhile() -> None:
    async with app_over(locked()).run_test() as pilot:
        app = await press(pilot, "4", "enter", *"sam", "enter")
        Clock(app)
        for _ in range(3):
            app._deaf_until = 0.0
            await press(pilot, *"wrong", "enter")
        assert "You can try again in 1 second" in seen(app)
        app._deaf_until = 0.0
        for _ in range(3):
            app.tries.wrong(app.uptime())
        await press(pilot, *"wrong", "enter")
        assert isinstance(app.screen, OpenScreen)
        assert "One moment" not in seen(app)


async def test_keys_right_after_a_passphrase_are_nobodys() -> None:
    async with app_over(locked()).run_test() as pilot:
        app = await press(pilot, "4", "enter", *"sam", "enter", *"wrong")
        Clock(app)  # stands still: it is one moment, however long the test takes
        await press(pilot, "enter", *"rest of a paste")
        assert "•" not in seen(app)


async def test_what_was_said_just_for_now_goes_into_the_notebook_that_is_opened() -> None:
    world = locked()
    world.doors["sam", WORDS] = Notebook()
    world.notebook = notebook("UK")
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter", "s", "4", "enter", "4")
        assert "What you wrote just now goes into it." in seen(app)
        await press(pilot, "enter", *"sam", "enter")
        for word in WORDS.split():
            await press(pilot, *word, *(["space"] if word != WORDS.split()[-1] else []))
        await press(pilot, "enter")
        await comes_true(lambda: isinstance(app.screen, HomeScreen))
    assert set(world.doors["sam", WORDS].answers) == set(notebook().answers)


async def test_a_code_brings_the_page_back_and_nothing_else_does() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await press(pilot, "s", "5", "enter")
        assert isinstance(app.screen, CodeScreen)
        await press(pilot, *"1234", "enter", *"4321", "enter")
        assert "two different codes" in seen(app)
        await press(pilot, *"1234", "enter", *"1234", "enter")
        assert app.code == "1234"
        before = app.screen
        await press(pilot, "f9")
        assert isinstance(app.screen, CodeCover)
        await press(pilot, "enter", "space", "f9", "x", *"9999")
        assert isinstance(app.screen, CodeCover)
        assert "another code" in seen(app)
        await press(pilot, *"12", "backspace", *"234")
        assert app.screen is before


@pytest.mark.parametrize("kept", [True, False])
async def test_who_has_no_code_is_told_how_a_guest_s_seat_is_freed(kept: bool) -> None:
    async with app_over(outside(kept=kept)).run_test() as pilot:
        app = await press(pilot, *(() if kept else ("enter",)))
        app.code = "1234"
        await press(pilot, "f9")
        assert ("Ctrl+Q closes this page" in seen(app)) is not kept
        await pressed(pilot, "ctrl+q")
        assert app.leaving


async def test_under_a_code_help_shows_nothing_of_ones_own() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await press(pilot)
        app.code = "1234"
        await press(pilot, "f1")
        assert "Dee" in str(app.screen.query_one("Tiles").render())
        await press(pilot, "escape", "f9", "f1")
        assert isinstance(app.screen, HelpNowScreen)
        assert "999" in seen(app)
        assert "Dee" not in str(app.screen.query_one("Tiles").render())
        await press(pilot, "escape")
        assert isinstance(app.screen, CodeCover)


async def test_the_first_hiding_offers_a_code_once_and_not_for_long() -> None:
    async with app_over(outside()).run_test(notifications=True) as pilot:
        app = await press(pilot, "f9", "enter")
        (note,) = app._notifications
        assert "Settings can set a code" in note.message
        assert note.timeout <= 5
        app.clear_notifications()
        await press(pilot, "f9", "enter")
        assert not list(app._notifications)


async def test_nobody_there_is_asked_and_then_the_page_is_hidden() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await press(pilot)
        clock = Clock(app)
        clock.go(569)
        assert isinstance(app.screen, HomeScreen)
        clock.go(2)
        await pilot.pause()
        assert isinstance(app.screen, IdleScreen)
        assert "In 29 seconds this page is hidden" in seen(app)
        await press(pilot, "x")
        assert isinstance(app.screen, HomeScreen)
        clock.go(571)
        clock.go(30)
        await pilot.pause()
        assert type(app.screen) is Cover


@pytest.mark.parametrize("way", ["guest", "shared guest", "unlocked", "with a code", "locked"])
async def test_the_minutes_that_were_set_count_however_the_course_is_taken(way: str) -> None:
    world = locked() if way == "locked" else outside(kept="guest" not in way)
    world.settings = MachineSettings(shared=way == "shared guest", guest_first=True, lock_minutes=7)
    async with app_over(world).run_test() as pilot:
        app = await (unlocked(pilot) if way == "locked" else press(pilot, "enter", "escape"))
        app.code = "1234" if way == "with a code" else ""
        clock = Clock(app)
        clock.go(6.4 * 60)
        assert not isinstance(app.screen, IdleScreen | Cover)
        clock.go(0.4 * 60)
        await pilot.pause()
        assert isinstance(app.screen, IdleScreen)
        clock.go(0.3 * 60)
        await comes_true(lambda: isinstance(app.screen, Cover | StartScreen))


async def test_a_locked_notebook_is_closed_when_nobody_is_there() -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        Clock(app).go(601)
        await comes_true(lambda: app.session is None)
        assert world.closed == 1


async def test_when_that_cannot_be_saved_the_cover_says_so() -> None:
    world = locked()
    world.not_saved = "Not saved: the disk is full"
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        Clock(app).go(601)
        await comes_true(lambda: app.session is None)
        await comes_true(lambda: "Not saved: the disk is full" in seen(app))
        assert isinstance(app.screen, LockedCover)


async def test_ctrl_q_asks_before_unsaved_words_are_lost_and_hiding_still_hides() -> None:
    world = outside()
    world.not_saved = "Not saved: the disk is full"
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        home = app.screen
        for key in ("enter", "escape", "b"):
            await press(pilot, "ctrl+q")
            assert isinstance(app.screen, LeaveScreen)
            assert "Not saved: the disk is full" in seen(app)
            await press(pilot, key)
            assert app.screen is home
        await press(pilot, "ctrl+q")
        await press(pilot, "f9")
        assert type(app.screen) is Cover
        await press(pilot, "enter", "2", "enter")
        assert app.return_code == 1


async def test_what_another_window_took_away_is_told_and_not_kept_any_more() -> None:
    world = outside()
    async with app_over(world).run_test(notifications=True) as pilot:
        app = await press(pilot)
        world.taken_away = True
        app.post_message(Told("Not saved: it was locked, moved or removed elsewhere"))
        await press(pilot)
        assert (app.keeping, app.locked, world.closed) == (False, False, 1)
        assert "Not kept: it was locked or moved. See Settings" in seen(app)
        assert "Your notebook was locked, moved or removed" in seen(app)
        before = len(world.keeps)
        app.session.answer("why", Said(text="mine"))  # type: ignore[union-attr]
        assert len(world.keeps) == before
        await press(pilot, "s", "4", "enter", "3", "enter")
        assert app.keeping
        assert "why" in world.keeps[-1].answers


async def test_a_locked_notebook_that_can_only_be_read_is_closed_all_the_same() -> None:
    world = locked()
    world.settings = MachineSettings(shared=True, lock_minutes=2)
    world.read_only = True
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        assert (app.keeping, app.locked, app.status) == (False, True, "Not kept")
        await hidden(app)
        assert isinstance(app.screen, LockedCover)


async def test_a_key_that_wakes_the_machine_after_the_time_hides_first() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await press(pilot)
        clock = Clock(app)
        clock.now += 3600
        await press(pilot, "p")
        assert type(app.screen) is Cover


async def test_a_guest_on_a_shared_machine_is_warned_and_then_the_words_are_dropped() -> None:
    world = outside(kept=False, shared=True)
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter")
        app.wear("handrail-light")
        words, clock = app.session, Clock(app)
        clock.go(95)
        await pilot.pause()
        assert "In 25 seconds your words are dropped" in seen(app)
        world.notebook = Notebook()
        clock.go(30)
        await comes_true(lambda: isinstance(app.screen, StartScreen) and app.session is not None)
        assert app.session is not words
        assert not app.session.notebook.answers
        assert app.theme == "handrail-dark"


async def test_a_guest_s_hidden_page_does_not_wait_for_whoever_comes_next() -> None:
    world = outside(kept=False, shared=True)
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter", "f9")
        words, clock = app.session, Clock(app)
        clock.go(95)
        await pilot.pause()
        assert "Press Enter to go on" in seen(app)
        assert "In 25 seconds your words are dropped" in seen(app)
        await press(pilot, "x")
        clock.go(1)
        await pilot.pause()
        assert "dropped" not in seen(app)
        world.notebook = Notebook()
        clock.now += 120
        await pressed(pilot, "enter")  # it was away too long: Enter shows nothing any more
        await comes_true(lambda: isinstance(app.screen, StartScreen) and app.session is not None)
        assert app.session is not words
        assert not app.session.notebook.answers


async def test_what_a_cover_says_stands_whole_in_a_small_window() -> None:
    async with app_over(outside(kept=False, shared=True)).run_test(size=(60, 20)) as pilot:
        app = await press(pilot, "enter", "f9")
        Clock(app).go(95)
        await pilot.pause()
        assert "so that nobody else sees them." in told(app)
        await press(pilot, "enter")
        app.code = "1234"
        await press(pilot, "f9")
        assert "What was not kept is gone then." in told(app)


async def test_who_reads_help_is_warned_in_its_bar() -> None:
    async with app_over(outside(kept=False, shared=True)).run_test() as pilot:
        app = await press(pilot, "enter", "f1")
        clock = Clock(app)
        clock.go(95)
        await pilot.pause()
        assert isinstance(app.screen, HelpNowScreen)
        assert "Press a key, or your words go in 25 s" in told(app)
        await press(pilot, "down")
        clock.go(1)
        await pilot.pause()
        assert "your words go" not in told(app)
        assert "Just for now" in told(app)


async def test_what_was_typed_of_name_passphrase_or_code_is_gone_under_a_cover() -> None:
    async with app_over(locked()).run_test() as pilot:
        app = await press(pilot, "4", "enter", *"sam", "enter", *"secret", "f2", "f9", "enter")
        assert isinstance(app.screen, OpenScreen)
        assert [field.value for field in app.screen.query(Field)] == ["", ""]
        assert app.screen.query_one(SecretField).password
        app.pop_screen()
        app.lock_up()
        await offered(pilot)
        await press(pilot, "3", "enter", *"secret", "f2", "f9", "enter", "f2")
        assert app.screen.query_one(SecretField).value == ""
        app.push_screen(CodeScreen())
        await press(pilot, *"123", "f9", "enter", "f2")
        assert app.screen.query_one(SecretField).value == ""


async def test_under_a_code_or_on_ones_own_machine_a_hidden_page_waits() -> None:
    for shared, code in ((True, "1234"), (False, "")):
        async with app_over(outside(kept=False, shared=shared)).run_test() as pilot:
            app = await press(pilot, "enter")
            app.code, words = code, app.session
            await press(pilot, "f9")
            Clock(app).go(3600)
            await pilot.pause()
            assert isinstance(app.screen, Cover)
            assert app.session is words


@pytest.mark.parametrize(
    ("key", "screen"), [("1", HomeScreen), ("2", WaysScreen), ("3", PapersScreen)]
)
async def test_the_warning_offers_to_go_on_to_keep_and_to_print(key: str, screen: type) -> None:
    async with app_over(outside(kept=False, shared=True)).run_test() as pilot:
        app = await press(pilot, "enter")
        Clock(app).go(95)
        await press(pilot, key, "enter")
        assert isinstance(app.screen, screen)


async def test_a_guest_on_ones_own_machine_loses_nothing() -> None:
    async with app_over(outside(kept=False)).run_test() as pilot:
        app = await press(pilot, "enter")
        words = app.session
        Clock(app).go(601)
        await pilot.pause()
        assert type(app.screen) is Cover
        assert app.session is words


@pytest.mark.parametrize("kept", [True, False], ids=["over an unlocked notebook", "of a guest"])
async def test_hidden_while_it_was_opened_it_stays_shut_and_can_be_opened_again(kept: bool) -> None:
    world, may = locked(), threading.Event()
    world.kept, opens = kept, world.unlock

    def slowly(nickname: str, passphrase: str) -> Opened:
        may.wait(10)
        return opens(nickname, passphrase)

    world.unlock = slowly  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        app = await press(pilot)
        app.open_locked()
        world.doors["sam", "x"] = notebook("UK")
        await pressed(pilot, *"sam", "enter", *"x", "enter", "f9")
        may.set()
        await comes_true(lambda: world.closed)
        await comes_true(lambda: app.session is None or not kept)
        assert app.covered
        assert not app.keeping
        app.action_hide()
        await comes_true(lambda: isinstance(app.screen, OpenScreen))
        await comes_true(
            lambda: [field for field in app.screen.query(SecretField) if field.is_mounted]
        )
        assert not app.screen.query_one(SecretField).disabled
        assert not world.locked


async def test_help_stays_when_nobody_presses_a_key_but_shows_no_own_words() -> None:
    async with app_over(locked()).run_test() as pilot:
        app = await unlocked(pilot)
        await press(pilot, "f1", "o")
        Clock(app).go(601)
        await comes_true(lambda: app.session is None and app.screen.is_mounted)
        await pilot.pause()
        assert isinstance(app.screen, HelpNowScreen)
        assert app.screen.page == "overdose"
        assert "999" in seen(app)
        await pressed(pilot, "escape", "escape")
        assert isinstance(app.screen, LockedCover)


async def test_a_line_taken_out_is_erased_for_good_once_that_was_chosen() -> None:
    world = outside()
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_settings)
        assert app.session is not None
        session = app.session
        reasons = session.notebook.answers["my-reasons"]
        gone = session.pen.taken_out(reasons.items, reasons.items[0].id)  # type: ignore[attr-defined]
        session.answer("my-reasons", reasons.model_copy(update={"items": gone}))
        words = gone[0].text
        await press(pilot, "6", "enter")
        assert isinstance(app.screen, TakenOutScreen)
        assert words in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, EraseScreen)
        assert words in seen(app)
        assert "printed, and copies you took along, stay" in " ".join(seen(app).split())
        await press(pilot, "enter")
        assert words in seen(app)
        await press(pilot, "enter", "2", "enter")
        assert isinstance(app.screen, TakenOutScreen)
        assert words not in seen(app)
    assert words not in world.keeps[-1].model_dump_json()


async def test_everything_is_forgotten_only_for_the_very_word() -> None:
    world = outside()
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "s", "7", "enter")
        await press(pilot, *"yes", "enter")
        assert isinstance(app.screen, ForgetScreen)
        assert "Nothing was taken away." in seen(app)
        await press(pilot, *"Forget", "enter")
        await comes_true(lambda: isinstance(app.screen, StartScreen) and app.session is not None)
        assert not app.session.notebook.answers
    assert not world.kept


async def test_a_recovery_code_that_was_saved_can_be_deleted_again() -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.push_screen(RecoveryScreen())
        await press(pilot, "2", "enter")
        assert "it opens your notebook" in told(app)
        await press(pilot, "2", "enter")
        assert world.deleted == [world.papers_folder / "words.txt"]
        assert "words.txt is deleted" in told(app)
        assert "Save it as a text file" in told(app)


async def test_a_recovery_code_that_could_not_be_made_is_not_said_to_be_written_down() -> None:
    world = locked()

    def full() -> str:
        raise NotSaved("the disk is full")

    world.new_recovery_code = full  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.push_screen(RecoveryScreen())
        await press(pilot)
        assert "That could not be done: the disk is full." in told(app)
        assert "Go on without a new one" in told(app)
        assert "One moment" not in told(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_where_others_come_next_no_recovery_code_is_saved_as_a_file() -> None:
    world = locked()
    world.settings = MachineSettings(shared=True, guest_first=True)
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.push_screen(RecoveryScreen())
        await press(pilot)
        assert "I want no recovery code" in told(app)
        assert "text file" not in told(app)


async def test_a_locked_notebook_that_can_only_be_read_is_forgotten_too() -> None:
    world = locked()
    world.read_only = True
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.push_screen(ForgetScreen())
        await press(pilot, *"forget", "enter")
        await comes_true(lambda: isinstance(app.screen, StartScreen))
    assert not world.doors


async def test_one_that_can_only_be_read_stays_as_it_is_whatever_way_is_chosen() -> None:
    world = locked()
    world.read_only = True
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        for way in "12":
            app.open_ways()
            await press(pilot, way, "enter")
            assert isinstance(app.screen, HomeScreen)
            assert (app.locked, app.keeping, app.status) == (True, False, "Not kept")


async def test_a_damaged_notebook_is_told_with_what_can_be_done() -> None:
    world = locked()

    def broken(nickname: str, passphrase: str) -> Opened:
        raise Damaged("No copy of your notebook could be read.")

    world.unlock = broken  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "4", "enter", *"sam", "enter", "x", "enter")
        assert "could be read. You can go on just for now." in told(app)


async def test_who_cannot_forget_is_told_and_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    world = locked()

    def cannot() -> None:
        raise NotSaved("the disk can only be read")

    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(world, "forget", cannot)
            app.push_screen(ForgetScreen())
            await press(pilot, *"forget", "enter")
            await comes_true(
                lambda: "Not all of it is gone: the disk can only be read" in told(app)
            )
            assert (app.keeping, app.status) == (False, "Not kept")
        await press(pilot, *"forget", "enter")
        await comes_true(lambda: isinstance(app.screen, StartScreen))
    assert not world.doors


async def test_what_cannot_be_locked_is_told_in_a_whole_sentence() -> None:
    world = outside(kept=False)

    def full(nickname: str, passphrase: str) -> Kept:
        raise NotSaved("the disk is full")

    world.keep_locked = full  # type: ignore[method-assign]
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "enter")
        app.lock_up()
        await offered(pilot)
        await press(pilot, "1", "enter")
        await press(pilot, *("space" if letter == " " else letter for letter in WORDS), "enter")
        await comes_true(
            lambda: "That could not be done: the disk is full. What you had" in told(app)
        )


async def test_what_was_locked_before_is_not_said_to_be_forgotten_or_erased() -> None:
    world = locked()
    async with app_over(world).run_test() as pilot:
        app = await unlocked(pilot)
        app.open_ways()
        await pressed(pilot, "1")
        assert "first go to Forget everything" in told(app)
        await pressed(pilot, "enter")
        app.push_screen(ForgetScreen())
        await pressed(pilot)
        assert "A locked notebook stays: to take it away, open it first" in told(app)
        app.push_screen(EraseScreen("My reasons", ("To be there for Lily",), lambda: None))
        await pressed(pilot)
        assert "A notebook that was kept before stays as it is" in told(app)
        assert "older copies" not in told(app)


def told(app: CourseApp) -> str:
    """What is seen, as if on one line."""
    return " ".join(seen(app).split())
