"""Questions that come back, and the small task from last time.

A question is asked again at a ``Desk``: a session of its own whose answers leave the notebook's
answers as they are and are only written down as entries. The first try counts.
"""

from __future__ import annotations

from course.content.heads import Head
from course.content.lesson import Lesson, Step
from course.content.prompts import AskMyPlan, Prompt, Task
from course.notebook.answers import Answer, Done
from course.notebook.review import AT_MOST, REVIEW, TASK, ready, taken_on
from course.session.session import Session
from course.session.verdict import is_right
from course.session.walk import Walk


class Desk(Session):
    """Asks again, beside the session it belongs to."""

    def __init__(self, session: Session, prompt_ids: frozenset[str]) -> None:
        answers = {
            name: answer
            for name, answer in session.notebook.answers.items()
            if name not in prompt_ids
        }
        notebook = session.notebook.model_copy(update={"answers": answers})
        super().__init__(session.course, notebook, _nowhere, session.now, session.dice())
        self._session = session
        self._asked: set[str] = set()

    def answer(self, prompt_id: str, answer: Answer) -> None:
        """Take an answer; only the first to each question is written down."""
        super().answer(prompt_id, answer)
        if prompt_id not in self._asked:
            self._asked.add(prompt_id)
            self._session.note(REVIEW, {"prompt": prompt_id, "right": self._is_right(prompt_id)})

    def _is_right(self, prompt_id: str) -> bool:
        prompt, answer = self.course.prompt(prompt_id), self.answer_to(prompt_id)
        if isinstance(answer, Done):
            return answer.how == "yes"
        return prompt is not None and is_right(prompt, getattr(answer, "picks", ()))


def _nowhere(_notebook: object) -> None:
    """What is asked again is kept as entries of the session it belongs to."""


def questions(session: Session) -> tuple[Prompt, ...]:
    """What may be asked again now: safety first, then the longest ready; five at most."""
    found = [
        prompt
        for each in ready(session.notebook, session.moment())
        if (prompt := _askable(session, each.prompt_id)) and (prompt.safety or not each.climbed)
    ]
    return tuple(sorted(found, key=lambda prompt: not prompt.safety)[:AT_MOST])


def _askable(session: Session, prompt_id: str) -> Prompt | None:
    prompt = session.course.prompt(prompt_id)
    if isinstance(prompt, AskMyPlan):
        drawn = session.drawn(prompt)
        return prompt if drawn is not None and drawn.first else None
    return prompt if prompt is not None and prompt.marked else None


def sitting(session: Session, prompts: tuple[Prompt, ...], title: str) -> tuple[Walk, Desk]:
    """A walk through these questions, and the desk at which they are asked."""
    head = Head(id="+review", number=0, title=title, reviewed_by="+")
    steps: tuple[Step, ...] = prompts
    desk = Desk(session, frozenset(prompt.id for prompt in prompts))
    return Walk(Lesson(head=head, steps=steps), steps), desk


def last_task(session: Session) -> Task | None:
    """The small task taken on last and not looked back on; None on the day it was taken on."""
    for name in taken_on(session.notebook):
        prompt = session.course.prompt(name)
        answer = session.answer_to(name)
        if isinstance(prompt, Task) and answer is not None:
            now = session.moment()
            return prompt if answer.at.astimezone(now.tzinfo).date() < now.date() else None
    return None


def looked_back(session: Session, task: Task, how: str) -> None:
    """Write down how it went: ``yes``, ``part`` or ``not-yet``. Never a mark."""
    session.note(TASK, {"prompt": task.id, "how": how})
