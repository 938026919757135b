"""Where a learner stands in a branching story: read off the turns taken so far."""

from __future__ import annotations

from collections.abc import Sequence

from course.content.prompts import Part, Scenario, Turn
from course.notebook.answers import Pick


def turns_taken(story: Scenario, picks: Sequence[Pick]) -> tuple[tuple[Part, Turn], ...]:
    """Each turn taken and the part it was taken in; stops where the story has changed since."""
    part, taken = story.parts[0], []
    for pick in picks:
        turn = next((turn for turn in part.turns if turn.id == pick.id), None)
        if turn is None or pick.box != part.id:
            break
        taken.append((part, turn))
        part = story.part(turn.to)
    return tuple(taken)


def part_reached(story: Scenario, picks: Sequence[Pick]) -> Part:
    """The part the story is at."""
    taken = turns_taken(story, picks)
    return story.part(taken[-1][1].to) if taken else story.parts[0]


def ended(story: Scenario, picks: Sequence[Pick]) -> bool:
    """Whether there is nothing left to choose."""
    return not part_reached(story, picks).turns
