"""One small builder for each kind of prompt: a div goes in, a prompt and its mistakes come out."""

from __future__ import annotations

from collections.abc import Callable

from course.content.divs import Div
from course.content.kinds.choose import choose
from course.content.kinds.listing import listing
from course.content.kinds.order import order
from course.content.kinds.plain import again, ask_my_plan, pause, task
from course.content.kinds.rate import rate
from course.content.kinds.rows import rows
from course.content.kinds.scenario import scenario
from course.content.kinds.sort import sort
from course.content.kinds.write import write
from course.content.notes import Notes
from course.content.prompts import Prompt

BUILDERS: dict[str, Callable[[Div, Notes], Prompt]] = {
    "choose": choose,
    "order": order,
    "sort": sort,
    "scenario": scenario,
    "rate": rate,
    "write": write,
    "list": listing,
    "rows": rows,
    "pause": pause,
    "task": task,
    "again": again,
    "ask-my-plan": ask_my_plan,
}
"""The name in the file, and what builds it."""
