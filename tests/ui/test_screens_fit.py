"""Nothing is cut, hidden or out of reach on any screen, in small windows and all our colours."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import Input

import course.ui.screens
from course.content.prompts import Choose, Prompt, Scenario
from course.content.prose import plain
from course.notebook.answers import Chosen
from course.session.story import turns_taken
from course.session.verdict import Feedback, Reason
from course.ui.app import CourseApp
from course.ui.screens.base import CourseScreen
from course.ui.screens.how import HowScreen
from course.ui.screens.saved import SavedScreen
from course.ui.screens.to_read import ReadScreen
from course.ui.shell import Cover
from course.ui.themes import CONTRAST, DARK, LIGHT
from course.ui.widgets.bars import KeyBar, TopBar
from course.ui.widgets.feedback import verdict
from course.ui.widgets.panel import PromptPanel
from course.ui.widgets.remark import Remark
from course.ui.widgets.stack import Stack
from tests.ui.colours import faults_of_colours
from tests.ui.outside import seen
from tests.ui.scenes import SCENES
from tests.ui.ways import OTHER

LOOKS = {
    "80x24": ((80, 24), DARK),
    "60x20": ((60, 20), LIGHT),
    "60x20-contrast": ((60, 20), CONTRAST),
}
"""Of dark and light every scene puts on the other too, on its way."""
SMALLEST = "60x20"
"""What fits there fits elsewhere, as a rule; the other looks are among the slow tests."""
LONG = [name for name in SCENES if name.startswith("lesson ")][3:]
"""Lessons after the first pages. Each kind of question has a scene of its own beside them."""
ALL = [
    pytest.param(
        name,
        *look,
        id=f"{name}-{called}",
        marks=[pytest.mark.slow] * (name in LONG or called != SMALLEST),
    )
    for name in SCENES
    for called, look in LOOKS.items()
    if not (name.startswith("lesson") and "contrast" in called)  # the kinds have all their colours
]


@pytest.mark.parametrize(("name", "size", "theme"), ALL)
async def test_it_fits(
    name: str,
    size: tuple[int, int],
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
    quick_pilot: None,
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    scene, faults = SCENES[name], dict[str, str]()
    themes, screens = set[str](), set[type[object]]()
    app = scene.app(theme.name)
    async with asyncio.timeout(180), app.run_test(size=size, notifications=True) as pilot:
        async for state in scene.states(pilot):
            themes.add(app.theme)
            screens.add(type(app.screen))
            for fault in await lasting_faults(app):
                faults.setdefault(fault, f"{fault} ({state}, {app.theme})\n{seen(app)}")
    assert themes == {theme.name, OTHER.get(theme.name, theme.name)}
    assert scene.screen in screens
    assert not faults, "\n\n".join(faults.values())


def test_every_screen_has_its_scene() -> None:
    for module in iter_modules(course.ui.screens.__path__):
        import_module(f"course.ui.screens.{module.name}")
    ours = {screen for screen in _below(Screen) if screen.__module__.startswith("course.")}
    drawn = ours - {CourseScreen, HowScreen, SavedScreen, ReadScreen}
    assert {scene.screen for scene in SCENES.values()} == drawn


def _below(kind: type[Screen[Any]]) -> set[type[Screen[Any]]]:
    return {kind}.union(*(_below(each) for each in kind.__subclasses__()))


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
    yield from faults_of_colours(app)
    if isinstance(app.screen, Cover):
        return
    yield from _faults_of_bars(app)
    picture = seen(app)
    yield from (f"unfilled: {row}" for row in picture.splitlines() if re.search("[{}]", row))
    columns = list(app.screen.query(VerticalScroll))
    assert len(columns) == 1
    yield from _cut(columns[0])
    yield from _out_of_reach(app, columns[0])
    yield from _replies_out_of_view(app, _words(picture))


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


def _replies_out_of_view(app: CourseApp, picture: str) -> Iterator[str]:
    """Whatever is said to an answer begins in view; a verdict and a reason are seen whole."""
    view = app.screen.query_one(VerticalScroll).region
    for remark in app.screen.query(Remark):
        rows = str(remark.render()).splitlines()
        first = next((number for number, row in enumerate(rows) if row.strip(" ▌")), None)
        if first is not None and not view.contains(view.x, remark.content_region.y + first):
            yield f"what is said begins out of view: {rows[first]}"
    for panel in app.screen.query(PromptPanel):
        if panel.prompt.marked and _looked_at(app):
            yield from _verdict_out_of_view(panel, picture)
        elif isinstance(panel.prompt, Scenario):
            yield from _turn_out_of_view(panel, picture)


def _looked_at(app: CourseApp) -> bool:
    """Whether an answer is shown: there is nothing left to pick."""
    keys = str(app.screen.query_one(KeyBar).render())
    return any(f"Enter {words}" in keys for words in ("More", "Try once more", "Go on"))


def _verdict_out_of_view(panel: PromptPanel, picture: str) -> Iterator[str]:
    prompt, feedback = panel.prompt, panel.session.feedback_on(panel.prompt)
    assert feedback is not None
    if (said := _words(verdict(prompt, feedback).plain)) not in picture:
        yield f"the verdict is out of view: {said}"
    whys = [_words(plain(reason.why)) for reason in _looked_for(prompt, feedback)]
    if not any(why in picture for why in whys):
        yield f"the reason is out of view: {whys}"


def _looked_for(prompt: Prompt, feedback: Feedback) -> list[Reason]:
    """Reasons of which one is to be seen: for a question, that of what was picked first.

    Of things out of place one that is; when they are not asked again, the first of all.
    """
    if isinstance(prompt, Choose):
        return [reason for reason in feedback.reasons if reason.picked][:1]
    return [reason for reason in feedback.reasons if not (feedback.again and reason.right)]


def _turn_out_of_view(panel: PromptPanel, picture: str) -> Iterator[str]:
    """Of a story: why the last turn leads where it does, and the title of what comes of it."""
    answer = panel.session.answer_to(panel.prompt.id)
    assert isinstance(panel.prompt, Scenario)
    taken = turns_taken(panel.prompt, answer.picks) if isinstance(answer, Chosen) else ()
    for _part, turn in taken[-1:]:
        for said in (_words(plain(turn.why)), _words(panel.prompt.part(turn.to).title)):
            if said not in picture:
                yield f"what came of the turn is out of view: {said}"


def _words(text: str) -> str:
    """The words on one line, without bars and edges."""
    return " ".join(re.sub("[▌▁-█]", " ", text).split())
