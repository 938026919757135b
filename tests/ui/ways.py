"""Ways through a lesson, and through our colours: each state is named for whoever looks at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

from textual.pilot import Pilot

from course.content.lesson import Reading, step_id
from course.content.prompts import Choose, Prompt
from course.content.prose import plain
from course.session.session import Session
from course.session.verdict import TRIES
from course.ui.screens.base import Column
from course.ui.screens.lesson import LessonScreen
from course.ui.themes import DARK, LIGHT
from course.ui.widgets.bars import KeyBar
from course.ui.widgets.panel import PromptPanel
from tests.ui.keys import pressed

States = Callable[[Pilot[int]], AsyncIterator[str]]

REPLIES: dict[str, tuple[tuple[str, ...], ...]] = {
    "choose": (("2",), ("space",), ("enter",)),
    "scenario": (("2",), *[("enter",)] * 5),
    "rate": (("2",), ("enter",)),
    "write": (("tab",), tuple("Me."), ("tab",), ("tab",), ("space",)),
    "list": (("enter",), tuple(" me"), ("enter",), ("1",), ("x",)),
    "rows": (("enter",), *[("m", "2", "enter")] * 6),
    "pause": (("space",),),
    "task": (("down",),),
    "ask-my-plan": (("enter",), ("down",)),
}
"""Groups of keys for what is never marked; after each the screen is looked at."""
EVERY_CELL = (("enter",), ("enter",), ("m", "tab"), *[("enter",)] * 9)
"""The same for rows with a column of every shape: one cell after the other."""


def _replies(session: Session, prompt: Prompt) -> Iterator[tuple[str, ...]]:
    """The keys of somebody whose answer to a question is not quite right, twice."""
    if not prompt.marked:
        yield from EVERY_CELL if prompt.id == "shapes" else REPLIES[prompt.kind]
        return
    for number in range(TRIES):
        yield from [("enter",)] * (number > 0)  # once more
        yield from _not_quite_right(session, prompt)


def _not_quite_right(session: Session, prompt: Prompt) -> Iterator[tuple[str, ...]]:
    """The wrong option with most to say; of what is put into boxes or in order, what is lit."""
    tries = session.tries(prompt.id)
    if isinstance(prompt, Choose):
        options = session.shuffled(prompt).options
        worst = max(options, key=lambda option: (not option.right, len(plain(option.why))))
        yield (str(options.index(worst) + 1), *["space"] * prompt.several)
    while session.tries(prompt.id) == tries:
        yield ("enter",)


async def through(pilot: Pilot[int], screen: LessonScreen) -> AsyncIterator[str]:
    """Every step, the way a learner goes."""
    for index, step in enumerate(screen.walk.steps):
        assert (pilot.app.screen, screen.walk.index) == (screen, index)
        async for state in at_step(pilot, screen):
            yield f"{index + 1} {step_id(step)} {state}"
        if isinstance(step, Prompt):
            for _ in range(4):  # the last key goes through all who hear of it
                await pilot.pause()
        if pilot.app.screen is screen and screen.walk.index == index:
            await screen.action_on()
            await pilot.pause()


async def at_step(pilot: Pilot[int], screen: LessonScreen) -> AsyncIterator[str]:
    """Down to the end of a page; a question until it is answered."""
    yield "first"
    step = screen.walk.step
    if not (isinstance(step, Prompt) and step.marked):  # a question has its verdicts in both
        async for state in other_colours(pilot):
            yield state
    rest = _further if isinstance(step, Reading) else _answered
    async for state in rest(pilot, screen):
        yield state


async def _further(pilot: Pilot[int], screen: LessonScreen) -> AsyncIterator[str]:
    column = screen.query_one("#column", Column)
    while column.scroll_y < column.max_scroll_y:
        await pressed(pilot, "pagedown")
        yield f"from row {column.scroll_y:.0f}"


async def _answered(pilot: Pilot[int], screen: LessonScreen) -> AsyncIterator[str]:
    """Each reply, as long as there is more to do than to go on; each verdict in both colours."""
    prompt, walk = screen.query_one(PromptPanel).prompt, screen.walk
    tries = screen.session.tries(prompt.id)
    for number, keys in enumerate(_replies(screen.session, prompt)):
        while "Enter More" in _keys(screen):  # what is said goes on below the window
            await pressed(pilot, "enter")
        if keys[-1] == "enter" and "Enter Go on" in _keys(screen):
            return
        await pressed(pilot, *keys)
        if pilot.app.screen is not screen or screen.walk is not walk:
            return
        yield f"{prompt.kind} {number} {keys[-1]}"
        if tries != (tries := screen.session.tries(prompt.id)):
            async for state in other_colours(pilot):
                yield f"{prompt.kind} {number} {state}"


def _keys(screen: LessonScreen) -> str:
    return str(screen.query_one(KeyBar).render())


OTHER = {DARK.name: LIGHT.name, LIGHT.name: DARK.name}


async def other_colours(pilot: Pilot[int]) -> AsyncIterator[str]:
    """The same picture in light instead of dark, or the other way round; so it stays."""
    if pilot.app.theme in OTHER:
        pilot.app.theme = OTHER[pilot.app.theme]
        await pilot.pause()
        yield "in other colours"


def each_in_both(states: States) -> States:
    """Each state, and the same in the other colours."""

    async def colourful(pilot: Pilot[int]) -> AsyncIterator[str]:
        async for state in states(pilot):
            yield state
            async for same in other_colours(pilot):
                yield f"{state} {same}"

    return colourful
