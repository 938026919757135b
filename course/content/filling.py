"""A prompt with what depends on the learner put into all its texts: lead, options, reasons."""

from __future__ import annotations

from typing import Any, TypeVar

from course.content.prompts import Frozen, Prompt
from course.content.prose import Items, Para, Span, filled, filled_line

P = TypeVar("P", bound=Prompt)


def filled_prompt(prompt: P, values: dict[str, str]) -> P:
    """The prompt with each ``{name}`` replaced by its value, wherever it stands."""
    found: P = _filled(prompt, values)
    return found


def _filled(part: Any, values: dict[str, str]) -> Any:
    match part:
        case Span():
            return filled_line((part,), values)[0]
        case Para() | Items():
            return filled((part,), values)[0]
        case tuple():
            return tuple(_filled(each, values) for each in part)
        case Frozen():
            fields = {name: getattr(part, name) for name in type(part).model_fields}
            return part.model_copy(update={n: _filled(each, values) for n, each in fields.items()})
        case _:
            return part
