"""The first minute: the country is guessed, two ways, few keys, and nothing written unasked."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from course.errors import NotSaved
from course.machine import Machine
from course.notebook.notebook import Notebook
from course.settings_file import NAME, MachineSettings
from course.store.folder import Folder
from course.store.form import to_bytes
from course.ui.app import CourseApp
from course.ui.outside import Kept
from course.ui.screens.home import HomeScreen
from course.ui.screens.lock import LockScreen
from course.ui.screens.open import OpenScreen
from course.ui.screens.plan import PlanScreen
from course.ui.screens.regions import RegionScreen
from course.ui.screens.start import StartScreen
from course.ui.screens.ways import about, ways
from course.ui.widgets.menu import Menu
from course.ui.widgets.secret import SecretField
from tests.ui.keys import offered, press, pressed, told
from tests.ui.outside import NOW, WORDS, TestOutside, app_over, seen
from tests.ui.scenes import heads

pytestmark = pytest.mark.usefixtures("quick_pilot")


def fresh() -> TestOutside:
    """A machine on which nothing is kept."""
    outside = TestOutside()
    outside.kept, outside.heads = False, heads()
    return outside


@pytest.mark.parametrize(
    ("locale", "country"),
    [
        ("en_GB.UTF-8", "United Kingdom"),
        ("en_US.UTF-8", "United States"),
        ("en_IE@euro", "Ireland"),
        ("en_NZ", "New Zealand"),
        ("C.UTF-8", "not known yet"),
        ("xx_ZZ.UTF-8", "not known yet"),
        ("../../etc", "not known yet"),
    ],
)
async def test_the_country_is_guessed_from_the_locale(
    locale: str, country: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", locale)
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot)
        assert f"Country for help lines: {country}" in seen(app)


async def test_the_country_can_be_changed_before_anything_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot, "c")
        assert isinstance(app.screen, RegionScreen)
        menu = app.screen.query_one(Menu)
        assert menu.here is not None
        assert menu.here.id == "UK"
        await press(pilot, "5", "enter")
        assert "Country for help lines: Australia" in seen(app)
        await press(pilot, "enter")
        assert app.session is not None
        assert app.session.notebook.settings.region == "AU"


async def test_a_letter_key_works_as_a_capital_too() -> None:
    """The bar shows capitals, and Caps Lock may be on."""
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot, "C")
        assert isinstance(app.screen, RegionScreen)
        await press(pilot, "B", "1", "enter")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "P")
        assert isinstance(app.screen, PlanScreen)


def test_the_first_page_names_the_ways_as_they_are_offered() -> None:
    page = Path("lessons/en/00-first-page.md").read_text(encoding="utf-8")
    assert [way.words.plain for way in ways(opens=False) if f"**{way.words}**" not in page] == []


async def test_escape_leaves_the_country_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot, "c", "1", "escape")
        assert isinstance(app.screen, StartScreen)
        assert "United Kingdom" in seen(app)


@pytest.mark.parametrize(
    ("keys", "keeping"),
    [
        (("enter",), False),
        (("3", "enter"), True),
        (("down", "down", "enter"), True),
        (("3", "1", "enter"), False),
        (("end", "enter"), True),
    ],
)
async def test_a_digit_moves_and_enter_chooses(keys: tuple[str, ...], keeping: bool) -> None:
    outside = fresh()
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot, *keys[:-1])
        assert isinstance(app.screen, StartScreen)
        await press(pilot, keys[-1])
        assert isinstance(app.screen, HomeScreen)
        assert app.keeping is keeping
    assert bool(outside.keeps) is keeping


class FullDisk(TestOutside):
    """Nothing can be kept on it."""

    def keep_here(self) -> Kept:
        raise NotSaved("the disk is full")


async def test_who_wants_to_keep_and_cannot_sees_it_as_long_as_it_is_so() -> None:
    outside = FullDisk()
    outside.kept, outside.heads = False, heads()
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot, "3", "enter")
        assert isinstance(app.screen, HomeScreen)
        assert await told(pilot, "the disk is full")
        app.clear_notifications()  # nobody looks at it for ever
        await press(pilot)
        assert seen(app).rstrip().endswith("Not kept")


async def test_help_comes_before_any_answer_and_goes_back_to_the_question() -> None:
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot, "3", "f1")
        assert "Someone will not wake up" in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, StartScreen)
        menu = app.screen.query_one(Menu)
        assert menu.here is not None
        assert menu.here.id == "unlocked"


async def test_other_keys_choose_nothing() -> None:
    outside = fresh()
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot, "4", "9", "x", "space", "left", "b", "escape", "tab")
        assert isinstance(app.screen, StartScreen)
    assert outside.keeps == []


@pytest.mark.parametrize("shared", [False, True])
async def test_all_of_it_stands_in_a_small_window(shared: bool) -> None:
    world = fresh()
    world.settings = MachineSettings(shared=shared, guest_first=True)
    world.doors = {("sam", WORDS): Notebook()} if shared else {}
    async with app_over(world).run_test(size=(60, 20)) as pilot:
        app = await press(pilot)
        assert "Welcome." in seen(app)
        assert "C changes it" in seen(app)
        assert app.screen.query_one("#column").max_scroll_y == 0


async def test_each_way_says_what_it_means_the_first_one_too() -> None:
    async with app_over(fresh()).run_test() as pilot:
        app = await press(pilot)
        assert "Nothing is written here." in seen(app)
        await press(pilot, "2")
        assert "Only you can open it" in seen(app)
        await press(pilot, "3")
        assert "Others who use this account can read it." in " ".join(seen(app).split())


async def test_where_others_come_next_it_says_that_they_can_read_what_is_not_locked() -> None:
    world = fresh()
    world.settings = MachineSettings(shared=True, guest_first=True)
    async with app_over(world).run_test() as pilot:
        app = await press(pilot, "3")
        assert "whoever comes next can open it and read it." in " ".join(seen(app).split())


@pytest.mark.parametrize(
    ("guest_first", "doors", "suggested"),
    [
        (True, False, "now"),
        (True, True, "now"),
        (False, False, "locked"),
        (False, True, "open"),
    ],
)
async def test_what_enter_takes_is_as_whoever_runs_the_machine_wishes(
    guest_first: bool, doors: bool, suggested: str
) -> None:
    outside = fresh()
    outside.settings = MachineSettings(guest_first=guest_first)
    if doors:
        outside.doors["sam", WORDS] = Notebook()
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot)
        menu = app.screen.query_one(Menu)
        assert menu.here is not None
        assert menu.here.id == suggested
        assert about(suggested, shared=False)[:30] in " ".join(seen(app).split())
        await press(pilot, "enter")
        screens = {"now": HomeScreen, "locked": LockScreen, "open": OpenScreen}
        assert isinstance(app.screen, screens[suggested])
    assert outside.keeps == []


def machine(home: Path, settings: str) -> CourseApp:
    """The app on a real machine with these settings."""
    (home / NAME).write_text(settings)
    return CourseApp(Machine(home, (), lambda: NOW, Random(1)))


async def test_the_machines_country_answers_the_question_before_it_is_asked(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    async with machine(home, 'country = "NZ"\nguest_first = true').run_test() as pilot:
        app = await pressed(pilot, "f1")  # help names its number, before there is a session
        assert "111" in seen(app)
        await press(pilot, "escape")
        assert "Country for help lines: New Zealand" in seen(app)
        await press(pilot, "enter")
        assert app.session is not None
        assert app.session.notebook.settings.region == "NZ"


async def test_a_country_of_ones_own_counts_more_than_the_machines(home: Path) -> None:
    folder = Folder(home / "notebook")
    folder.save(0, to_bytes(Notebook().chose("sam", region="UK")))
    async with machine(home, 'country = "NZ"').run_test() as pilot:
        app = await press(pilot, "f1")
        assert "999" in seen(app)
        assert app.session is not None
        assert app.session.notebook.settings.region == "UK"


async def test_a_notebook_without_a_country_takes_that_of_the_machine(home: Path) -> None:
    Folder(home / "notebook").save(0, to_bytes(Notebook()))
    async with machine(home, 'country = "NZ"').run_test() as pilot:
        app = await press(pilot)
        assert app.session is not None
        assert app.session.notebook.settings.region == "NZ"


async def test_the_country_chosen_in_help_is_the_one_that_is_started_with() -> None:
    outside = fresh()
    async with app_over(outside).run_test() as pilot:
        app = await press(pilot, "f1", "c", "5", "enter", "escape")
        assert "Country for help lines: Australia" in seen(app)
        await press(pilot, "c", "3", "enter", "f1")
        assert "999" in seen(app)
        await press(pilot, "escape", "enter")
        assert app.session is not None
        assert app.session.notebook.settings.region == "UK"


@pytest.mark.parametrize(
    ("words", "then"),
    [("four words of mine", "Once more"), ("abc", "Enter once more takes it all the same.")],
)
async def test_enter_right_after_an_own_passphrase_is_heard(words: str, then: str) -> None:
    async with app_over(fresh()).run_test() as pilot:
        app = await offered(pilot, "2", "enter")
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, LockScreen)
        app.screen.query_one(SecretField).value = words  # of which the screen learns a moment later
        app.screen.action_go()
        await press(pilot)
        assert then in " ".join(seen(app).split())
