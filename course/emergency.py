"""Help that is there when everything else is broken: no files, and no words but these.

The six steps say the same as ``lessons/en/safety/overdose-steps.md`` and the numbers the same as
``lessons/help-lines.toml``; a test fails when they differ.
Sources: A6, B5, B6, B7 of ``lessons/sources.toml``. Not yet reviewed by a clinician.
"""

from __future__ import annotations

import textwrap

from course.language import N_, _

EMERGENCY = {
    "US": "911",
    "CA": "911",
    "UK": "999",
    "IE": "112 or 999",
    "AU": "000",
    "NZ": "111",
}
"""Region to the number to ring when a life is in danger."""

UNKNOWN = N_("911 (US, Canada), 112 (Europe), 999 (UK, Ireland)")
"""Shown while the country is not known."""

CRISIS = {
    "US": "988",
    "CA": "988",
    "UK": "116 123",
    "IE": "116 123",
    "AU": "13 11 14",
    "NZ": "1737",
}
"""Region to the line that listens, for when the file of help lines cannot be read."""

PLACES = {
    "US": N_("United States"),
    "CA": N_("Canada"),
    "UK": N_("United Kingdom"),
    "IE": N_("Ireland"),
    "AU": N_("Australia"),
    "NZ": N_("New Zealand"),
}
"""The regions we have lines for, with their names, in the order in which they are offered."""

ANYWHERE = "WORLD"
"""The region of who is in none of them, and of the lines that serve everywhere."""

WIDTH = 72
"""Columns of the plain text."""

OVERDOSE = N_("Someone will not wake up, or their breathing is slow?")
ACT = N_("Call {emergency}. Give naloxone. Breathe for them. Stay.")
CRISIS_ASKED = N_("Thinking about ending your life, or cannot cope?")
NO_ALARM = N_("This course cannot call anyone for you.")
NO_LINES = N_("The list of help lines cannot be read on this machine.")
CHANGES = N_("Numbers can change. If one fails, try the next, or your emergency number.")
REVIEW = N_("Not yet reviewed by a clinician.")

STEPS = (
    N_("Check. Shout. Shake a shoulder. Rub your knuckles hard on the breastbone."),
    N_(
        "Call for help. Call {emergency}. Put the phone on speaker. "
        'Say "not breathing" or "will not wake up". Say where you are.'
    ),
    N_(
        "Give naloxone. Lay them on their back. Tilt the head back. Put the nozzle in one nostril. "
        "Push till your fingers touch the nose. Press the plunger. Do not test it first. "
        "Each device holds one spray."
    ),
    N_(
        "Breathe or do CPR. Breathing, but too slow? Tilt the head back and pinch the nose. "
        "Give one breath every 5 seconds. Not breathing, or only gasping? Start CPR at once, "
        "with breaths if you can. Do not wait for the spray to work. Do what the call taker says."
    ),
    N_(
        "Spray again. No better after 2 to 3 minutes? Give a second spray, in the other nostril. "
        "Repeat every 2 to 3 minutes if you have more."
    ),
    N_(
        "Side and stay. When they breathe, roll them on their side. Stay with them. "
        "Naloxone can wear off in 30 to 90 minutes. The overdose can come back. "
        "Do not let them take more drugs."
    ),
)
"""What to do, in order. The words before the first full stop are the name of the step."""


def emergency_number(region: str) -> str:
    """The number to ring; all of the common ones with their places while the region is unknown."""
    return EMERGENCY.get(region) or _(UNKNOWN)


def act_now(region: str) -> str:
    """The whole of it in one line."""
    return _(ACT).format(emergency=emergency_number(region))


def overdose_steps(region: str) -> tuple[tuple[str, str], ...]:
    """The six steps: the name of each, and what to do."""
    number = emergency_number(region)
    return tuple(_split(_(step).format(emergency=number)) for step in STEPS)


def _split(step: str) -> tuple[str, str]:
    name, _stop, rest = step.partition(". ")
    return f"{name}.", rest


def crisis_number(region: str) -> str:
    """Whom to ring when somebody cannot cope; the emergency numbers where we know no such line."""
    return CRISIS.get(region) or emergency_number(region)


def known_region(code: str) -> str:
    """The region of a country's two letters, if we have its lines; else empty."""
    region = {"GB": "UK"}.get(code, code)
    return region if region in EMERGENCY else ""


def place_name(region: str) -> str:
    """The name of a region as people say it; empty while it is unknown."""
    return _(PLACES[region]) if region in PLACES else ""


def wrapped(text: str, first: str = "") -> list[str]:
    """A paragraph as lines of plain text, hanging under what stands before it."""
    rest = " " * len(first)
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest) or [first]


def overdose_text(region: str) -> str:
    """The six steps as plain lines."""
    lines = [*wrapped(_(OVERDOSE)), *wrapped(act_now(region)), ""]
    for number, (name, what) in enumerate(overdose_steps(region), start=1):
        lines += wrapped(f"{name} {what}", f"{number}. ")
    return "\n".join([*lines, "", *wrapped(_(REVIEW))])
