"""All that one learner said."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SerializeAsAny

from course.notebook.answers import SHAPES, Answer, Moment, Other
from course.notebook.times import NEVER
from course.notebook.units import Cell, Kept, Text, Unit, Written

FORMAT = 1
"""The form of the stored notebook that this version writes."""


def _shaped(value: Any) -> Any:
    if isinstance(value, dict):
        return SHAPES.get(str(value.get("shape")), Other)(**value)
    return value


AnyAnswer = Annotated[SerializeAsAny[Answer], BeforeValidator(_shaped)]


class Entry(Unit):
    """Something dated: a check-in, an urge, a slip, a task looked back on, a review."""

    kind: Text
    at: Moment
    fields: dict[Text, Cell] = Field(default_factory=dict, repr=False)


class Place(Written):
    """How far the learner is in one lesson."""

    step: Text
    """The id of the step reached last."""
    number: int = 0
    """Where that step stood, counted from 1, for Home, which does not read lessons."""
    of: int = 0
    """How many steps there were then."""
    seen: tuple[Text, ...] = ()
    """The ids of all steps that were left by going on. Never grows smaller."""
    finished: bool = False
    """Whether the lesson was once gone through to its end. Never unset."""
    at: Moment


class Settings(Written):
    """What the learner chose about the program itself. ``""`` means not chosen yet."""

    region: Text = ""
    language: Text = ""
    theme: Text = ""
    sheet: Text = ""
    """Paper: ``a4`` or ``us-letter``."""
    help_line: Text = ""
    """The id of the help line that the code on the wallet card calls."""


class Notebook(Kept):
    """Answers by prompt id, entries, places by lesson id, settings."""

    format: int = FORMAT
    answers: dict[Text, AnyAnswer] = Field(default_factory=dict, repr=False)
    entries: tuple[Entry, ...] = Field(default=(), repr=False)
    places: dict[Text, Place] = Field(default_factory=dict)
    settings: Settings = Field(default_factory=Settings)

    @property
    def last(self) -> datetime:
        """When something was said or read last; long ago, when nothing was."""
        answered = (answer.at for answer in self.answers.values())
        noted = (entry.at for entry in self.entries)
        stood = (place.at for place in self.places.values())
        return max((*answered, *noted, *stood), default=NEVER)

    def answered(self, prompt_id: str, answer: Answer) -> Notebook:
        """With this answer; its counter is one above the answer it replaces."""
        old = self.answers.get(prompt_id)
        rev = (old.rev if old else 0) + 1
        return self._with(
            answers={**self.answers, prompt_id: answer.model_copy(update={"rev": rev})}
        )

    def noted(self, entry: Entry) -> Notebook:
        """With one more entry, or with the one of the same id replaced."""
        rest = tuple(old for old in self.entries if old.id != entry.id)
        return self._with(entries=(*rest, entry))

    def standing(self, lesson_id: str, at: datetime, by: str, **place: Any) -> Notebook:
        """With the learner's place in the lesson changed: ``step``, ``number``, ``of``."""
        return self._placed(lesson_id, at, by, **place)

    def left(self, lesson_id: str, step: str, at: datetime, by: str) -> Notebook:
        """With this step left by going on."""
        seen = self.places[lesson_id].seen if lesson_id in self.places else ()
        if step in seen:
            return self
        return self._placed(lesson_id, at, by, seen=(*seen, step))

    def finished(self, lesson_id: str, at: datetime, by: str) -> Notebook:
        """With the lesson gone through to its end."""
        return self._placed(lesson_id, at, by, finished=True)

    def chose(self, by: str, **changes: str) -> Notebook:
        """With these settings changed."""
        old = self.settings
        fresh = old.model_copy(update={**changes, "rev": old.rev + 1, "by": by})
        return self._with(settings=fresh)

    def _placed(self, lesson_id: str, at: datetime, by: str, **changes: Any) -> Notebook:
        old = self.places.get(lesson_id)
        fields: dict[str, Any] = old.model_dump() if old else {"step": "", "rev": 0}
        place = Place(**{**fields, **changes, "at": at, "by": by, "rev": fields["rev"] + 1})
        return self._with(places={**self.places, lesson_id: place})

    def _with(self, **changes: Any) -> Notebook:
        return self.model_copy(update=changes)


EMPTY = Notebook.model_construct(settings=Settings.model_construct())
"""Nothing said yet. Made without a check, so that the first lesson need not wait for one."""
