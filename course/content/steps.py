"""All steps of a lesson: readings, prompts, and cards on the side."""

from __future__ import annotations

from course.content.cards import card
from course.content.divs import Div
from course.content.grounds import FindSafety
from course.content.kinds import BUILDERS
from course.content.lesson import Card
from course.content.marks import Ids, is_id
from course.content.notes import Notes, did_you_mean
from course.content.readings import Readings
from course.content.voices import VOICES

KNOWN = (*BUILDERS, *VOICES, "card")


class Steps(Readings):
    """Collects what asks something, too."""

    def __init__(self, safety: FindSafety, notes: Notes) -> None:
        super().__init__(safety, notes)
        self.cards: list[Card] = []
        self._cards = Ids(notes)

    def _ask(self, div: Div) -> None:
        if div.kind in BUILDERS:
            self._add(BUILDERS[div.kind](div, self._notes))
        elif div.kind == "card":
            found = card(div, self._notes)
            if is_id(found.name):
                self._cards.use(found.name, div.line)
            self.cards.append(found)
        else:
            what = f"nothing is called “{div.kind}”"
            self._notes.at(div.line, what, did_you_mean(div.kind, KNOWN))
