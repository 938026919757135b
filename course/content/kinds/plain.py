"""The kinds that hold little: ``pause``, ``task``, ``again``, ``ask-my-plan``."""

from __future__ import annotations

from course.content.divs import Div
from course.content.given import Given
from course.content.marks import Ids
from course.content.notes import Notes
from course.content.options import asked, menu
from course.content.portions import Portion, portions, whole
from course.content.prompts import Again, AskMyPlan, Pause, Task
from course.content.prose import Prose


def pause(div: Div, notes: Notes) -> Pause:
    """Something to do for some seconds; its bullets come one after the other."""
    given = Given(div.given, div.line, notes)
    prompt_id, seconds = given.id(div.kind), given.number("seconds", 60, 5, 1800)
    given.done()
    portion = whole(div, notes)
    lead = asked(portion.lead(notes), div.kind, div.line, notes)
    found = menu(portion, Ids(notes), notes)
    return Pause(id=prompt_id, lead=lead, line=div.line, seconds=seconds, menu=found)


def task(div: Div, notes: Notes) -> Task:
    """One small thing to do before next time."""
    given = Given(div.given, div.line, notes)
    prompt_id = given.id(div.kind)
    given.done()
    lead = asked(whole(div, notes).prose(notes), div.kind, div.line, notes)
    return Task(id=prompt_id, lead=lead, line=div.line)


def again(div: Div, notes: Notes) -> Again:
    """A prompt once more, with a lead of its own."""
    given = Given(div.given, div.line, notes)
    prompt_id = given.id(div.kind)
    given.done()
    lead = asked(whole(div, notes).prose(notes), div.kind, div.line, notes)
    return Again(id=prompt_id, lead=lead, line=div.line)


def ask_my_plan(div: Div, notes: Notes) -> AskMyPlan:
    """A question made from a row of the person's own."""
    given = Given(div.given, div.line, notes)
    prompt_id, source = given.id(div.kind), given.text("from")
    given.done()
    if not source:
        notes.at(div.line, "“from=” is missing", "Name the rows it asks about:  from=when-then")
    first, *parts = portions(div, notes)
    lead = asked(first.prose(notes), div.kind, div.line, notes)
    answer = _answer(parts, div.line, notes)
    return AskMyPlan(id=prompt_id, lead=lead, line=div.line, source=source, answer=answer)


def _answer(parts: list[Portion], line: int, notes: Notes) -> Prose:
    ids = Ids(notes)
    answers = []
    for part in parts:
        _, tail = ids.take(part.title, part.line)
        if tail.id == "answer":
            answers.append(part)
        else:
            notes.at(part.line, f"“ask-my-plan” has no part “{tail.id}”", "Write {#answer}.")
    if not parts:
        notes.at(
            line, "the answer side is missing", "Write  ### What you planned {#answer}  below."
        )
    return answers[0].prose(notes) if answers else ()
