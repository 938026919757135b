"""A branching story as scenes with labels, to be read in the order that one chooses."""

from __future__ import annotations

from string import ascii_uppercase

from course.content.prompts import Part, Scenario
from course.plan.workbook.pages import Scene, Story, Turn
from course.plan.workbook.wording import Wording, mixed_by

_LETTERS = len(ascii_uppercase)


def story_of(number: str, scenario: Scenario, wording: Wording) -> Story:
    """The scenes as they stand on the page."""
    labels = labels_of(number, scenario)
    parts = sorted(scenario.parts, key=lambda part: [*labels].index(part.id))
    return Story(tuple(_scene(part, labels, wording) for part in parts))


def labels_of(number: str, scenario: Scenario) -> dict[str, str]:
    """The label of each part by its id, in the order of the page.

    The first part is A; the others are mixed, so that nobody reads on by accident.
    """
    opening, *others = scenario.parts
    parts = (opening, *mixed_by(tuple(others), scenario.id, lambda part: part.id))
    return {part.id: number + _sign(at) for at, part in enumerate(parts)}


def _sign(at: int) -> str:
    again, place = divmod(at, _LETTERS)
    return ascii_uppercase[place] + (str(again + 1) if again else "")


def _scene(part: Part, labels: dict[str, str], wording: Wording) -> Scene:
    return Scene(
        labels[part.id],
        part.title,
        wording.prose(part.prose),
        tuple(Turn(wording.text(turn.words), labels[turn.to]) for turn in part.turns),
    )
