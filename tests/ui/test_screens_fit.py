"""Nothing is cut, hidden or out of reach on any screen, in small windows and all our colours."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input

from course.content.prompts import Prompt
from course.ui.app import CourseApp
from course.ui.screens.lesson import LessonScreen
from course.ui.shell import Cover
from course.ui.themes import CONTRAST, DARK, LIGHT
from course.ui.widgets.bars import KeyBar, TopBar
from course.ui.widgets.panel import PromptPanel
from course.ui.widgets.stack import Stack
from tests.ui.outside import seen
from tests.ui.scenes import SCENES

LOOKS = {
    "80-dark": ((80, 24), DARK.name),
    "60-light": ((60, 20), LIGHT.name),
    "60-contrast": ((60, 20), CONTRAST.name),
}
"""What fits is a matter of the size and not of the colours."""
ALL = [
    pytest.param(name, *look, id=f"{name}-{called}")
    for name in SCENES
    for called, look in LOOKS.items()
    if not (name.startswith("lesson") and called == "60-contrast")  # they are long
]


@pytest.mark.parametrize(("name", "size", "theme"), ALL)
async def test_it_fits(
    name: str, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch, quick_pilot: None
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    scene, faults, states = SCENES[name], dict[str, str](), 0
    app = scene.app(theme)
    async with app.run_test(size=size, notifications=True) as pilot:
        async for state in scene.states(pilot):
            states += 1
            for fault in await lasting_faults(app):
                faults.setdefault(fault, f"{fault} ({state})\n{seen(app)}")
    assert states
    assert not faults, "\n\n".join(faults.values())


async def lasting_faults(app: CourseApp) -> list[str]:
    """What is still amiss when all is laid out."""
    faults = list(faults_on(app))
    for _ in range(20 if faults else 0):
        await asyncio.sleep(0.01)
        if not (faults := list(faults_on(app))):
            break
    return faults


def faults_on(app: CourseApp) -> Iterator[str]:
    """Whatever a person would miss on the screen as it is now."""
    if isinstance(app.screen, Cover):
        return
    yield from _faults_of_bars(app)
    columns = list(app.screen.query(VerticalScroll))
    assert len(columns) == 1
    yield from _cut(columns[0])
    yield from _out_of_reach(app, columns[0])
    if isinstance(app.screen, LessonScreen):
        yield from _reasons_out_of_view(app, app.screen)


def _faults_of_bars(app: CourseApp) -> Iterator[str]:
    top, keys = app.screen.query_one(TopBar), app.screen.query_one(KeyBar)
    column = app.screen.query_one(VerticalScroll)
    if not (top.region.bottom <= column.region.y and column.region.bottom <= keys.region.y):
        yield "a bar hides a part of the column"
    rows = 3 if len(app.status) > app.size.width // 2 else 2  # why nothing is saved is never cut
    if keys.region.bottom != app.size.height or keys.size.height > rows:
        yield f"the key bar is {keys.size.height} rows high, down to {keys.region.bottom}"
    above = str(top.render())
    if not above.rstrip().endswith("F9 Hide") or "F1 Help now" not in above:
        yield "help is not named in the top bar"
    if "…" in str(keys.render()):
        yield "a key is cut"


def _cut(column: VerticalScroll) -> Iterator[str]:
    """Text wider or higher than the widget that draws it, or beside the column."""
    view = column.scrollable_content_region
    for widget in column.walk_children(Widget):
        if not widget.display or not widget.region.width:
            continue
        if not (view.x <= widget.region.x and widget.region.right <= view.right):
            yield f"{widget} stands out at the side"
        if isinstance(widget, Input) and len(widget.placeholder) >= widget.content_size.width:
            yield f"the hint of {widget} is cut"
        drawn = widget.render() if type(widget).__module__.startswith("course") else None
        if isinstance(drawn, Content):
            rows = drawn.split("\n", allow_blank=True)
            wide = max((row.cell_length for row in rows), default=0)
            if wide > widget.content_size.width:
                yield f"{widget} is {widget.content_size.width} wide and draws {wide}"
            if drawn and len(rows) > widget.content_size.height:
                yield f"{widget} is {widget.content_size.height} high and draws {len(rows)}"


def _out_of_reach(app: CourseApp, column: VerticalScroll) -> Iterator[str]:
    """No focus, or the focus or its highlight out of view."""
    focused, view = app.focused, column.scrollable_content_region
    if focused is None:
        yield "nothing has the focus"
        return
    if not focused.region.intersection(view).area:
        yield f"{focused} has the focus and is out of view"
        return
    lit = _highlight(focused)
    if lit is not None and not _in_view(lit, view):
        yield f"the highlight of {focused} is out of view"


def _in_view(region: Region, view: Region) -> bool:
    """All of it, or, where it is taller than the window, as much as there is room for."""
    return region.intersection(view).height >= min(region.height, view.height - 2)


def _highlight(widget: Widget) -> Region | None:
    if isinstance(widget, Stack) and widget.lit(widget.highlighted):
        origin = widget.content_region.offset
        return widget.region_of(widget.highlighted).translate(origin)
    return None


def _reasons_out_of_view(app: CourseApp, screen: LessonScreen) -> Iterator[str]:
    """Right after answering, the reason of what was picked is seen, from its first word on."""
    for panel in screen.query(PromptPanel):
        view, prompt = panel.view, panel.prompt
        looking = getattr(view, "_stage", "") == "looking" or getattr(view, "looking", False)
        if looking and (why := _first_why(app, prompt)):
            painted = " ".join(seen(app).replace("▌", " ").split())
            if " ".join(why.split()) not in painted:
                yield f"the reason is out of view: {why}"


def _first_why(app: CourseApp, prompt: Prompt) -> str:
    assert app.session is not None
    feedback = app.session.feedback_on(prompt)
    reasons = [reason for reason in feedback.reasons if reason.picked] if feedback else []
    if not reasons or prompt.kind in ("order", "sort") or not reasons[0].why:
        return ""
    return "".join(span.text for span in reasons[0].why[0].line)  # type: ignore[union-attr]
