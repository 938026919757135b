"""Plays every scene on the terminal it is started in, for somebody with a spoiled notebook.

    python -m tests.ui.played REPORT START

Textual's own driver writes to that terminal, so that every byte of it can be looked at. REPORT gets
a line of JSON for each scene: its name, which of the hostile texts were seen on which screen, and
what was amiss.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from course.__main__ import scrub_environment

scrub_environment()

import textual.app  # noqa: E402 - as in the program: the environment first
import textual.pilot  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from course.content.prompts import Prompt  # noqa: E402
from course.notebook.answers import Chosen, Done  # noqa: E402
from course.text import shown_line  # noqa: E402
from course.ui.app import CourseApp  # noqa: E402
from course.ui.screens.lesson import LessonScreen  # noqa: E402
from course.ui.shell import forgive_odd_bytes  # noqa: E402
from tests.hostile import HOSTILE, MARKUP, OBEYED, dealt  # noqa: E402
from tests.ui.keys import press  # noqa: E402
from tests.ui.outside import TestOutside, seen  # noqa: E402
from tests.ui.scenes import SCENES, Scene  # noqa: E402
from tests.ui.spoiled import spoiled  # noqa: E402
from tests.ui.waiting import one_turn  # noqa: E402
from tests.ui.ways import OTHER  # noqa: E402

PATIENCE = 60.0
"""Seconds for one scene."""
BEGINNINGS = {text: shown_line(text)[:30] for text in HOSTILE}
"""How each of the hostile texts begins where it is shown, which is as it was written."""


OBEYED_SIGN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def spoil(app: CourseApp, start: int) -> None:
    """Put hostile words wherever this outside world holds a person's."""
    outside: Any = app.outside
    before, region = outside.notebook, HOSTILE[start] if start else "UK"
    lines = 3 if isinstance(outside, TestOutside) else len(HOSTILE)  # our lessons ask a lot
    book = spoiled(prompts_of(outside.course), start, lines=lines, region=region)
    wordless = {name: a for name, a in before.answers.items() if isinstance(a, Chosen | Done)}
    changes = {"answers": {**book.answers, **wordless}, "places": before.places}
    outside.notebook = book.model_copy(update=changes)
    words = dealt(len(MARKUP) + start % len(OBEYED))
    opens, notices = outside.open, tuple(next(words) for _ in range(3))
    outside.open = lambda *hears: replace(opens(*hears), notices=notices)
    if isinstance(outside, TestOutside):
        outside.doors = dict.fromkeys(outside.doors, outside.notebook)
        outside.papers_folder = Path("/home", next(words), next(words))
        outside.notebook_place = Path("/home", next(words))
        outside.unprintable = tuple(next(words) for _ in range(4))


def prompts_of(course: Any) -> list[Prompt]:
    return [prompt for head in course.heads for prompt in course.lesson(head.id).prompts]


async def leafed(pilot: Pilot[int]) -> AsyncIterator[str]:
    """A lesson, step by step, without answering: the answers are there."""
    screen = (await press(pilot)).screen
    assert isinstance(screen, LessonScreen)
    for number in range(len(screen.walk.steps)):
        yield f"step {number}"
        await screen.action_on()
        await pilot.pause()


def played(name: str, scene: Scene, start: int) -> dict[str, Any]:
    """Play it on this terminal; what was seen, and what was amiss."""
    app = scene.app("handrail-dark")
    spoil(app, start)
    shown, amiss = defaultdict[str, set[int]](set), list[str]()
    states = leafed if name.startswith("lesson") else scene.states

    async def play(pilot: Pilot[int]) -> None:
        state = "before all"
        try:
            async with asyncio.timeout(PATIENCE):
                async for state in states(pilot):
                    amiss.extend(f"{state}: {fault}" for fault in look(app, shown))
        except TimeoutError:
            amiss.append(f"{state}: nothing more came\n{seen(app)}")
        finally:
            app.exit(0)

    app.run(auto_pilot=play)
    if app._exception is not None:
        amiss.append(f"it broke: {app._exception!r}")
    return {"shown": {screen: sorted(texts) for screen, texts in shown.items()}, "amiss": amiss}


def look(app: CourseApp, shown: dict[str, set[int]]) -> list[str]:
    """What is amiss on the screen as it is; notes which of the texts it shows."""
    picture = seen(app)
    words = " ".join(picture.split())
    found = {number for number, text in enumerate(HOSTILE) if BEGINNINGS[text] in words}
    if found:
        shown[type(app.screen).__name__] |= found
    strips = app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    acting = [style for style in styles if style.link or "@click" in style.meta]
    obeyed = [row for row in picture.splitlines() if OBEYED_SIGN.search(row)]
    return [f"does something: {each}" for each in (*acting, *map(ascii, obeyed))]


def main(report: Path, start: int) -> None:
    """All of them, one after the other."""
    textual.app.wait_for_idle = textual.pilot.wait_for_idle = one_turn  # type: ignore[assignment]
    OTHER.clear()  # one theme will do
    forgive_odd_bytes()
    only = os.environ.get("SCENES", "")
    with report.open("w") as lines:
        for name, scene in SCENES.items():
            if only in name:
                print(
                    json.dumps({"scene": name, **played(name, scene, start)}),
                    file=lines,
                    flush=True,
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
