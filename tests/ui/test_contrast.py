"""Our themes can be read: the formula, and what is painted so often that it is checked by itself.

Every pair of colours on every screen is looked at in ``test_screens_fit.py``, on the same way.
"""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from course.ui.themes import DARK, LIGHT, THEMES
from course.ui.widgets.bars import TopBar
from tests.ui.colours import GRAPHIC, TEXT, contrast, faults_of_colours
from tests.ui.keys import press
from tests.ui.scenes import SCENES


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_highlight_and_the_scrollbar_can_be_told_from_what_is_around_them(theme: Theme) -> None:
    assert contrast(theme.primary, theme.variables["raised"]) >= GRAPHIC  # the bar at its left
    assert contrast(theme.variables["scrollbar"], theme.background) >= GRAPHIC
    assert contrast(theme.foreground, theme.variables["input-selection-background"]) >= TEXT


async def test_what_is_faint_and_what_another_theme_left_is_found(quick_pilot: None) -> None:
    app = SCENES["home empty"].app(DARK.name)
    async with app.run_test() as pilot:
        await press(pilot)
        assert list(faults_of_colours(app)) == []
        app.screen.query_one(TopBar).styles.background = LIGHT.panel
        await pilot.pause()
        found = "\n".join(faults_of_colours(app))
        assert f"is not of {DARK.name}" in found
        assert f"on {Color.parse(LIGHT.panel or '').hex} in {DARK.name}" in found
