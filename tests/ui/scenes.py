"""Every screen there is, walked through with keys; whoever goes along looks at each state of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from course.content.heads import Head
from course.content.lesson import Step
from course.notebook.answers import Chosen, Done, Listed
from course.notebook.notebook import Entry as DatedEntry
from course.notebook.notebook import Notebook, Place
from course.notebook.review import REVIEW, TASK
from course.notebook.units import Item
from course.plan.printing import JobNews, Printer
from course.settings_file import MachineSettings
from course.ui.app import CourseApp
from course.ui.covers import CodeCover, LockedCover
from course.ui.screens.code import CodeScreen
from course.ui.screens.early_lesson import EarlyLesson
from course.ui.screens.edit import EditScreen
from course.ui.screens.erase import EraseScreen
from course.ui.screens.forget import ForgetScreen
from course.ui.screens.goodbye import GoodbyeScreen
from course.ui.screens.help_now import HelpNowScreen
from course.ui.screens.home import HomeScreen
from course.ui.screens.idle import IdleScreen
from course.ui.screens.last_time import LastTimeScreen
from course.ui.screens.leave import LeaveScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.line import LineScreen
from course.ui.screens.lock import LockScreen
from course.ui.screens.older import OlderScreen
from course.ui.screens.on_its_way import OnItsWayScreen
from course.ui.screens.open import OpenScreen
from course.ui.screens.papers import PapersScreen
from course.ui.screens.plan import PlanScreen
from course.ui.screens.preview import PreviewScreen
from course.ui.screens.print import PrintScreen
from course.ui.screens.recovery import RecoveryScreen
from course.ui.screens.regions import RegionScreen
from course.ui.screens.review import ReviewScreen
from course.ui.screens.settings import SettingsScreen
from course.ui.screens.start import StartScreen
from course.ui.screens.taken_out import TakenOutScreen
from course.ui.screens.ways import WaysScreen
from course.ui.screens.words import WordsScreen
from course.ui.shell import Cover
from tests.ours import our_course
from tests.ui.filled import notebook
from tests.ui.keys import at_rest, offered, opened, press, pressed
from tests.ui.outside import NOW, WORDS, TestOutside, app_over, seen
from tests.ui.prompts import ASK, KINDS, LIST, READING, ROWS, SAFETY
from tests.ui.stage import staged
from tests.ui.waiting import until
from tests.ui.ways import States, at_step, each_in_both, through

EDITED = ("my-reasons", "my-people", "when-then", "slip-sentence")
NOT_SAVED = "Not saved: the disk space you may use is full"
OLDER = (
    "Your last save could not be read. It is kept as notebook-00000042-unreadable.toml. "
    "You see the one before."
)
LONG_NOTICE = (
    "Your notebook could not be read. It was set aside in /home/a/.local/share/handrail/set-aside"
    " and is still there. What you say from now on is not kept on this machine."
)


@dataclass(frozen=True)
class Scene:
    """An app, and the way through one of its screens."""

    screen: type[Screen[Any]]
    """The screen that it is about."""
    app: Callable[[str], CourseApp]
    """Makes it, in a theme."""
    states: States
    """Goes from state to state, and names each."""


def heads() -> tuple[Head, ...]:
    """Of the lessons we ship."""
    return our_course().heads


def _outside(book: Notebook | None = None, *, kept: bool = True) -> TestOutside:
    outside = TestOutside(book)
    outside.heads, outside.kept = heads(), kept
    return outside


def _app(
    theme: str, *, book: Notebook | None = None, kept: bool = True, lesson_id: str = ""
) -> CourseApp:
    return app_over(_outside(book, kept=kept), theme, lesson_id=lesson_id)


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


def _guest_with_words(theme: str) -> CourseApp:
    app = _app(theme, book=notebook(), kept=False)
    app.show_first = app.go_home  # type: ignore[method-assign]
    return app


def _with_printers(theme: str) -> CourseApp:
    outside = _outside(notebook())
    why = (
        "second-floor-hall is stopped. It is paused. A paper would wait there, and be printed later"
        " for whoever stands by it."
    )
    outside.known_printers = (
        Printer("office", usual=True, both_sides=True),
        Printer("second-floor-hall", trouble=why),
    )
    stuck = "The printer is out of paper. Put some in, and it goes on. Or take it back."
    outside.job_news = [JobNews("printing", "It is being printed."), JobNews("stuck", stuck)]
    return app_over(outside, theme)


def _without_printer(theme: str) -> CourseApp:
    outside = _outside(notebook())
    outside.known_printers, outside.unprintable = (), ("你",)
    return app_over(outside, theme)


def _with_viewer(theme: str) -> CourseApp:
    outside = _outside(notebook())
    outside.prints_here, outside.opens_here = False, True
    outside.settings = MachineSettings(shared=True)
    return app_over(outside, theme)


QUESTIONS = tuple(
    prompt.id
    for lesson_id in ("cured-or-sober", "a-slip-is-not-a-failure")
    for prompt in our_course().lesson(lesson_id).prompts
    if prompt.marked
)
TASK_ID = next(p.id for p in our_course().lesson("cured-or-sober").prompts if p.kind == "task")


def a_day_later(*, task: bool = False) -> TestOutside:
    """Yesterday some questions were answered; or a task was taken."""
    answers = {name: Chosen(at=NOW, right=True, tries=1) for name in QUESTIONS}
    outside = _outside(Notebook(answers={TASK_ID: Done(at=NOW)} if task else answers))
    outside.now = NOW + timedelta(days=1)
    return outside


def _later(theme: str, *, task: bool = False) -> CourseApp:
    return app_over(a_day_later(task=task), theme)


def _early(theme: str) -> CourseApp:
    app = _app(theme, lesson_id="first-page")
    app.open_early()
    return app


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
    await press(pilot, "4", "enter")
    yield "opening"
    await pressed(pilot, *"sam", "enter", *"wrong", "enter")
    await press(pilot)
    yield "wrong"
    await pressed(pilot, "f2", "tab", "enter")
    yield "by code"


async def _lock(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot, "2", "enter")
    yield "name"
    app = await offered(pilot)
    yield "offer"
    await press(pilot, "3", "enter", *"abc", "enter")
    yield "own"
    await press(pilot, "escape")
    app._deaf_until = 0.0
    await press(pilot, "1", "enter")
    yield "again"
    await press(pilot, *"no", "enter")
    yield "not the same"


async def _locked(pilot: Pilot[int]) -> CourseApp:
    """Name and passphrase are set; the recovery code is shown."""
    app = await offered(pilot, "2", "enter")
    await press(pilot, "1", "enter")
    await press(pilot, *("space" if letter == " " else letter for letter in WORDS), "enter")
    app._deaf_until = 0.0
    return app


async def _recovery(pilot: Pilot[int]) -> AsyncIterator[str]:
    await _locked(pilot)
    await press(pilot, "2", "enter")
    yield "recovery code"
    await press(pilot, "1", "enter", "s")
    yield "settings"
    await press(pilot, "5", "enter")
    yield "passphrase"


async def _locked_cover(pilot: Pilot[int]) -> AsyncIterator[str]:
    await _locked(pilot)
    await press(pilot, "1", "enter", "f9")
    await _painted(pilot)
    yield "cover"
    await pressed(pilot, "enter")
    await _painted(pilot)
    yield "opening"


async def _painted(pilot: Pilot[int]) -> None:
    """Until there are words: there is no session whose work could be waited for."""
    for _ in range(100):
        if seen(pilot.app).strip():
            return
        await pilot.pause(0.01)


async def _of_settings(pilot: Pilot[int], row: str) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_settings)
    await press(pilot, row, "enter")
    yield "first"
    await press(pilot, "1", "2", "3", "enter")
    yield "typed"


async def _asked(pilot: Pilot[int], *, guest: bool) -> AsyncIterator[str]:
    app = await press(pilot, "enter")
    app.push_screen(IdleScreen(25.0, guest=guest))
    await press(pilot)
    yield "first"


async def _covered_by_code(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot)
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


async def _edit(pilot: Pilot[int], name: str) -> AsyncIterator[str]:
    await opened(pilot, lambda app: app.push_screen(EditScreen("My section", (name,))))
    yield "first"
    await pressed(pilot, "enter")
    yield "enter"


async def _erase(pilot: Pilot[int], name: str) -> AsyncIterator[str]:
    await opened(pilot, lambda app: app.push_screen(EditScreen("My section", (name,))))
    await press(pilot, "f8")
    yield "asked"
    await press(pilot, "2", "enter")
    yield "erased"


async def _taken_out(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_settings)
    await press(pilot, "6", "enter")
    yield "first"
    await press(pilot, "end")
    yield "end"
    await press(pilot, "enter")
    yield "asked"
    await press(pilot, "2", "enter")
    yield "one less"


def _much_to_erase(theme: str) -> CourseApp:
    book = with_progress()
    for number, kind in enumerate((TASK, REVIEW) * 6):
        day = NOW - timedelta(days=number)
        book = book.noted(DatedEntry(id=f"e{number}", kind=kind, at=day))
    item = Item(id="gone", text=LONG_NOTICE, gone=True)
    return _app(theme, book=book.answered("old-list", Listed(items=(item,))))


async def _papers(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    yield "first"
    await press(pilot, "2")
    yield "card"
    await press(pilot, "enter")
    yield "saved"
    await press(pilot, "f", "w")
    yield "folder"
    await press(pilot, "escape", "1", "space", "2", "space", "enter")
    yield "two"


async def _opened_papers(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    await press(pilot, "4", "enter")
    yield "saved"
    await press(pilot, "p")
    yield "opened"
    await press(pilot, "2", "enter")
    yield "another saved"
    await press(pilot, "d")
    yield "deleted"


async def _goodbye(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot, "ctrl+q")
    yield "asked"


async def _print(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    await press(pilot, "1", "space", "2", "space", "p")
    yield "first"
    await press(pilot, "2", "enter")
    yield "not ready"


async def _no_printer(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    await press(pilot, "p")
    yield "none"


async def _on_its_way(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await opened(pilot, CourseApp.open_papers)
    await press(pilot, "1", "space", "2", "space", "p")
    await pressed(pilot, "enter")
    await until(pilot, lambda: len(app.on_its_way.papers) == 2)
    yield "waiting"
    await pressed(pilot, "escape")
    yield "asked"
    await pressed(pilot, "2", "enter")
    await until(pilot, lambda: not app.on_its_way.waiting)
    yield "taken back"


async def _lines(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    await press(pilot, "4")
    yield "wallet card"
    await press(pilot, "c")
    yield "first"
    await press(pilot, "end")
    yield "end"
    await press(pilot, "enter")
    yield "chosen"


async def _preview(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_papers)
    await press(pilot, "v")
    yield "top"
    await press(pilot, "end")
    yield "end"


async def _settings(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await opened(pilot, CourseApp.open_settings)
    yield "first"
    await press(pilot, "end")
    yield "end"
    app.tell("English is the only language so far. Spanish will come.")
    await pilot.pause()
    yield "toast"


async def _countries(pilot: Pilot[int]) -> AsyncIterator[str]:
    await opened(pilot, CourseApp.open_settings)
    await press(pilot, "1", "enter")
    yield "first"
    await press(pilot, "end")
    yield "end"


async def _last_time(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot)
    yield "home"
    await press(pilot, "home", "enter")
    yield "first"
    await press(pilot, "3", "enter")
    yield "said"


async def _words(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot, "w")
    yield "first"
    await press(pilot, "enter")
    yield "more"


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


def _unsaved(theme: str) -> CourseApp:
    outside = _outside()
    outside.not_saved = NOT_SAVED
    return app_over(outside, theme)


async def _leave(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot)
    app.status = NOT_SAVED
    await press(pilot, "ctrl+q")
    yield "asked"
    await press(pilot, "2")
    yield "leave anyway"


def _older(theme: str) -> CourseApp:
    outside = _outside(with_progress())
    outside.older, outside.notices = True, (OLDER,)
    return app_over(outside, theme)


async def _asked_older(pilot: Pilot[int]) -> AsyncIterator[str]:
    await pressed(pilot, "2")
    await at_rest(pilot)
    yield "asked"
    await pressed(pilot, "1", "enter")
    await _painted(pilot)
    yield "home"


async def _hide(pilot: Pilot[int]) -> AsyncIterator[str]:
    await press(pilot, "f9")
    yield "hidden"


# Lessons


async def _lesson(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot)
    assert isinstance(app.screen, LessonScreen)
    async for state in through(pilot, app.screen):
        yield state


async def _review(pilot: Pilot[int]) -> AsyncIterator[str]:
    app = await press(pilot)
    yield "home"
    await press(pilot, "home", "enter")
    assert isinstance(app.screen, ReviewScreen)
    async for state in through(pilot, app.screen):
        yield state


async def _kind(pilot: Pilot[int]) -> AsyncIterator[str]:
    screen = (await press(pilot)).screen
    assert isinstance(screen, LessonScreen)
    async for state in at_step(pilot, screen):
        yield state


def _kind_app(theme: str, step: Step, book: Notebook | None = None) -> CourseApp:
    others = tuple(one for one in (LIST, ROWS) if one is not step)
    return staged(step, *others, notebook=book, theme=theme)


# All of them


def _screens() -> dict[str, Scene]:
    book, guest = partial(_app, book=with_progress()), partial(_app, kept=False)
    return {
        "start": Scene(StartScreen, guest, _start),
        "start with doors": Scene(OpenScreen, _app_with_doors, _start_with_doors),
        "lock": Scene(LockScreen, guest, _lock),
        "recovery": Scene(RecoveryScreen, guest, _recovery),
        "ways": Scene(WaysScreen, book, partial(_of_settings, row="4")),
        "code": Scene(CodeScreen, book, partial(_of_settings, row="5")),
        "taken out": Scene(TakenOutScreen, book, partial(_of_settings, row="6")),
        "much to erase": Scene(TakenOutScreen, _much_to_erase, _taken_out),
        **{
            f"erase {name}": Scene(EraseScreen, book, partial(_erase, name=name))
            for name in ("when-then", "slip-sentence")
        },
        "forget": Scene(ForgetScreen, book, partial(_of_settings, row="7")),
        "idle": Scene(IdleScreen, book, partial(_asked, guest=False)),
        "idle guest": Scene(IdleScreen, guest, partial(_asked, guest=True)),
        "locked cover": Scene(LockedCover, guest, _locked_cover),
        "cover with a code": Scene(CodeCover, book, _covered_by_code),
        "home empty": Scene(HomeScreen, _app, _home),
        "home in the middle": Scene(HomeScreen, book, _home),
        "home with a long notice": Scene(HomeScreen, _app, _home_told),
        "home with a broken lesson": Scene(HomeScreen, _broken, _home),
        "plan empty": Scene(PlanScreen, _app, _plan),
        "plan": Scene(PlanScreen, book, _plan),
        **{f"edit {name}": Scene(EditScreen, book, partial(_edit, name=name)) for name in EDITED},
        "papers": Scene(PapersScreen, book, _papers),
        "papers in a viewer": Scene(PapersScreen, _with_viewer, _opened_papers),
        "goodbye": Scene(GoodbyeScreen, _guest_with_words, _goodbye),
        "print": Scene(PrintScreen, _with_printers, _print),
        "print without printer": Scene(PrintScreen, _without_printer, _no_printer),
        "on its way": Scene(OnItsWayScreen, _with_printers, _on_its_way),
        "code on the card": Scene(LineScreen, partial(_app, book=notebook()), _lines),
        "preview": Scene(PreviewScreen, book, _preview),
        "settings": Scene(SettingsScreen, book, _settings),
        "countries": Scene(RegionScreen, book, _countries),
        "words": Scene(WordsScreen, partial(_app, lesson_id="cured-or-sober"), _words),
        "help empty": Scene(HelpNowScreen, _app, _help),
        "help": Scene(HelpNowScreen, book, _help),
        "last time": Scene(LastTimeScreen, partial(_later, task=True), _last_time),
        "leave": Scene(LeaveScreen, _unsaved, _leave),
        "older": Scene(OlderScreen, _older, _asked_older),
        "hide": Scene(Cover, book, _hide),
    }


def _kinds() -> dict[str, Scene]:
    steps = {**KINDS, "reading": READING, "safety": SAFETY}
    apps = {name: partial(_kind_app, step=step) for name, step in steps.items()}
    apps["ask of a row"] = partial(_kind_app, step=ASK, book=notebook())
    return {f"kind {name}": Scene(LessonScreen, app, _kind) for name, app in apps.items()}


def _scenes() -> dict[str, Scene]:
    small = {
        name: replace(scene, states=each_in_both(scene.states))
        for name, scene in {**_screens(), **_kinds()}.items()
    }
    lessons = {
        f"lesson {head.id}": Scene(LessonScreen, partial(_app, lesson_id=head.id), _lesson)
        for head in heads()
    }
    early = {"early lesson": Scene(EarlyLesson, _early, _lesson)}
    return {**small, "review": Scene(ReviewScreen, _later, _review), **early, **lessons}


SCENES = _scenes()
