"""What every numbered lesson has: a main thing first, a summary, a task, work for the plan (H7)."""

from __future__ import annotations

from course.content.course import Course
from course.content.lesson import Lesson, Reading
from course.content.notes import Notes
from course.content.prose import Para


def frame_is_whole(course: Course, lesson: Lesson, notes: Notes) -> None:
    """Note what a numbered lesson of ours lacks. Lessons that somebody adds are free."""
    if lesson.head.number < 1 or course.folders[0] not in lesson.head.file.parents:
        return
    readings = [step for step in lesson.steps if isinstance(step, Reading)]
    if not any(map(_opens_bold, readings[:2])):
        remedy = (
            "Begin the first screen, or the second, with one **bold sentence**: the main thing."
        )
        notes.at(0, "the lesson does not begin with its main thing", remedy, rule="H7")
    voices = {passage.voice for reading in readings for passage in reading.passages}
    if "summary" not in voices:
        notes.at(0, "the lesson has no summary", "Add  ::: summary  near its end.", rule="H7")
    if not any(prompt.kind == "task" for prompt in lesson.prompts):
        remedy = "Add  ::: task some-id  and one small thing to do before next time."
        notes.at(0, "the lesson has no task", remedy, rule="H7")
    _feeds_the_plan(course, lesson, notes)


def _opens_bold(reading: Reading) -> bool:
    blocks = [block for passage in reading.passages[:1] for block in passage.prose[:1]]
    return any(
        isinstance(block, Para) and block.line[:1] and block.line[0].mark == "strong"
        for block in blocks
    )


def _feeds_the_plan(course: Course, lesson: Lesson, notes: Notes) -> None:
    fed = {name for section in course.outline.sections for name in section.sources}
    if not any(prompt.id in fed and not prompt.marked for prompt in lesson.prompts):
        remedy = "Name one of its prompts in plan.toml, or ask a list of the plan with  again."
        notes.at(0, "nothing in the lesson goes into the plan", remedy, rule="H7")
