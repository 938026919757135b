"""The one place that writes: it hears each answer, replaces the notebook and asks to keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from random import Random
from typing import TYPE_CHECKING, TypeVar

from course.content.course import Course
from course.content.filling import filled_prompt
from course.content.prompts import Again, AskMyPlan, Column, Prompt
from course.content.prose import Line, Prose, filled
from course.emergency import emergency_number
from course.errors import HandrailError, Missing
from course.notebook.answers import Answer, Chosen
from course.notebook.merge import merge
from course.notebook.notebook import Entry, Notebook
from course.notebook.times import utc
from course.notebook.units import Cell, Pen
from course.session.own import Drawn, draw, lines, offered
from course.session.shuffle import shuffled
from course.session.verdict import Feedback, feedback, is_right
from course.session.walk import Walk, walk_through

if TYPE_CHECKING:
    from course.content.sources import Source

P = TypeVar("P", bound=Prompt)
Keep = Callable[[Notebook], None]


class Session:
    """One learner's walk through the course.

    ``keep`` is called with each new notebook and must return at once. ``now`` and ``rng`` are the
    only clock and dice there are.
    """

    def __init__(
        self,
        course: Course,
        notebook: Notebook,
        keep: Keep,
        now: Callable[[], datetime],
        rng: Random,
    ) -> None:
        self.course = course
        self.notebook = notebook
        self.keep = keep
        self.now = now
        self._rng = rng
        self._salt = rng.random()
        self.pen = Pen(by=self._new_id(), new_id=self._new_id)

    def moment(self) -> datetime:
        """When this is, for whoever asks beside this session."""
        return self.now()

    def today(self) -> date:
        """The day it is where the learner is."""
        return self.now().astimezone().date()

    def dice(self) -> Random:
        """Dice of its own for whoever asks beside this session, thrown by ours."""
        return Random(self._rng.getrandbits(64))

    def _new_id(self) -> str:
        return f"{self._rng.getrandbits(40):010x}"

    def _replace(self, notebook: Notebook) -> None:
        if notebook is not self.notebook:
            self.notebook = notebook
            self.keep(notebook)

    def resume_with(self, notebook: Notebook) -> None:
        """Take in a notebook from elsewhere; what was said here meanwhile stays."""
        self.notebook = merge(self.notebook, notebook)

    # The walk

    def enter(self, lesson_id: str, *, fast: bool = False) -> Walk:
        """Open a lesson at the step where it was left. Raises Missing or Unreadable.

        Who has seen all of a lesson takes its fast path from the beginning.
        """
        walk = walk_through(self.course.lesson(lesson_id), fast=fast)
        place = self.notebook.places.get(lesson_id)
        if place is not None and not (place.finished and place.number == place.of):
            there = walk.standing_at(place.step, place.seen)
            known = there.at_end and there.step_id in place.seen
            walk = walk if fast and known else there
        return self._stand(walk)

    def on(self, walk: Walk) -> Walk | None:
        """Leave a step by going on; None when that ended the lesson."""
        now, by = self.now(), self.pen.by
        self._replace(self.notebook.left(walk.lesson.id, walk.step_id, now, by))
        if walk.at_end:
            self._replace(self.notebook.finished(walk.lesson.id, now, by))
            return None
        return self._stand(walk.moved(1))

    def back(self, walk: Walk) -> Walk:
        """One step back; always possible until the first."""
        return self._stand(walk.moved(-1))

    def _stand(self, walk: Walk) -> Walk:
        place = self.notebook.places.get(walk.lesson.id)
        here = {"step": walk.step_id, "number": walk.index + 1, "of": len(walk.steps)}
        if place is None or (place.step, place.number, place.of) != tuple(here.values()):
            self._replace(self.notebook.standing(walk.lesson.id, self.now(), self.pen.by, **here))
        return walk

    # Asking

    def asked(self, prompt: Prompt) -> Prompt:
        """The prompt to show, with what depends on the learner's country put in.

        An ``again`` becomes the prompt it names, with the new lead. Raises Missing when no lesson
        has that prompt.
        """
        if isinstance(prompt, Again):
            original = self.course.prompt(prompt.id)
            if original is None:
                raise Missing(prompt.id)
            prompt = original.model_copy(update={"lead": prompt.lead or original.lead})
        return filled_prompt(prompt, self._values)

    def shuffled(self, prompt: P) -> P:
        """The prompt with what can be picked in another order for each try."""
        dice = Random(f"{self._salt}/{prompt.id}")
        return shuffled(prompt, dice, self.tries(prompt.id))

    def answer_to(self, prompt_id: str) -> Answer | None:
        """What was answered, if anything."""
        return self.notebook.answers.get(prompt_id)

    def tries(self, prompt_id: str) -> int:
        """How often a question was answered."""
        answer = self.answer_to(prompt_id)
        return answer.tries if isinstance(answer, Chosen) else 0

    def answer(self, prompt_id: str, answer: Answer) -> None:
        """Take an answer: stamp it, put it into the notebook, ask for it to be kept."""
        stamped = answer.model_copy(update={"at": utc(self.now()), "by": self.pen.by})
        if isinstance(stamped, Chosen):
            stamped = self._tried(prompt_id, stamped)
        self._replace(self.notebook.answered(prompt_id, stamped))

    def _tried(self, prompt_id: str, answer: Chosen) -> Chosen:
        prompt, before = self.course.prompt(prompt_id), self.answer_to(prompt_id)
        if prompt is None or not prompt.marked:
            return answer
        update: dict[str, object] = {"right": is_right(prompt, answer.picks)}
        if isinstance(before, Chosen):
            update |= {"tries": before.tries + 1, "first": before.first or before.picks}
        return answer.model_copy(update=update)

    def feedback_on(self, prompt: Prompt) -> Feedback | None:
        """What to say to the answer given; None without one, or where nothing can be right."""
        answer = self.answer_to(prompt.id)
        if not prompt.marked or not isinstance(answer, Chosen):
            return None
        return feedback(prompt, answer)

    # The learner's own words

    def lines_of(self, prompt_id: str) -> tuple[str, ...]:
        """The learner's own lines in a list, or the first column of a table, for menus."""
        return lines(self.answer_to(prompt_id), self.course.prompt(prompt_id))

    def menu_of(self, column: Column, used: Iterable[str] = ()) -> tuple[Line, ...]:
        """What a column offers to pick and reword, without what is used already."""
        own = self.lines_of(column.source) if column.source else ()
        return offered(own, column.menu, used)

    def drawn(self, prompt: AskMyPlan) -> Drawn | None:
        """A row of the plan to ask about, the same all through this session; None without one."""
        dice = Random(f"{self._salt}/{prompt.id}")
        return draw(self.answer_to(prompt.source), self.course.prompt(prompt.source), dice)

    def source(self, source_id: str) -> Source | None:
        """Where a claim comes from; None when it is not there or the sources cannot be read."""
        try:
            return self.course.sources.get(source_id)
        except HandrailError:
            return None

    def filled(self, prose: Prose) -> Prose:
        """The prose with what depends on the learner's country put in."""
        return filled(prose, self._values)

    @property
    def _values(self) -> dict[str, str]:
        return {"emergency": emergency_number(self.notebook.settings.region)}

    def note(self, kind: str, fields: dict[str, Cell]) -> None:
        """Write down something dated."""
        entry = Entry(
            id=self._new_id(), by=self.pen.by, kind=kind, at=self.now(), fields=dict(fields)
        )
        self._replace(self.notebook.noted(entry))

    def choose(self, **settings: str) -> None:
        """Set ``region``, ``language``, ``theme``, ``sheet`` or ``help_line``."""
        self._replace(self.notebook.chose(self.pen.by, **settings))

    def keep_with(self, keep: Keep, found: Notebook) -> None:
        """Keep from now on in this way, joined with what was found there."""
        self.keep = keep
        self._replace(merge(self.notebook, found))

    def keep_nothing(self) -> None:
        """From now on write nothing down outside."""
        self.keep = lambda notebook: None
