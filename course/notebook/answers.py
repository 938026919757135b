"""The few shapes an answer can have. Kinds of prompt are many; what is stored is one of these.

Each says all that is needed to read it without the lesson: a choice holds the words that were
shown and their language, so that it still makes sense when the option is gone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from course.notebook.times import NEVER, utc
from course.notebook.units import Item, Kept, Row, Text, Written, present

Moment = Annotated[datetime, AfterValidator(utc)]


class Answer(Written):
    """What every answer has."""

    shape: Text = ""
    at: Moment = NEVER
    """When it was given, in UTC. Set by the session, like ``by`` and ``rev``."""

    @property
    def empty(self) -> bool:
        """Whether nothing is left in it to show."""
        return False


class Pick(Kept):
    """One option as it was picked."""

    id: Text
    words: Text = Field(default="", repr=False)
    """The words as they were shown."""
    box: Text = ""
    """For sorting: the box it was put into. For a story: the part it was picked in."""


Sureness = Literal["", "sure", "fairly", "guess"]


class Chosen(Answer):
    """Options picked, ordered or sorted, or the turns taken in a story."""

    shape: Literal["chosen"] = "chosen"
    picks: tuple[Pick, ...] = ()
    language: Text = "en"
    tries: int = 1
    first: tuple[Pick, ...] = ()
    """The picks of the first try, when there was a second."""
    sure: Sureness = ""
    right: bool | None = None
    """Whether it was right when it was given; None for what has no right answer."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The picked ids, in the order of picking."""
        return tuple(pick.id for pick in self.picks)

    @property
    def empty(self) -> bool:
        """Nothing picked."""
        return not self.picks


class Rated(Answer):
    """A number."""

    shape: Literal["rated"] = "rated"
    value: int
    high: int = 10


class Said(Answer):
    """Own words."""

    shape: Literal["said"] = "said"
    text: Text = Field(default="", repr=False)
    ticked: tuple[Text, ...] = ()
    """Ids of the self-check the person ticked."""
    private: bool = False

    @property
    def empty(self) -> bool:
        """No words."""
        return not self.text.strip()


class Listed(Answer):
    """A list of own lines, in their order, with the tombstones of those taken out."""

    shape: Literal["listed"] = "listed"
    items: tuple[Item, ...] = ()

    @property
    def present(self) -> tuple[Item, ...]:
        """The lines that were not taken out."""
        return present(self.items)

    @property
    def empty(self) -> bool:
        """No line left."""
        return not self.present


class Tabled(Answer):
    """A table of own rows, in their order, with the tombstones of those taken out."""

    shape: Literal["tabled"] = "tabled"
    rows: tuple[Row, ...] = ()

    @property
    def present(self) -> tuple[Row, ...]:
        """The rows that were not taken out."""
        return present(self.rows)

    @property
    def empty(self) -> bool:
        """No row left."""
        return not self.present


class Done(Answer):
    """Something was done (a pause, a task, a question from one's own plan), or not yet."""

    shape: Literal["done"] = "done"
    how: Literal["yes", "part", "not-yet"] = "yes"


class Other(Answer):
    """An answer in a shape this version does not know. Kept as it is."""

    empty: ClassVar[bool] = True


SHAPES: dict[str, type[Answer]] = {
    "chosen": Chosen,
    "rated": Rated,
    "said": Said,
    "listed": Listed,
    "tabled": Tabled,
    "done": Done,
}
"""How the ``shape`` in a file names its class."""
