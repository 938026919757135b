"""The paths through a story: every choice leads somewhere, every part is reached, all paths end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from course.content.notes import Notes, did_you_mean
from course.content.prompts import Part

Ways = dict[str, list[str]]
"""From each part to the parts that its choices lead to."""


def look_for_paths(parts: Sequence[Part], line: int, notes: Notes) -> None:
    """Note a story without parts, and choices and parts that hang loose."""
    if not parts:
        notes.at(line, "a story without parts", "Write each as  ### Title {#id}")
    elif not _lost(parts, notes):
        _look_for_unreached(parts, notes)
        _look_for_circles(parts, notes)


def _lost(parts: Sequence[Part], notes: Notes) -> bool:
    """Whether a choice leads to a part that is not there."""
    known = [part.id for part in parts]
    lost = [turn for part in parts for turn in part.turns if turn.to not in known]
    for turn in lost:
        notes.at(turn.line, f"“#{turn.to}” leads to no part", did_you_mean(turn.to, known))
    return bool(lost)


def _ways(parts: Sequence[Part]) -> Ways:
    return {part.id: [turn.to for turn in part.turns] for part in parts}


def _look_for_unreached(parts: Sequence[Part], notes: Notes) -> None:
    reached = _reached([parts[0].id], _ways(parts))
    for part in parts:
        if part.id not in reached:
            what = f"no choice leads to the part “{part.id}”"
            notes.at(part.line, what, f"Link to it with  (#{part.id})  or take it out.")


def _look_for_circles(parts: Sequence[Part], notes: Notes) -> None:
    back: Ways = {part.id: [] for part in parts}
    for part in parts:
        for turn in part.turns:
            back[turn.to].append(part.id)
    ending = _reached([part.id for part in parts if not part.turns], back)
    stuck = [part for part in parts if part.id not in ending]
    if stuck:
        what = f"the story never ends from the part “{stuck[0].id}”"
        notes.at(
            stuck[0].line, what, "Let a choice lead to a part without choices: that is an end."
        )


def _reached(start: Iterable[str], ways: Ways) -> set[str]:
    reached = set(start)
    ahead = list(reached)
    while ahead:
        fresh = [name for name in ways[ahead.pop()] if name not in reached]
        reached.update(fresh)
        ahead.extend(fresh)
    return reached
