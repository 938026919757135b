"""Made-up people's notebooks over our own lessons: one who filled every list. Nobody's words."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import cycle, islice

from course.notebook.answers import Answer, Listed, Said, Tabled
from course.notebook.notebook import Notebook
from course.notebook.units import Item, Row, U

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def listed(*texts: str) -> Listed:
    return Listed(at=MADE, items=tuple(Item(id=f"i{n}", text=text) for n, text in enumerate(texts)))


def tabled(columns: str, *rows: tuple[bool | int | str, ...]) -> Tabled:
    """Rows under column ids, such as ``"when first sure"``."""
    cells = (dict(zip(columns.split(), row, strict=True)) for row in rows)
    return Tabled(at=MADE, rows=tuple(Row(id=f"r{n}", cells=each) for n, each in enumerate(cells)))


def said(text: str) -> Said:
    return Said(at=MADE, text=text)


FILLED: dict[str, Answer] = {
    "plan-name": said("Alex M."),
    "card-line": said("I want to be there for Mia"),
    "my-reasons": listed(
        "Being awake and well for Mia's school mornings",
        "My license back in June",
        "Dad got to 71 and never met her. I want longer than that",
    ),
    "my-values": listed("The people I love", "Being honest", "My health"),
    "costs-and-gains": tabled(
        "gave costs instead",
        ("Quiet in my head", "Trust of people I love", "Ask about help with sleep"),
        ("Less pain", "Money and sleep", "Ask a clinic for help with pain"),
    ),
    "me-when-well": listed(
        "I sleep most of the night",
        "I cook on most days",
        "I answer texts the same day",
        "I laugh at small things",
    ),
    "daily-list": listed(
        "Get up at about the same time",
        "Take my medicine as prescribed",
        "Eat at least two real meals",
        "Walk by the canal",
        "Talk to one person",
    ),
    "my-triggers": tabled(
        "what kind chance plan date",
        ("Payday, or cash in hand", "money", 80, "ask", "2026-11-27"),
        ("Kev, from the old place", "person", 75, "away", ""),
        ("Sunday evening, flat empty", "time", 60, "cope", "2026-11-29"),
        ("Row with my mum on the phone", "feeling", 50, "cope", ""),
        ("Back pain after a double shift", "body", 40, "ask", "2026-12-04"),
    ),
    "when-then": tabled(
        "when first sure",
        ("Friday payday, walking home past the Crown", "Bus 14 home, money straight to Dee", 8),
        ("Row with my mum on the phone", "End the call kindly, walk for 20 minutes, ring Sam", 7),
        ("Sunday evening, flat empty", "7 pm online meeting, then a bath and a film", 7),
        ("Seeing Kev, or anyone from the old place", "Keep walking and call Ruth", 6),
        ("I cannot sleep past 2 am", "Get up, tea, radio, no phone in the bedroom", 7),
    ),
    "ready-no": tabled(
        "they i",
        ("Just once, for old times", "I'm expected. Bye"),
        ("Come by tonight", "No, thanks. I have to be somewhere"),
        ("You've changed", "Yes. I like it"),
    ),
    "answer-back": tabled(
        "excuse reply",
        ("I have earned it", "I have earned a good evening. I will plan one"),
        ("No one would know", "I would know. I will tell one person"),
        ("I can handle it now", "Feeling strong is a good reason to keep my plan"),
    ),
    "early-signs": tabled(
        "sign think feel do so",
        (
            "I do not pick up the phone",
            "I am too busy for that",
            "Restless",
            "Work too much",
            "Call the first person on my list",
        ),
        (
            "I sleep badly for three nights",
            "I can do it alone",
            "On edge",
            "Stay in my room",
            "Tell someone the truth about my week",
        ),
        (
            "I skip a group or a visit",
            "No one needs to know",
            "Lonely",
            "Say that I am fine",
            "Go to a group within two days",
        ),
    ),
    "breaking-down": listed(
        "I have not been in touch with anyone for days",
        "I go near places where I used",
        "I have stopped my medicine",
        "I lie about where I was",
    ),
    "same-day": listed(
        "Call my clinic, and say: I need to be seen today",
        "Stay at Ruth's tonight",
        "Give my cash and cards to Dee",
        "Show Ruth where my naloxone is",
    ),
    "alone-steps": listed(
        "Get up and leave the room",
        'Put the kettle on. Say out loud: "This is a wave"',
        "Ring Sam. No answer? Ruth. No answer? The line on my card",
        "Drink water and eat something",
        "Wait 20 minutes by the clock before I decide anything",
    ),
    "near-places": tabled(
        "who hours how",
        ("The library", "Till 7 pm", "foot"),
        ("St Luke's cafe", "day", "Bus 14"),
        ("Jo's workshop", "evening", "bike"),
    ),
    "my-people": tabled(
        "name phone can hours",
        ("Sam (sponsor)", "07700 900 123", "Listen", "any"),
        ("Ruth, my sister", "07700 900 456", "Come and be with me", "Until 11 pm"),
        ("Jo", "07700 900 789", "Drive me somewhere", "evening"),
    ),
    "my-care": tabled(
        "name phone hours what",
        ("Dee, my key worker", "01632 960 002", "weekdays", "We talk. Next visit: Wednesday 2 pm"),
        ("Dr Okafor", "01632 960 115", "8 to 6", "My medicine. Next visit: 1 December"),
        ("My pharmacy", "01632 960 220", "any", "Naloxone, and my medicine each Monday"),
    ),
    "questions-to-ask": listed("Can I stay on my medicine as long as it helps?", "Who at night?"),
    "my-naloxone": tabled(
        "where who", ("Kitchen, top drawer", "Ruth and Jo"), ("In my work bag", "Sam")
    ),
    "safer-place": tabled(
        "what by done",
        ("Block the numbers that lead me back", "2026-11-20", True),
        ("Jo holds my spare key", "2026-11-25", False),
        ("Ask Dee to hold my card on payday", "2026-11-27", False),
        ("Take pills I do not need back to a pharmacy", "next week", False),
    ),
    "what-holds-me": listed(
        "I go to my group on Monday at 7 pm",
        "I keep my visit with Dee",
        "I take my medicine as prescribed",
        "I run by the canal on Saturday",
        "I call Mum on Sunday",
    ),
    "my-week": tabled(
        "day time what who",
        ("monday", "evening", "Go to a group or a meeting", "Sam"),
        ("wednesday", "2 pm", "See Dee", "Alone, but among people"),
        ("friday", "after-work", "Bus 14, slow cooker, film", "Jo"),
        ("saturday", "early", "Canal run", "The running group"),
        ("sunday", "evening", "Online meeting, call Mum", "Ruth"),
    ),
    "see-coming": tabled(
        "event when plan",
        ("Back pay", "In March", "Dee holds the card that week"),
        ("Mia's birthday", "month", "Go for a short time, and leave by myself"),
        ("A tooth that must come out", "next-week", "Ask my clinic before, also about pain"),
    ),
    "slip-sentence": said("One use is one event. It is not who I am"),
    "slip-call": tabled(
        "who phone by",
        ("Sam (sponsor)", "07700 900 123", "hour"),
        ("Dee, my key worker", "01632 960 002", "day"),
    ),
    "slip-words": said("I used. Can you come and stay with me?"),
    "slip-steps": listed(
        "Stop, and leave the place",
        "Go where someone is",
        "Put naloxone on the table",
        "Call my clinic",
    ),
    "my-changes": tabled(
        "change important sure first by who",
        ("Sleep at more regular times", 8, 6, "Phone in the hall by 11", "2026-11-23", "Ruth"),
        ("Sort out one letter or bill", 6, 7, "Open it with Dee", "2026-12-01", "Dee"),
        ("See people who do not use", 9, 5, "Go once to the running group", "2026-11-28", "Jo"),
    ),
    "others-signs": listed("I have not answered anyone for two days", "I talk about dying"),
    "others-who": tabled(
        "name phone call",
        ("Ruth, my sister", "07700 900 456", "yes"),
        ("Mum", "07700 900 321", "no"),
    ),
    "others-help": listed(
        "Stay with me, and talk softly",
        "Tell the hospital which medicine I take",
        "I am allergic to penicillin",
    ),
    "reviews": tabled(
        "date changed with",
        ("2026-11-22", "Nothing yet. This is my next look", "own"),
        ("2026-12-20", "People or phone numbers", "counselor"),
    ),
    "plan-copies": tabled(
        "where who",
        ("In my pocket or bag", "me"),
        ("On the inside of my door", "live"),
        ("At my clinic", "counselor"),
    ),
}


def filled(lines: int = 0) -> Notebook:
    """Every list of every lesson: two to five lines in each, or as many as are asked for."""
    answers = {name: _longer(answer, lines) for name, answer in FILLED.items()}
    return Notebook(answers=answers)


def lengthened(section: str, column: str, words: str) -> dict[str, Answer]:
    """The answer of a section, with other words in a column of its first row."""
    answer = FILLED[section]
    assert isinstance(answer, Tabled)
    first, *others = answer.rows
    longer = first.model_copy(update={"cells": {**first.cells, column: words}})
    return {section: answer.model_copy(update={"rows": (longer, *others)})}


def _longer(answer: Answer, lines: int) -> Answer:
    """The same lines over again until there are so many."""
    if isinstance(answer, Listed):
        return answer.model_copy(update={"items": _repeated(answer.items, lines)})
    if isinstance(answer, Tabled):
        return answer.model_copy(update={"rows": _repeated(answer.rows, lines)})
    return answer


def _repeated(units: tuple[U, ...], lines: int) -> tuple[U, ...]:
    more = islice(cycle(units), max(0, lines - len(units)))
    return units + tuple(unit.model_copy(update={"id": f"m{n}"}) for n, unit in enumerate(more))
