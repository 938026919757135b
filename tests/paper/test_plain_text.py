import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from course.paper.plain_text import to_text
from course.plan.document import (
    Block,
    Contact,
    Contacts,
    Detail,
    Details,
    Document,
    Fact,
    Part,
    Points,
    Table,
    Words,
)
from course.text import shown
from tests.paper.documents import hostile, thin

SHORT = Document(
    "My plan",
    name="Alex",
    date="22 November 2026",
    next_look="20 December 2026",
    footer="Private.",
    parts=(
        Part("why", "My reasons", "read first", (Points(("Mia", "My back\nand my knees")),)),
        Part("people", "I call", "", (Contacts((Contact("Ruth", "07700 900 456", "evenings"),)),)),
        Part("pairs", "When, then", "", (Table(("When", "First"), (("Payday", "Bus 14"),)),)),
        Part("well", "Well", "", (Words("I eat.", own=False),), default=True),
    ),
)
GOLDEN = """\
My plan
========
Alex · 22 November 2026
Next look: 20 December 2026


My reasons
----------
(read first)

* Mia
* My back
  and my knees


I call
------

Ruth: 07700 900 456
    evenings


When, then
----------

When: Payday
First: Bus 14


Well
----
Suggested by the course, until you write
your own:

I eat.


----------------------------------------
Private.
"""


def test_a_short_plan_reads_like_this() -> None:
    assert to_text(SHORT, width=40) == GOLDEN


def said(*blocks: Block) -> list[str]:
    """The lines of a part that holds these blocks, without its title."""
    lines = to_text(Document("t", parts=(Part("p", "p", "", blocks),)), width=40).splitlines()
    return [line for line in lines[lines.index("p") + 2 :] if line]


SAFER = Details(
    (
        Detail("Block the number", (Fact("By when", "1 May"), Fact("", "Soon")), ticked=True),
        Detail("Give Jo my spare key for the time that I am away"),
    ),
    "tick",
)


def test_facts_stand_below_their_line_and_a_tick_in_its_box() -> None:
    assert said(SAFER) == [
        "[x] Block the number",
        "    By when: 1 May",
        "    Soon",
        "[ ] Give Jo my spare key for the time",
        "    that I am away",
    ]


def test_a_tick_in_a_table_is_a_word() -> None:
    table = Table(("What", "Done"), (("Block it", True), ("Give the key", False)))
    assert said(table) == ["What: Block it", "Done: yes", "What: Give the key"]


def test_no_line_is_wider_than_asked() -> None:
    assert max(map(len, to_text(hostile(), width=40).splitlines())) <= 40


def test_no_control_character_gets_out() -> None:
    text = to_text(hostile())
    assert [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"] == []
    assert "\x1b" not in text
    assert "\u202e" not in text


@given(st.text(max_size=300))
def test_every_word_is_there(text: str) -> None:
    out = "".join(to_text(Document("t", parts=(Part("p", "p", "", (Words(text),)),))).split())
    assert "".join(shown(text).split()) in out


def test_a_thin_plan_says_what_is_the_courses() -> None:
    assert "Suggested by the course" in to_text(thin())
