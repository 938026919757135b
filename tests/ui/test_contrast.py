"""What is painted can be read: every pair of colours, on every screen, in each of our themes."""

from __future__ import annotations

import re

import pytest
from rich.color import Color as RichColor
from textual.color import Color

from course.ui.app import CourseApp
from course.ui.themes import THEMES
from tests.ui.scenes import SCENES

TEXT, GRAPHIC = 4.5, 3.0
_GRAPHIC = re.compile("[\u2500-\u25ff\u2800-\u28ff]")
_DECORATION = re.compile("^[─━▁-▉▏▔▐▄▀▌]+$")
"""Rails and edges: whatever they say stands beside them in words."""
ONCE = [name for name in SCENES if not name.startswith(("lesson", "edit"))]
"""The lessons show nothing that the kinds do not; one of them is enough."""
Pairs = dict[tuple[str, str, bool], str]


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("name", [*ONCE, "lesson first-page", "lesson what-the-numbers-say"])
async def test_all_pairs_have_contrast(name: str, theme: str, quick_pilot: None) -> None:
    scene, pairs = SCENES[name], Pairs()
    app = scene.app(theme)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        async for _ in scene.states(pilot):
            assert app.theme == theme
            for pair, sample in painted(app).items():
                pairs.setdefault(pair, sample)
    assert any(not graphic for _, _, graphic in pairs)
    faint = [
        f"{ratio:.2f} {fore} on {back}: {sample!r}"
        for (fore, back, graphic), sample in pairs.items()
        if (ratio := contrast(fore, back)) < (GRAPHIC if graphic else TEXT)
    ]
    assert not faint, "\n".join(faint)


def painted(app: CourseApp) -> Pairs:
    """Each pair of colours on the screen, with a sample; edges and rails left out."""
    pairs = Pairs()
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            sample = text.strip()
            if not sample or style is None or _DECORATION.match(sample):
                continue
            fore, back = _hex(style.color), _hex(style.bgcolor)
            if style.reverse:
                fore, back = back, fore
            assert not style.dim, f"dimmed: {sample!r}"
            pairs.setdefault((fore, back, bool(_GRAPHIC.fullmatch(sample))), sample)
    return pairs


def _hex(colour: RichColor | None) -> str:
    assert colour is not None, "every cell has colours of ours"
    return Color.from_rich_color(colour).hex


def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio of two colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in Color.parse(colour).rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_highlight_and_the_scrollbar_can_be_told_from_what_is_around_them(theme) -> None:  # type: ignore[no-untyped-def]
    assert contrast(theme.primary, theme.variables["raised"]) >= GRAPHIC  # the bar at its left
    assert contrast(theme.variables["scrollbar"], theme.background) >= GRAPHIC
    assert contrast(theme.foreground, theme.variables["input-selection-background"]) >= TEXT
