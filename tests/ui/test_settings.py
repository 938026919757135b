"""Settings: what is changed shows at once, and stands in the notebook."""

from __future__ import annotations

import pytest

from course.ui.app import CourseApp
from course.ui.screens.home import HomeScreen
from course.ui.themes import CONTRAST, DARK, LIGHT
from tests.ui.filled import notebook
from tests.ui.keys import opened, press
from tests.ui.outside import TestOutside, app_over, seen
from tests.ui.scenes import heads

pytestmark = pytest.mark.usefixtures("quick_pilot")


def outside() -> TestOutside:
    world = TestOutside(notebook("UK"))
    world.heads = heads()
    return world


async def test_the_colours_change_at_once_and_are_kept() -> None:
    world = outside()
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_settings)
        for theme, name in ((LIGHT, "Light"), (CONTRAST, "High contrast"), (DARK, "Dark")):
            await press(pilot, "2", "enter")
            assert app.theme == theme.name
            assert name in seen(app)
            assert world.keeps[-1].settings.theme == theme.name
            assert _background(app) == theme.background


def _background(app: CourseApp) -> str:
    return app.screen.styles.background.hex.lower()


async def test_the_colours_of_the_notebook_are_put_on_when_it_is_opened() -> None:
    world = outside()
    settings = world.notebook.settings.model_copy(update={"theme": LIGHT.name})
    world.notebook = world.notebook.model_copy(update={"settings": settings})
    async with app_over(world).run_test() as pilot:
        assert (await press(pilot)).theme == LIGHT.name


@pytest.mark.parametrize("theme", ["gone", "../x", "textual-dark"])
async def test_colours_that_are_not_ours_are_not_put_on(theme: str) -> None:
    world = outside()
    settings = world.notebook.settings.model_copy(update={"theme": theme})
    world.notebook = world.notebook.model_copy(update={"settings": settings})
    async with app_over(world, theme).run_test() as pilot:
        assert (await press(pilot)).theme == DARK.name


async def test_the_country_is_changed_and_kept() -> None:
    world = outside()
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_settings)
        assert "United Kingdom" in seen(app)
        await press(pilot, "1", "enter", "4", "enter")
        assert "Ireland" in seen(app)
    assert world.keeps[-1].settings.region == "IE"


async def test_keeping_can_be_ended_and_begun_again_without_loss() -> None:
    world = outside()
    async with app_over(world).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_settings)
        await press(pilot, "4")
        assert "Enter shows other ways." in seen(app)
        await press(pilot, "enter", "1", "enter")
        assert not app.keeping
        assert "just for now" in seen(app)
        assert "Nothing more is written on this machine. What was kept before stays" in seen(app)
        kept = len(world.keeps)
        await press(pilot, "2", "enter")
        assert len(world.keeps) == kept
        await press(pilot, "4", "enter", "3", "enter")
        assert app.keeping
        assert app.session is not None
        assert set(app.session.notebook.answers) == set(notebook().answers)
    assert world.keeps[-1].settings.theme == LIGHT.name


async def test_what_the_highlighted_row_means_is_told() -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_settings)
        assert "emergency number" in seen(app)
        await press(pilot, "down")
        assert "high contrast" in seen(app)
        await press(pilot, "down")
        assert "Spanish will come" in seen(app)
        await press(pilot, "down")
        assert "/home/a/notebook" in seen(app)


@pytest.mark.parametrize("key", ["escape", "left", "b"])
async def test_back_goes_home(key: str) -> None:
    async with app_over(outside()).run_test() as pilot:
        app = await opened(pilot, CourseApp.open_settings)
        await press(pilot, key)
        assert isinstance(app.screen, HomeScreen)
