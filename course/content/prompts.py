"""Every kind of thing a lesson can ask.

A quiz question is a prompt that holds a right answer; an exercise is one that holds none.
To add a kind: its class here and in ``KINDS``, its view in ``ui/widgets``, its way of asking in
``plain/ask.py``, one of it in ``tests/course/every-kind.md``. Tests name whatever was forgotten.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from course.content.prose import Line, Prose, words


class Frozen(BaseModel):
    """A record that is never changed, only replaced."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


class Option(Frozen):
    """One thing to pick: an answer, a step to order, an item to sort, an entry of a menu."""

    id: str
    words: Line
    why: Prose = ()
    """The reason shown after it was picked. Every option of a question has one."""
    right: bool = False

    @property
    def text(self) -> str:
        """The words as plain text."""
        return words(self.words)


class Prompt(Frozen):
    """What every kind has: an id that is never used again, and the words that ask."""

    kind: ClassVar[str] = ""
    id: str
    lead: Prose = ()
    line: int = 0
    """Where it stands in its file, counted from 1."""
    safety: bool = False
    """Whether it is about staying alive: it comes back for as long as the course is used."""

    @property
    def marked(self) -> bool:
        """Whether it holds a right answer. Nothing about a person's life ever does."""
        return False


class Choose(Prompt):
    """Pick one or several. Without a right option it is a menu."""

    kind: ClassVar[str] = "choose"
    options: tuple[Option, ...]
    most: int = 1
    """How many may be picked from a menu."""
    sure: bool = False
    """Whether to ask how sure the person is. Never scored."""

    @property
    def marked(self) -> bool:
        """A menu has no right answer."""
        return any(option.right for option in self.options)

    @property
    def several(self) -> bool:
        """Whether more than one option may be picked."""
        return sum(option.right for option in self.options) > 1 or self.most > 1


class Order(Prompt):
    """Put steps in order. They are written in the right order and shown shuffled."""

    kind: ClassVar[str] = "order"
    options: tuple[Option, ...]
    marked: ClassVar[bool] = True


class Box(Frozen):
    """One of the boxes that things are sorted into."""

    id: str
    title: str


class SortItem(Option):
    """A thing to sort, and the box it belongs in."""

    box: str


class Sort(Prompt):
    """Put each thing into the box it belongs in."""

    kind: ClassVar[str] = "sort"
    boxes: tuple[Box, ...]
    items: tuple[SortItem, ...]
    marked: ClassVar[bool] = True


class Turn(Option):
    """A choice in a story, and the part it leads to."""

    to: str
    line: int = 0


class Part(Frozen):
    """One scene of a story. A part without turns ends it."""

    id: str
    title: str
    prose: Prose = ()
    turns: tuple[Turn, ...] = ()
    line: int = 0


class Scenario(Prompt):
    """A branching story. The first part opens it; no turn is a dead end."""

    kind: ClassVar[str] = "scenario"
    parts: tuple[Part, ...]

    def part(self, part_id: str) -> Part:
        """The part of that name; the reader has made sure that it is there."""
        return next(part for part in self.parts if part.id == part_id)


class Rate(Prompt):
    """A number from 0 to 10. Never marked."""

    kind: ClassVar[str] = "rate"
    low: int = 0
    high: int = 10
    ends: tuple[Option, ...] = ()
    """What the ends of the scale mean, low first; their ``why`` is said to an answer near them."""


class Write(Prompt):
    """Something in the person's own words, with starters to pick and reword. Never marked."""

    kind: ClassVar[str] = "write"
    menu: tuple[Option, ...] = ()
    model: Prose = ()
    """One way to say it, shown afterwards."""
    check: tuple[Option, ...] = ()
    """What to look for in one's own answer, ticked by the person."""


class Listing(Prompt):
    """A list of the person's own lines, with a menu to pick from and reword."""

    kind: ClassVar[str] = "list"
    least: int = 1
    most: int = 8
    menu: tuple[Option, ...] = ()


Shape = Literal[
    "text", "long", "phone", "hours", "date", "tick", "0-10", "0-100", "one-of", "person", "week"
]


class Column(Frozen):
    """One column of a table: what is asked in each row."""

    id: str
    title: str
    shape: Shape = "text"
    source: str = ""
    """The list whose lines join the menu (``from=`` in the file)."""
    menu: tuple[Option, ...] = ()


class Rows(Prompt):
    """A table that grows row by row, each asked column by column."""

    kind: ClassVar[str] = "rows"
    least: int = 1
    most: int = 8
    columns: tuple[Column, ...]


class Pause(Prompt):
    """A timed exercise: something to do for some seconds, which can be ended early."""

    kind: ClassVar[str] = "pause"
    seconds: int = 60
    menu: tuple[Option, ...] = ()
    """What to do meanwhile, shown one after the other."""


class Task(Prompt):
    """One small thing to do before next time."""

    kind: ClassVar[str] = "task"


class Again(Prompt):
    """An existing prompt once more, with its own lead; ``id`` is the id of that prompt."""

    kind: ClassVar[str] = "again"


class AskMyPlan(Prompt):
    """A question made from one row of the learner's own plan. Never marked."""

    kind: ClassVar[str] = "ask-my-plan"
    source: str
    """The rows prompt it draws from (``from=`` in the file)."""
    answer: Prose = ()


KINDS: tuple[type[Prompt], ...] = (
    Choose,
    Order,
    Sort,
    Scenario,
    Rate,
    Write,
    Listing,
    Rows,
    Pause,
    Task,
    Again,
    AskMyPlan,
)
"""Every kind, in the order in which the README explains them."""
