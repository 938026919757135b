"""Made-up plans to set on paper: a thin one, a full one, a hostile one. Nobody's real words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from course.content.course import Course
from course.notebook.answers import Listed, Tabled
from course.notebook.notebook import Notebook
from course.notebook.units import Item, Row
from course.paper.pdf import Pdf, to_pdf
from course.plan.build import build
from course.plan.document import (
    Block,
    Contact,
    Contacts,
    Detail,
    Details,
    Document,
    Fact,
    Look,
    Paper,
    Part,
    Points,
    Sheet,
    Table,
    Words,
)

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LESSONS = Path(__file__).parents[2] / "lessons"


@cache
def pdf_of(document: Document, paper: Paper = "plan", sheet: Sheet = "a4") -> Pdf:
    """The document on paper, set once for all tests of a worker: a plan takes about a second."""
    return to_pdf(document, paper=paper, sheet=sheet, made=MADE)


def listed(*texts: str) -> Listed:
    return Listed(at=MADE, items=tuple(Item(id=f"i{n}", text=text) for n, text in enumerate(texts)))


def tabled(*rows: dict[str, bool | int | str]) -> Tabled:
    return Tabled(at=MADE, rows=tuple(Row(id=f"r{n}", cells=row) for n, row in enumerate(rows)))


QUICK_START = Notebook(
    answers={
        "my-reasons": listed("I want to be there for people I love"),
        "my-people": tabled(
            {"name": "Ruth, my sister", "phone": "07700 900 456", "can": "Come and be with me"},
            {"name": "My clinic", "phone": "01632 960 115"},
        ),
        "when-then": tabled(
            {"when": "I get paid", "first": "Ask someone to hold my cash", "sure": 7},
            {"when": "I am alone at night", "first": "Call Ruth", "sure": 8},
            {"when": "I argue with someone close", "first": "Walk out of the door", "sure": 6},
        ),
    }
)


def thin(paper: str = "plan", region: str = "US") -> Document:
    course = Course([LESSONS], "en")
    return build(course, QUICK_START, paper, today=MADE.date(), region=region)


def full(paper: str = "plan", region: str = "UK") -> Document:
    """Every section of the outline with somebody's words in it."""
    empty = thin(paper, region)
    parts = [
        replace(part, default=False, blocks=OWN.get(part.id, part.blocks) + _fixed(part))
        for part in empty.parts
    ]
    return replace(empty, name="Alex M.", parts=tuple(parts))


def _fixed(part: Part) -> tuple[Block, ...]:
    return part.blocks[1:] if part.id in OWN and part.default else ()


