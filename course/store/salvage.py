"""What of a file is a notebook, when some part of it is not?

A part that cannot be read (one answer, one entry, one place, the settings) is laid by under
``unread`` as it was, and the rest is read. At each load it is tried again where its place is
still free, so that a later version may understand it; an answer given anew never removes it.
"""

from __future__ import annotations

import zlib
from typing import Any

from pydantic import ValidationError

from course.notebook.notebook import Notebook

Raw = dict[str, Any]

UNREAD = "unread"
"""The field that holds parts laid by: where they stood, their key (or ``""`` for all), the part."""
_FIELDS = ("answers", "entries", "places", "settings")


def notebook(raw: Raw) -> Notebook:
    """All of it that can be read. Raises ValueError when not even its outline can."""
    raw = _tried_again(raw)
    for _attempt in range(1 + len(_FIELDS)):  # a field is looked into only once it is a field
        try:
            return Notebook.model_validate(raw)
        except ValidationError as error:
            faults = {each["loc"][:2] for each in error.errors(include_input=False)}
        raw = _without(raw, faults)
    raise ValueError("no notebook in it")


def unread(found: Notebook) -> bool:
    """Whether anything that was said is laid by in it."""
    return bool((found.model_extra or {}).get(UNREAD, {}).keys() - {"settings"})


def _without(raw: Raw, faults: set[tuple[int | str, ...]]) -> Raw:
    rest, aside = dict(raw), raw.get(UNREAD, {})
    for field in {str(fault[0]) for fault in faults}:
        if field not in _FIELDS:
            raise ValueError("no notebook in it")
        keys = {fault[1] for fault in faults if fault[0] == field and len(fault) > 1}
        rest[field], parts = _parted(raw[field], keys)
        if field == "settings" or not keys:
            rest.pop(field)
            parts = {"": raw[field]}
        aside = {**aside, field: _beside(aside.get(field, {}), parts)}
    return {**rest, UNREAD: aside}


def _parted(whole: Any, keys: set[int | str]) -> tuple[Any, Raw]:
    """What stays, and what goes by the key it gets."""
    if isinstance(whole, list):
        gone = [part for n, part in enumerate(whole) if n in keys]
        stay = [part for n, part in enumerate(whole) if n not in keys]
        return stay, {f"{zlib.crc32(repr(part).encode()):08x}": part for part in gone}
    if isinstance(whole, dict):
        rest = {key: part for key, part in whole.items() if key not in keys}
        return rest, {key: part for key, part in whole.items() if key in keys}
    return whole, {}


def _beside(parts: Raw, more: Raw) -> Raw:
    """Both together; what would fall on something else gets a key of its own."""
    result = dict(parts)
    for key, part in more.items():
        while result.get(key, part) != part:
            key += "'"
        result[key] = part
    return result


def _tried_again(raw: Raw) -> Raw:
    """With every part laid by back in its place, if that is still free."""
    rest = {field: whole for field, whole in raw.items() if field != UNREAD}
    left: Raw = {}
    for field, parts in _tables(raw.get(UNREAD, {})).items():
        for key, part in parts.items():
            if not _put_back(rest, field, key, part):
                left.setdefault(field, {})[key] = part
    return {**rest, UNREAD: left} if left else rest


def _tables(aside: Any) -> dict[str, Raw]:
    """The parts laid by, even where somebody wrote something else there."""
    fields = aside if isinstance(aside, dict) else {UNREAD: aside}
    return {f: parts if isinstance(parts, dict) else {"": parts} for f, parts in fields.items()}


def _put_back(raw: Raw, field: str, key: str, part: Any) -> bool:
    if field not in _FIELDS:
        return False
    if key == "":
        return raw.setdefault(field, part) is part
    home = raw.setdefault(field, [] if field == "entries" else {})
    if isinstance(home, list) and part not in home:
        home.append(part)
    elif isinstance(home, dict) and key not in home:
        home[key] = part
    return part in home if isinstance(home, list) else home.get(key) is part
