"""The colours that are painted: which stand on which, whose they are, and whether one can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rich.color import Color as RichColor
from textual.color import Color
from textual.theme import Theme

from course.ui.app import CourseApp
from course.ui.themes import THEMES

TEXT, GRAPHIC = 4.5, 3.0
_GRAPHIC = re.compile("[\u2500-\u25ff\u2800-\u28ff]")
_DECORATION = re.compile("^[─━▁-▉▏▔▐▄▀▌]+$")
"""Rails and edges: whatever they say stands beside them in words."""
Pairs = dict[tuple[str, str, bool], str]


def faults_of_colours(app: CourseApp) -> Iterator[str]:
    """Words that can hardly be read, and grounds that another theme left behind."""
    foreign = _foreign_grounds(app.theme)
    for (fore, back, graphic), sample in painted(app).items():
        if (ratio := contrast(fore, back)) < (GRAPHIC if graphic else TEXT):
            yield f"{ratio:.2f} {fore} on {back} in {app.theme}: {sample!r}"
        if back in foreign:
            yield f"{back} is not of {app.theme}: {sample!r}"


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
    assert pairs, "nothing is painted"
    return pairs


@cache
def _hex(colour: RichColor | None) -> str:
    assert colour is not None, "every cell has colours of ours"
    return Color.from_rich_color(colour).hex


@cache
def _foreign_grounds(theme: str) -> set[str]:
    """What only the other themes paint upon."""
    own = {ground for each in THEMES if each.name == theme for ground in _grounds(each)}
    return {ground for each in THEMES for ground in _grounds(each)} - own


def _grounds(theme: Theme) -> set[str]:
    named = (theme.background, theme.surface, theme.panel, theme.variables["raised"])
    return {Color.parse(colour).hex for colour in named if colour}


@cache
def contrast(one: str, other: str) -> float:
    """WCAG 2's ratio of two colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in Color.parse(colour).rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
