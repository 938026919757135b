"""Every text field of a model, found by its annotations: a new one is filled by itself."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from course.notebook.answers import SHAPES, Answer, Other

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SHAPED: dict[type, tuple[type, ...]] = {Answer: (*SHAPES.values(), Other)}
"""What stands in for all its kinds."""
PLAIN: dict[Any, Any] = {bool: True, int: 1, datetime: NOON, type(None): None}


def filled(kind: Any, words: Callable[[], str]) -> Any:
    """Raw fields for one of a kind, with words in every place for a text.

    Raises TypeError for an annotation that nobody thought of.
    """
    return next(_ways(kind, words))


def _ways(kind: Any, words: Callable[[], str]) -> Iterator[Any]:
    """One of each kind that may stand here."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _ways(inner[0], words)
    elif origin in (Union, types.UnionType):
        for each in [str] if str in map(_bare, inner) else inner:
            yield from _ways(each, words)
    elif origin is tuple:
        yield tuple(_ways(inner[0], words))
    elif origin is dict:
        key, value = inner
        yield {filled(key, words) + str(n): way for n, way in enumerate(_ways(value, words))}
    elif origin is Literal:
        yield inner[-1]
    else:
        yield from _one_of(kind, words)


def _one_of(kind: Any, words: Callable[[], str]) -> Iterator[Any]:
    if kind in PLAIN:
        yield PLAIN[kind]
    elif kind is str:
        yield words()
    else:
        for each in SHAPED.get(kind, (kind,)):
            yield _fields(each, words)


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _fields(kind: Any, words: Callable[[], str]) -> Any:
    hints = get_type_hints(kind, include_extras=True)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {name: filled(hints[name], words) for name in kind.model_fields}
    if dataclasses.is_dataclass(kind):
        names = [each.name for each in dataclasses.fields(kind)]
        return kind(**{name: filled(hints[name], words) for name in names})  # type: ignore[operator]
    raise TypeError(f"how is {kind} filled with text?")


def each_text(change: Callable[[str], str], value: Any) -> Any:
    """The same fields with each of their texts, the keys too, changed."""
    match value:
        case str():
            return change(value)
        case dict():
            return {change(key): each_text(change, each) for key, each in value.items()}
        case list() | tuple():
            return tuple(each_text(change, each) for each in value)
        case _:
            return value
