"""Three later lessons by keys: every step, every prompt in own words; and the plan in hand."""

from __future__ import annotations

import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from course.content.course import Course
from course.content.lesson import Lesson, Reading, Step
from course.content.prompts import (
    AskMyPlan,
    Choose,
    Column,
    Listing,
    Order,
    Pause,
    Prompt,
    Rate,
    Rows,
    Scenario,
    Sort,
    Task,
    Write,
)
from course.content.prose import Prose, plain
from course.notebook.notebook import Notebook
from course.places import lessons_folder
from course.session.session import Session
from course.store.folder import Folder
from course.store.names import NOTEBOOK
from course.store.notebooks import open_notebook
from tests.journey import PATIENCE, Answering
from tests.learner import HANDRAIL, Learner
from tests.terminal import Terminal

COURSE = Course([lessons_folder()], "en")
LESSONS = [
    COURSE.lesson(name) for name in ("my-reasons", "from-trigger-to-coping", "put-it-together")
]
NOBODY = Session(COURSE, Notebook(), [].append, lambda: datetime.now(UTC), Random(1))
"""Says how a prompt is asked of somebody who has not chosen a country."""

ENTRY = re.compile(r"^ *(▌)? *(\d(?= ))? *(?:\( \) |\(•\) |\[.\] )?(.*?) *$")
"""A row of a list: whether the highlight is there, its number, and its words."""
GOES_ON = "→ Go on"
NOTHING_YET = "There is nothing in this part of your plan yet."


@pytest.mark.slow
def test_what_is_answered_by_keys_in_three_later_lessons_stands_in_the_plan(home: Path) -> None:
    with Terminal([HANDRAIL, "--home", home]) as terminal:
        Learner(terminal).start("Keep it, unlocked")
        learner = ByKeys(terminal)
        for lesson in LESSONS:
            learner.take(lesson)
        seen = learner.read_plan()
        assert Learner(terminal).leave() == 0

    notebook = open_notebook(Folder(home / NOTEBOOK)).notebook
    asked = [prompt for lesson in LESSONS for prompt in lesson.prompts]
    assert [prompt.id for prompt in asked if prompt.id not in notebook.answers] == []
    assert [lesson.id for lesson in LESSONS if not notebook.places[lesson.id].finished] == []
    assert learner.drilled == [prompt.id for prompt in asked if isinstance(prompt, AskMyPlan)]
    chosen = [notebook.answers[prompt.id] for prompt in asked if prompt.marked]
    assert [(one.tries, one.right) for one in chosen] == [(tries, True) for tries in learner.tries]
    assert set(learner.tries) == {1, 2}

    printed = parts_of(handrail(home, "plan", "--text"))
    fed = {name: section for section in COURSE.outline.sections for name in section.sources}
    assert [prompt.id for prompt in asked if prompt.id in fed and not learner.said[prompt.id]] == []
    for name, words in learner.said.items():
        title = fed[name].title if name in fed else "Other things I wrote"
        assert missing(words, seen[title]) == []
        if name not in fed or "plan" in fed[name].papers:
            assert missing(words, printed[title]) == []


