"""Every screen there is, walked through with keys; whoever goes along looks at each state of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from functools import cache, partial

from textual.pilot import Pilot

from course.content.heads import Head, heads_of
from course.content.lesson import Reading
from course.content.prompts import Prompt
from course.notebook.notebook import Notebook, Place
from course.places import lessons_folder
from course.ui.app import CourseApp
from course.ui.screens.edit import EditScreen
from course.ui.screens.idle import IdleScreen
from course.ui.screens.lesson import LessonScreen
from tests.ui.filled import notebook
from tests.ui.keys import opened, press, pressed
from tests.ui.outside import NOW, WORDS, TestOutside, app_over, our_course
from tests.ui.prompts import KINDS, LIST, ROWS
from tests.ui.stage import staged

Look = Callable[[str], Awaitable[None]]
LONG_NOTICE = (
    "Your notebook could not be read. It was set aside in /home/a/.local/share/handrail/set-aside"
    " and is still there. What you say from now on is not kept on this machine."
)


@dataclass(frozen=True)
class Scene:
    """An app, and the way through one of its screens."""

    app: Callable[[str], CourseApp]
    """Makes it, in a theme."""
    states: Callable[[Pilot[int]], AsyncIterator[str]]
    """Goes from state to state, and names each."""


@cache
def heads() -> tuple[Head, ...]:
    """Of the lessons we ship."""
    return heads_of((lessons_folder(),), "en")


def _outside(book: Notebook | None = None, *, kept: bool = True) -> TestOutside:
    outside = TestOutside(book)
    outside.heads, outside.kept = heads(), kept
    return outside


def _app(theme: str, *, book: Notebook | None = None, kept: bool = True) -> CourseApp:
    return app_over(_outside(book, kept=kept), theme)


def with_progress() -> Notebook:
    """Somebody who did the first steps and is in the middle of a lesson."""
    first, second, third = (head.id for head in heads()[:3])
    places = {
        first: Place(step="what-this-is", number=6, of=6, finished=True, at=NOW),
        second: Place(step="reasons", number=8, of=8, finished=True, at=NOW),
        third: Place(step="x", number=3, of=14, at=NOW),
    }
    return notebook("UK").model_copy(update={"places": places})


def _broken(theme: str) -> CourseApp:
    outside = _outside()
    last = replace(heads()[-1], broken="line 3: there is no title", title="03-a")
    outside.heads = (*heads()[:-1], last)
    return app_over(outside, theme)


def _app_with_doors(theme: str) -> CourseApp:
    outside = _outside(kept=False)
    outside.doors["sam", WORDS] = Notebook()
    return app_over(outside, theme)


# Screens that are not lessons


async def _start(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot)
    yield "first"
    await pressed(pilot, "2")
    yield "second way"
    await pressed(pilot, "c")
    yield "countries"
    await pressed(pilot, "end")
    yield "last country"


async def _start_with_doors(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot)
    yield "first"
    await pressed(pilot, "3")
    yield "third way"
    await pressed(pilot, "4", "enter")
    yield "opening"
    await pressed(pilot, *"sam", "enter", *"wrong", "enter")
    await press(pilot)
    yield "wrong"
    await pressed(pilot, "f2", "tab", "enter")
    yield "by code"


async def _lock(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot, "2", "enter")
    yield "name"
    await press(pilot, *"sam", "enter")
    yield "offer"
    await press(pilot, "3", "enter", *"abc", "enter")
    yield "own"
    await press(pilot, "escape", "1", "enter")
    yield "again"
    await press(pilot, *"no", "enter")
    yield "not the same"
    await press(pilot, *(letter if letter != " " else "space" for letter in WORDS), "enter")
    app._deaf_until = 0.0
    await press(pilot, "2", "enter")
    yield "recovery code"
    await press(pilot, "1", "enter", "s")
    yield "settings"
    for row in ("4", "5", "7", "8"):
        await press(pilot, row, "enter")
        yield f"settings {row}"
        await press(pilot, "escape")


async def _asked(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot, "enter")
    app.push_screen(IdleScreen(25.0, guest=True))
    await press(pilot)
    yield "guest"
    await press(pilot, "enter")
    app.push_screen(IdleScreen(1.0, guest=False))
    await press(pilot)
    yield "other"
    await press(pilot, "x", "s", "5", "enter", *"123", "enter")
    yield "code"
    app.code = "1234"
    await press(pilot, "f9", *"99")
    yield "cover"
    await press(pilot, "f1")
    yield "help over the cover"


async def _home(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot)
    yield "first"
    app.status = "Saved"
    await pilot.pause()
    yield "saved"
    await press(pilot, "end")
    yield "end"


async def _home_told(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot)
    app.notices = (LONG_NOTICE,)
    app.status = "Not saved: there is no room left on this disk."
    await pressed(pilot, "s", "escape")
    yield "first"
    await pressed(pilot, "end")
    yield "end"
    app.tell("That lesson cannot be read on this machine. The others work.")
    await pilot.pause()
    yield "toast"


async def _plan(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_plan)
    yield "top"
    for number in range(4):
        await pressed(pilot, *["down"] * 5)
        yield f"further {number}"
    await pressed(pilot, "end")
    yield "end"


async def _edit(pilot: Pilot[int], prompt_id: str) -> AsyncIterator[str]:
    await opened(pilot, lambda app: app.push_screen(EditScreen("My section", (prompt_id,))))
    yield "first"
    await pressed(pilot, "enter")
    yield "enter"


async def _papers(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    yield "first"
    await press(pilot, "2")
    yield "card"
    await press(pilot, "enter")
    yield "saved"
    await press(pilot, "f", "w")
    yield "folder"
    await press(pilot, "escape", "v")
    yield "preview"
    await press(pilot, "end")
    yield "preview end"


async def _settings(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await opened(pilot, CourseApp.open_settings)
    yield "first"
    await press(pilot, "end")
    yield "end"
    app.tell("English is the only language so far. Spanish will come.")
    await pilot.pause()
    yield "toast"


async def _help(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot, "f1")
    yield "first"
    for number in range(8):
        await pressed(pilot, "down")
        yield f"down {number}"
    await pressed(pilot, "o")
    yield "steps"
    await pressed(pilot, "end")
    yield "steps end"
    await pressed(pilot, "escape", "u")
    yield "after using"
    await pressed(pilot, "end")
    yield "after using end"


async def _hide(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot, "f9")
    yield "hidden"


# Lessons


async def lesson_at(pilot: Pilot[int], lesson_id: str, index: int) -> LessonScreen:
    """The lesson on that step, fresh."""
    app = await press(pilot)
    while not app.screen.is_mounted or (isinstance(app.screen, LessonScreen) and not app.focused):
        await pilot.pause(0.01)
    assert app.session is not None
    while isinstance(app.screen, LessonScreen):
        app.pop_screen()
    walk = app.session.enter(lesson_id).moved(-99).moved(index)
    screen = LessonScreen(walk)
    app.push_screen(screen)
    await pilot.pause()
    await pilot.pause()
    return screen


ANSWERING: dict[str, tuple[tuple[str, ...], ...]] = {
    "choose": (("2",), ("space",), ("enter",), ("enter",), ("1", "enter")),
    "order": (("enter",), ("enter",), *[("enter",)] * 6),
    "sort": (("enter",), ("2",), *[("enter",)] * 8),
    "scenario": (("2",), *[("enter",)] * 5),
    "rate": (("2",), ("enter",)),
    "write": (("tab",), tuple("I am still here."), ("tab",), ("tab",), ("space",)),
    "list": (("enter",), tuple(" mine"), ("enter",), ("1",), ("x",)),
    "rows": (("enter",), *[(*"mine 2", "enter")] * 6),
    "pause": (("space",),),
    "task": (("down",),),
    "again": (("enter",), ("tab",)),
    "ask-my-plan": (("enter",), ("down",)),
}
"""Groups of keys for each kind; after each the screen is looked at."""


async def _step(pilot: Pilot[int], screen: LessonScreen) -> AsyncIterator[str]:
    step, app = screen.walk.step, pilot.app
    yield "first"
    if isinstance(step, Reading):
        for page in range(4):
            await pressed(pilot, "pagedown")
            yield f"page {page}"
        return
    from course.ui.widgets.panel import PromptPanel

    asked = screen.query_one(PromptPanel).prompt
    for number, keys in enumerate(ANSWERING.get(asked.kind, ())):
        await pressed(pilot, *keys)
        if app.screen is not screen or screen.walk.step is not step:
            return
        yield f"{asked.kind} {number} {keys[-1]}"


async def _lesson(pilot: Pilot[int], lesson_id: str) -> AsyncIterator[str]:
    for index in range(len(our_course().lesson(lesson_id).steps)):
        screen = await lesson_at(pilot, lesson_id, index)
        async for state in _step(pilot, screen):
            yield f"{index + 1} {screen.walk.step_id} {state}"


async def _kind(pilot: Pilot[int]) -> AsyncIterator[str]:
    screen = await lesson_at(pilot, "one", 0)
    async for state in _step(pilot, screen):
        yield state


def _kind_app(theme: str, prompt: Prompt) -> CourseApp:
    others = tuple(one for one in (LIST, ROWS) if one is not prompt)
    return staged(prompt, *others, theme=theme)


def _scenes() -> dict[str, Scene]:
    book = partial(_app, book=with_progress())
    scenes = {
        "start": Scene(partial(_app, kept=False), _start),
        "start with doors": Scene(_app_with_doors, _start_with_doors),
        "lock": Scene(partial(_app, kept=False), _lock),
        "asked": Scene(partial(_app, book=with_progress(), kept=False), _asked),
        "home empty": Scene(_app, _home),
        "home in the middle": Scene(book, _home),
        "home with a long notice": Scene(_app, _home_told),
        "home with a broken lesson": Scene(_broken, _home),
        "plan empty": Scene(_app, _plan),
        "plan": Scene(book, _plan),
        "papers": Scene(book, _papers),
        "settings": Scene(book, _settings),
        "help empty": Scene(_app, _help),
        "help": Scene(book, _help),
        "hide": Scene(book, _hide),
    }
    for prompt_id in ("my-reasons", "my-people", "when-then", "slip-sentence"):
        scenes[f"edit {prompt_id}"] = Scene(book, partial(_edit, prompt_id=prompt_id))
    for head in heads():
        scenes[f"lesson {head.id}"] = Scene(_app, partial(_lesson, lesson_id=head.id))
    for name, prompt in KINDS.items():
        scenes[f"kind {name}"] = Scene(partial(_kind_app, prompt=prompt), _kind)
    return scenes


SCENES = _scenes()
