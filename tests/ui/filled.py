"""A notebook of somebody who did the quick start, and one whose words are out to break things."""

from __future__ import annotations

from course.notebook.answers import Listed, Said, Tabled
from course.notebook.notebook import Notebook, Settings
from course.notebook.units import Item, Row

HOSTILE = "[/b] [@click=app.quit]x[/] \\[red]\\"


def notebook(region: str = "US", *, words: str = "") -> Notebook:
    """One reason, two people, three pairs; ``words`` stands in for all of them."""
    people = (
        {"name": words or "Dee", "phone": words or "555 0134", "can": "Listen", "hours": ""},
        {"name": words or "My sponsor Sam", "phone": "555 0199", "can": "", "hours": "In the day"},
    )
    pairs = (
        {"when": words or "I get paid", "first": words or "Call Dee", "sure": 7},
        {"when": "I am alone at night", "first": "Walk out of the door", "sure": 5},
    )
    naloxone = ({"where": words or "In the kitchen, top drawer", "who": "My sister"},)
    reasons = (Item(id="1", text=words or "To be there for Lily"), Item(id="2", text="To sleep"))
    return Notebook(
        answers={
            "my-reasons": Listed(items=reasons),
            "my-people": _table(people),
            "when-then": _table(pairs),
            "my-naloxone": _table(naloxone),
            "slip-sentence": Said(text=words or "One slip is not the end."),
        },
        settings=Settings(region=region),
    )


def _table(rows: tuple[dict[str, str | int], ...]) -> Tabled:
    return Tabled(rows=tuple(Row(id=str(n), cells=dict(row)) for n, row in enumerate(rows)))