class ByKeys:
    """Takes lessons as they are written: each step says what is asked, the screen which keys.

    Whatever a step asks is answered as far as the Enter that goes on. Of each kind of question the
    first is answered not quite right and tried again, and so is every other one after it.
    """

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.said: dict[str, list[str]] = defaultdict(list)
        """The words written for each prompt."""
        self.tries: list[int] = []
        """How often each question was answered, in their order."""
        self.drilled: list[str] = []
        """The questions that were made from the learner's own plan."""
        self._learner, self._path = Learner(terminal), Answering(terminal)
        self._met: Counter[type] = Counter()
        self._ways: dict[type[Prompt], Callable[[Any], None]] = {
            Choose: self._pick,
            Scenario: self._story,
            Rate: self._rate,
            Write: self._write,
            Listing: self._list,
            Rows: self._row,
            Pause: self._pause,
            Task: self._promise,
        }
        self._names = (f"heron{number}." for number in count(1))
        self._phones = (f"555 {number:04}" for number in count(100))

    def take(self, lesson: Lesson) -> None:
        """Every step of a lesson, from Home to Home."""
        self._path.open(lesson.head.title)
        for number, step in enumerate(lesson.steps, start=1):
            self._stand_at(number, lesson)
            self._answer(step)
            assert "{" not in self.terminal.text, self.terminal.framed()
            self._wait_enter("Finish" if step is lesson.steps[-1] else ".+")
            self._press("enter")
        self.terminal.wait_for("Your path", timeout=PATIENCE)

    def _stand_at(self, number: int, lesson: Lesson) -> None:
        self.terminal.wait_for(re.compile(rf" {number} of {len(lesson.steps)}(?!\d)"))
        self.terminal.listen(quiet=0.1)

    def _answer(self, step: Step) -> None:
        if isinstance(step, Reading):
            self._read(step)
        elif isinstance(step, AskMyPlan):
            self._drill(step)
        else:
            prompt = NOBODY.asked(step)
            self._see(prompt.lead)
            ask = self._question if prompt.marked else self._ways[type(prompt)]
            ask(prompt)

    def _read(self, step: Reading) -> None:
        self.terminal.wait_for(step.title or step.passages[0].title)
        while self._path.enter == "More":
            self._press("enter")

    # Questions

    def _question(self, prompt: Choose | Order | Sort) -> None:
        missed = self._met[type(prompt)] % 2 == 0
        self._met[type(prompt)] += 1
        self._try(prompt, right=not missed)
        if missed:
            self._enter("Try once more")
            self._try(prompt, right=True)
        while self._path.enter == "More":
            self._press("enter")
        self._wait_enter("Go on")
        self.tries.append(2 if missed else 1)

    def _try(self, prompt: Choose | Order | Sort, *, right: bool) -> None:
        match prompt:
            case Choose():
                self._choose(prompt, right=right)
            case Order():
                for option in prompt.options if right else prompt.options[::-1]:
                    self._light(option.text)
                    self._press("enter")
            case Sort():
                self._sort(prompt, right=right)

    def _choose(self, prompt: Choose, *, right: bool) -> None:
        wanted = [option for option in prompt.options if option.right is right]
        for option in wanted if prompt.several else wanted[:1]:
            self._light(option.text)
            if prompt.several:
                self._press("space")
        self._press("enter")
        if self._wait("How sure are you?", "▌ ✓", "▌ ○") == "How sure are you?":
            self._light("Fairly sure")
            self._press("enter")
        self._see(wanted[0].why)

    def _sort(self, prompt: Sort, *, right: bool) -> None:
        """What is asked first goes into another box unless it is to be right."""
        of = int(self.terminal.wait_for(re.compile(r"^ +1 of (\d+)  ", re.MULTILINE))[1])
        for number in range(1, of + 1):
            self._wait_seen(asked := f"{number} of {of} ")
            item = next(one for one in prompt.items if asked + one.text in self._seen)
            mine = right or number > 1
            self._light(next(b.title for b in prompt.boxes if (b.id == item.box) is mine))
            self._press("enter")

    # What holds no right answer

    def _pick(self, prompt: Choose) -> None:
        self._light(prompt.options[-1].text)
        if why := prompt.options[-1].why:
            self._enter("Answer")
            self._see(why)

    def _pause(self, prompt: Pause) -> None:
        self._press("space")
        self.terminal.listen(quiet=1.5)  # only every tenth second is shown

    def _promise(self, prompt: Task) -> None:
        self._light("I will")

    def _story(self, prompt: Scenario) -> None:
        """By the last turn of each scene that leads somewhere new."""
        part, been = prompt.parts[0], set[str]()
        while part.turns:
            been.add(part.id)
            new = [turn for turn in part.turns if turn.to not in been]
            self._light(new[-1].text)
            self._press("enter")
            self._see(new[-1].why)
            part = prompt.part(new[-1].to)
            self._see(part.prose)
        self.terminal.wait_for("The story ends here.")

    def _rate(self, prompt: Rate) -> None:
        self._press("8")
        if prompt.ends and prompt.ends[-1].why:
            self._enter("Take it")
            self._see(prompt.ends[-1].why)

    def _write(self, prompt: Write) -> None:
        if prompt.menu:
            self._enter("Use it")
        self._type(prompt.id)
        self._press("tab")
        if prompt.check:
            self._see(prompt.model)
            self._press("space")
        self._wait_enter("Go on")

    def _list(self, prompt: Listing) -> None:
        """One line from the menu, reworded, where nothing stands yet; then one of one's own."""
        if self._path.enter == "Pick it":
            self._press("enter")
            self._type(prompt.id)
            self._enter("Put it on my list")
            self._wait_lit(GOES_ON)
        self._press("tab")
        self._type(prompt.id)
        self._enter("Put it on my list")
        self._wait_lit(GOES_ON)

    def _row(self, prompt: Rows) -> None:
        if "+ Add another" in self._seen:
            self._light("+ Add another", by="up")
            self._press("enter")
        for number, column in enumerate(prompt.columns, start=1):
            self._wait_seen(f"{column.title} {number} of {len(prompt.columns)}")
            self._cell(prompt.id, column)
            self._enter("Next")
        self._wait_seen("+ Add another")
        self._light(GOES_ON)

    def _cell(self, name: str, column: Column) -> None:
        if column.shape in ("0-10", "0-100"):
            self._press("8")
        elif column.shape == "date":
            self._press("tab")
            self._fill("31 May")
        elif column.shape == "phone":
            self._type(name, next(self._phones))
        elif column.shape not in ("one-of", "tick"):
            if self._path.enter == "Pick it":
                self._press("enter")
            self._type(name)

    def _drill(self, step: AskMyPlan) -> None:
        """A question from one's own plan. Where the plan is empty it is begun, and come back to."""
        if self._wait(NOTHING_YET, "Show what my plan says") == NOTHING_YET:
            source = COURSE.prompt(step.source)
            assert isinstance(source, Rows)
            here = self._learner.step
            self._row(source)
            self._learner.go_on()
            self._press("left")
            assert self._learner.step == here
        self._enter("Show it")
        self._wait_seen("I knew it")
        assert [words for words in self.said[step.source] if words in self._seen]
        self.drilled.append(step.id)
        self._light("Partly")

    # The plan

    def read_plan(self) -> dict[str, str]:
        """What stands in each section of the plan on its own screen, from Home and back."""
        titles = [*(section.title for section in COURSE.outline.sections), "Other things I wrote"]
        self._press("p")
        self.terminal.wait_for("parts have your words")
        parts: dict[str, str] = defaultdict(str)
        title = before = ""
        while self.terminal.text != before:
            before = self.terminal.text
            here = " ".join(row[3] for row in self._rows if row[1])
            title = next((one for one in titles if here.startswith(one)), title)
            parts[title] += f"{here} "
            self.terminal.press("down")
            self.terminal.listen(first=1, quiet=0.1)
        self._press("escape")
        self.terminal.wait_for("Your path")
        return parts

    # Hands and eyes

    def _press(self, key: str) -> None:
        self._path.press(key)

    def _enter(self, name: str) -> None:
        """Press Enter where it has this name."""
        self._wait_enter(name)
        self._press("enter")

    def _wait_enter(self, name: str) -> None:
        self.terminal.wait_for(re.compile(rf"Enter {name}(  |$)", re.MULTILINE))

    def _light(self, words: str, by: str = "down") -> None:
        """Bring the highlight to an entry: by its number, or step by step where it shows none."""
        while not self._is_lit(words):
            rows = [row for row in self._rows if row[2] and row[3] and _in(row[3], words)]
            self._press(rows[0][2] if rows else by)

    def _is_lit(self, words: str) -> bool:
        return any(row[1] and row[3] and _in(row[3], words) for row in self._rows)

    def _wait_lit(self, words: str) -> None:
        self.terminal.wait_for(re.compile(rf"▌ +{re.escape(words)}"))

    def _type(self, name: str, words: str = "") -> None:
        """Put words nobody else would write behind what stands in the field."""
        words = words or next(self._names)
        self.said[name].append(words)
        self._fill(f" {words}")

    def _fill(self, words: str) -> None:
        self.terminal.type(words)
        self.terminal.wait_for(words)
        self.terminal.listen(quiet=0.05)

    @property
    def _rows(self) -> list[re.Match[str]]:
        return [row for line in self.terminal.rows[1:-1] if (row := ENTRY.match(_bare(line)))]

    @property
    def _seen(self) -> str:
        """All words on the screen, one blank between two."""
        return " ".join(_bare(self.terminal.text).replace("▌", " ").split())

    def _see(self, prose: Prose) -> None:
        """Wait until the first line of it is on the screen."""
        for line in plain(prose).splitlines()[:1]:
            self._wait_seen(line)

    def _wait(self, *texts: str) -> str:
        """Wait for one of these, each on one row, and say which has come."""
        return self.terminal.wait_for(re.compile("|".join(map(re.escape, texts))))[0]

    def _wait_seen(self, words: str) -> None:
        letters = r"[\s▌▁-█]+".join(re.escape(word) for word in words.split())
        self.terminal.wait_for(re.compile(letters))


def _bare(text: str) -> str:
    """Without the scroll bar."""
    return re.sub(r"[▁▂▃▄▅▆▇█]\s*$", "", text, flags=re.MULTILINE)


def _in(row: str, words: str) -> bool:
    """Whether a row is where these words begin; they may go on in the next."""
    return words == row or words.startswith(f"{row} ")


def missing(words: list[str], text: str) -> list[str]:
    return [each for each in words if each not in text]


def parts_of(text: str) -> dict[str, str]:
    """The parts of a plan as text, by their titles, which are underlined."""
    parts: dict[str, str] = defaultdict(str)
    title = ""
    lines = text.splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line and set(below) == {"-"}:
            title = line
        parts[title] += f"{line} "
    return parts


def handrail(home: Path, *argv: str) -> str:
    command = [HANDRAIL, *argv, "--home", home]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
