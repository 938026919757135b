"""The first minute: the country is guessed, two ways, few keys, and nothing written unasked."""

from __future__ import annotations

import pytest

from course.ui.screens.home import HomeScreen
from course.ui.screens.regions import RegionScreen
from course.ui.screens.start import StartScreen
from course.ui.widgets.menu import Menu
from tests.ui.keys import press
from tests.ui.outside import TestOutside, app_over, seen
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


async def test_all_of_it_stands_in_a_small_window() -> None:
    async with app_over(fresh()).run_test(size=(60, 20)) as pilot:
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