OWN: dict[str, tuple[Block, ...]] = {
    "why": (
        Points(
            (
                "Being awake and well for Mia's school mornings",
                "My licence back in June",
                "Dad got to 71 and never met her. I want longer than that.",
            )
        ),
    ),
    "well": (
        Points(("I cook.", "I answer texts the same day.", "I walk the canal loop before work.")),
    ),
    "triggers": (
        Points(("Friday payday", "Row with my mum", "Sunday evening, flat empty", "Back pain")),
    ),
    "pairs": (
        Table(
            ("When", "First I will"),
            (
                ("Friday payday, walking home past the Crown", "Bus 14, money straight to Dee"),
                ("Row with my mum on the phone", "End the call kindly, 20 minute walk, ring Sam"),
                ("Sunday evening, flat empty", "7 pm online meeting, then a bath and a film"),
                ("Seeing Kev, or anyone from the old place", "Keep walking, call Ruth"),
                ("Can't sleep past 2 am", "Get up, tea, radio, no phone in the bedroom"),
                ("A really good day", "Celebrate with people: a meal out with Ruth"),
            ),
        ),
    ),
    "words": (
        Table(
            ("They say", "I say"),
            (
                ("Just one, for old times", "I'm expected. Bye."),
                ("You've changed", "Yes. I like it."),
            ),
        ),
    ),
    "signs": (
        Points(
            ("I skip breakfast.", "I stop answering Sam.", "I plan “the one” on the bus."), "tick"
        ),
    ),
    "breaking": (Points(("I hide all day.", "I am near the old places."), "tick"),),
    "same-day": (Points(("Ring Dee the same day.", "Sleep at Ruth's."), "number"),),
    "alone": (
        Points(
            (
                "Stop. Put the kettle on. Say out loud: 'This will pass.'",
                "Move: out of the room or out of the building.",
                "Ring Sam. No answer? Ruth. No answer? The line on my card.",
                "Eat something and drink a pint of water.",
                "Wait 20 minutes by the clock before deciding anything.",
            ),
            "number",
        ),
    ),
    "near": (Points(("Library, till 7 pm", "St Luke's café", "Jo's workshop")),),
    "people": (
        Contacts(
            (
                Contact("Sam (sponsor)", "07700 900 123", "any time"),
                Contact("Ruth, sister", "07700 900 456", "until 11 pm"),
                Contact("Dee (key worker)", "01632 960 002", "Mon-Fri 9-5"),
                Contact("Dr Okafor, surgery", "01632 960 115", "8-6, ask for duty doctor"),
            )
        ),
    ),
    "overdose": (
        Table(("Where it is", "Who knows how to use it"), (("Kitchen drawer", "Jo, Ruth"),)),
    ),
    "safer": (
        Points(
            ("No alcohol in the flat; Jo has my spare key", "Cards: spending limit £40 a day"),
            "tick",
        ),
    ),
    "holds": (
        Points(("Meeting, Mon 7 pm", "Dee, Wed 2 pm", "Canal run, Sat", "Call Mum, Sun"), "tick"),
    ),
    "week": (
        Table(
            ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            (
                (
                    "meeting 7 pm, St Luke's",
                    "gym with Jo",
                    "Dee 2 pm",
                    "Mia's swimming",
                    "payday plan, slow cooker",
                    "canal run",
                    "call Mum before lunch",
                ),
            ),
        ),
    ),
    "coming": (
        Table(("What", "My plan"), (("Back pay in March", "Dee holds the card that week"),)),
    ),
    "slip": (Words("A slip is one event. I tell Sam within the hour."),),
    "learned": (Words("Two skipped meals, then the argument. Next time I eat first."),),
    "changes": (Points(("Bed by 11, phone in the hall",)),),
    "others": (Points(("Ring Ruth, not Mum", "Allergic to penicillin")),),
}

HOSTILE = (
    '#read("/etc/passwd")',
    "*b* _i_ $x$ @ref <l> // /* \\ #{1+1} [link](x) `code` <b>tag</b> &amp;",
    "w" * 160,
    "one\ntwo\n\nthree",
    "smile 😀 and family 👨‍👩‍👧 end",
    "\u05d0\u05dc\u05e3 \u0645\u0631\u062d\u0628\u0627",
    "\u202eevil \x1b[31mred\x07 \ufeff\uffff\ud800 nul\x00",
    "1. not a list",
    "+ plus\n- dash\n=== rule",
)


def hostile(texts: tuple[str, ...] = (*HOSTILE, "long word " * 200)) -> Document:
    """Every text in every kind of block."""
    blocks: tuple[Block, ...] = (
        *map(Words, texts),
        Points(texts, "tick"),
        Details(tuple(Detail(text, (Fact(text, text),), ticked=True) for text in texts), "tick"),
        Contacts(tuple(Contact(text, text, text) for text in texts)),
        Table(("A", "B", "C"), tuple((text, text, text) for text in texts)),
    )
    looks: tuple[Look, ...] = (
        "top",
        "panel",
        "people",
        "danger",
        "table",
        "column",
        "slip",
        "week",
        "full",
    )
    parts = tuple(Part(look, texts[0], texts[1], blocks, look=look) for look in looks)
    return Document(texts[1], name=texts[0], date="today", footer="Private.", parts=parts)
