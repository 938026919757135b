"""The steps of ``every-kind.md``, and what somebody types at each, by lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.content.course import Course
from course.content.lesson import step_id

FOLDER = Path(__file__).parent / "course"
STEPS = {step_id(prompt): prompt for prompt in Course([FOLDER], "en").lesson("every-kind").prompts}


@dataclass(frozen=True)
class Carried:
    """What is typed at one prompt, and what must come of it."""

    first: tuple[str, ...]
    """The replies of the first time."""
    then: tuple[str, ...]
    """Those of the second, in another session."""
    words: tuple[str, ...] = ()
    """What the paper holds at last. Empty for what is not for paper."""
    gone: tuple[str, ...] = ()
    """What it holds no longer."""
    before: str = ""
    """Another step that is answered before it."""


LIST_FIRST = ("Quokka", "#Add one", "#Payday", "Payday at noon", "#Add one", "Wombat", "")
LIST_THEN = (
    *("#Change the words", "#Quokka", "Quoll at dusk"),
    *("#Move one up", "#Wombat"),
    *("#Take one out", "#Quoll", "#Take one out", "#Wombat"),
    *("#Put one back", "#Wombat", "#Put one back", ""),
)
"""At last: Payday at noon, Wombat, Quoll at dusk. The last to be put back needs no number."""
ROW = ("Sunday", "#Walk out", "", "7")
SHAPES = (
    *("Few", "Many words", "01632 960115", "#Any time", "", "1 May", "#yes", "9", "90"),
    *("#Not yet", "Ruth", "Monday"),
)

CARRIED = {
    "what-is-it": Carried(
        ("#A craving", "#Fairly sure", "#A trigger"),
        ("#A sign",),
        words=("A sign that she will use",),
    ),
    "inside-ones": Carried(
        ("#Payday", "#Feeling lonely|Payday"),
        ("#Feeling lonely|Back pain",),
        words=("Feeling lonely at night", "Back pain"),
    ),
    "what-helps": Carried(
        ("#A walk|A call",), ("#Food and sleep",), words=("Food and sleep",), gone=("A walk",)
    ),
    "chain": Carried(
        ("#Craving|Thought|Trigger", "#Thought|Trigger|Craving"),
        ("#Trigger|Thought|Craving",),
        words=("Trigger", "Thought", "Craving"),
    ),
    "inside-or-out": Carried(
        ("1", "1", "1", "2", "2", "2"), ("2", "1", "1"), words=("Back pain", "Shame", "Payday")
    ),
    "friday": Carried(
        ("#Go by", "#Leave now"), ("#Go through", "#Say nothing"), words=("Say nothing and go",)
    ),
    "how-sure": Carried(("3",), ("8",), words=("8 of 10",), gone=("3 of 10",)),
    "how-well": Carried(("30",), ("80",), words=("80 of 100",), gone=("30 of 100",)),
    "to-myself": Carried(
        ("#This will pass", "Quokka days pass", "1 2"),
        ("Wombat days end", ""),
        words=("Wombat days end",),
        gone=("Quokka",),
    ),
    "my-triggers": Carried(
        LIST_FIRST, LIST_THEN, words=("Payday at noon", "Wombat", "Quoll at dusk"), gone=("Quokka",)
    ),
    "again-my-triggers": Carried(
        ("#Add one", "Numbat", ""),
        ("#Take one out", "#Quokka", ""),
        words=("Payday at noon", "Numbat"),
        gone=("Quokka",),
        before="my-triggers",
    ),
    "when-then": Carried(
        (*ROW, "#Add one", "Monday", "Sing", "3", ""),
        (
            "#Move one down",
            "#When: Sunday",
            "#Change the words",
            "#When: Monday",
            "",
            "Hum",
            "",
            "",
        ),
        words=("Monday", "Hum", "Sunday", "Walk out of the door"),
        gone=("Sing",),
    ),
    "every-shape": Carried(
        (*SHAPES, ""),
        ("#Change the words", "Fewer", *[""] * 10, ""),
        words=("Fewer", "Many words", "01632 960115", "Ruth", "Monday", "90 of 100"),
        gone=("Few ",),
    ),
    "breathe": Carried(("#Partly",), ("#Done",)),
    "see-one": Carried(("#Not this time",), ("#I will",)),
    "my-first-step": Carried(("", "#Not yet"), ("", "#I knew"), before="when-then"),
}
