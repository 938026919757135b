"""A course of one lesson, small enough to see whole, and answers to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from course.content.course import Course
from course.notebook.answers import Answer, Chosen, Listed, Pick, Said, Tabled
from course.notebook.notebook import Notebook
from course.notebook.units import Item, Row
from course.plan.build import build
from course.plan.document import Block, Document

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LESSON = """\
+++
title = "Small"
summary = "A small lesson."
minutes = 5
+++

::: list reasons

Why?

- Mia {#mia}

:::

::: rows people

Who?

### Name {#name text}

### Phone {#phone phone}

### Best time {#hours hours}

- Any time {#any}

:::

::: rows pairs

When?

### When {#when text}

### First {#first text}

### How sure? {#sure 0-10}

:::

::: choose menu most=2

What helps?

- A walk {#walk}
- A bath {#bath}

:::

::: choose quiz

Which?

- [x] This {#this}
  > Yes.
- [ ] That {#that}
  > Close.

:::

::: rate hope 0-10

How much hope today?

:::

::: write name

A name for the cover?

:::

::: write extra

Say it in your own words.

:::

::: task try-it

Try it once.

:::
"""
PLAN = """\
[[sections]]
id = "about"
title = "My plan"
from = ["name"]
show = "sentence"
default = ["Keep a copy."]
papers = ["plan", "card", "share"]
look = "cover"

[[sections]]
id = "why"
title = "My reasons"
aside = "read first"
from = ["reasons"]
default = ["Stay alive today."]
papers = ["plan", "card", "share"]
look = "top"

[[sections]]
id = "people"
title = "I call"
from = ["people"]
show = "people"
default = ["A help line counts."]
papers = ["plan", "share"]
look = "people"

[[sections]]
id = "pairs"
title = "When, then"
from = ["pairs", "not-written-yet"]
show = "pairs"
default = ["Leave the room.", "Ring {emergency} if a life is in danger."]
papers = ["plan", "share"]
look = "table"

[[sections]]
id = "helps"
title = "What helps"
from = ["menu"]
show = "ticks"
default = ["Walk.", "Breathe."]
papers = ["plan"]

[[sections]]
id = "lines"
title = "Lines"
show = "lines"
lines = true
safety = ["steps"]
default = ["Call."]
papers = ["plan", "card"]
look = "danger"
"""
STEPS = """\
+++
title = "If someone will not wake up"
sources = ["A1"]
reviewed_by = ""
+++

**Act** fast.

1. **Call.** Ring {emergency}.
2. **Stay.** Do not go.
"""
LINES = """\
[[lines]]
id = "listen"
region = "UK"
name = "Listeners"
contact = "116 123"
kind = "crisis"
what = "Someone who listens."
hours = "24 hours"
source = "a page"
checked = ""
status = "not confirmed"
seen = "May 2022"

[[lines]]
id = "life"
region = "UK"
name = "Emergency"
contact = "999"
kind = "emergency"
hours = "24 hours"
source = "a page"
checked = "2026-11-01"
status = "confirmed"
seen = ""
"""


def small_course(folder: Path) -> Course:
    texts = {
        "en/01-small.md": LESSON,
        "en/plan.toml": PLAN,
        "en/safety/steps.md": STEPS,
        "help-lines.toml": LINES,
    }
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Course([folder], "en")


def notebook(**answers: Answer) -> Notebook:
    return Notebook(answers={name.replace("_", "-"): answer for name, answer in answers.items()})


def listed(*items: Item | str) -> Listed:
    made = (Item(id=f"i{n}", text=i) if isinstance(i, str) else i for n, i in enumerate(items))
    return Listed(at=AT, items=tuple(made))


def tabled(*rows: dict[str, bool | int | str] | Row) -> Tabled:
    made = (r if isinstance(r, Row) else Row(id=f"r{n}", cells=r) for n, r in enumerate(rows))
    return Tabled(at=AT, rows=tuple(made))


def said(text: str, private: bool = False) -> Said:
    return Said(at=AT, text=text, private=private)


def chosen(*picks: tuple[str, str], right: bool | None = None) -> Chosen:
    return Chosen(at=AT, picks=tuple(Pick(id=i, words=words) for i, words in picks), right=right)


def plan(course: Course, book: Notebook, paper: str = "plan", region: str = "UK") -> Document:
    return build(course, book, paper, today=date(2026, 11, 22), region=region)


def blocks(document: Document, section: str) -> tuple[Block, ...]:
    return next(part.blocks for part in document.parts if part.id == section)
