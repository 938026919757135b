"""A paper as a web page: nothing is fetched, nobody is named, every word stands as it was typed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.paper.html import to_html
from course.plan.document import (
    Contact,
    Contacts,
    Detail,
    Details,
    Document,
    EmptyRows,
    Fact,
    Head,
    Part,
    Points,
    Table,
    Words,
    WritingLines,
)
from course.text import shown
from tests.paper.documents import full, hostile

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page, and stops at a tag that is not closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs
        if tag == "br":
            self.words += "\n"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data


def page(document: Document) -> Page:
    return Page(to_html(document, paper="plan", sheet="a4"))


def every_block(text: str) -> Document:
    blocks = (
        Words(text),
        Points((text, text), "number"),
        Details((Detail(text, (Fact(text, text),), ticked=True),), "tick"),
        Contacts((Contact(text, text, text),)),
        Table((text, text), ((text, True),)),
        EmptyRows((Head(text), Head(text, "tick")), 2),
        WritingLines(2),
    )
    return Document(text, text, text, text, text, text, (Part("p", text, text, blocks),))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_shown_as_it_was_typed_and_never_as_markup(text: str) -> None:
    made = page(every_block(text))
    assert shown(text).strip() in made.words
    assert not {"script", "img", "a", "link", "iframe"} & set(made.seen)


def test_markup_that_was_typed_stays_words() -> None:
    typed = '<script>alert("x")</script> & <b>'
    made = page(every_block(typed))
    assert typed in made.words
    assert "script" not in made.seen


@pytest.mark.parametrize("document", [full(), hostile()], ids=["full", "hostile"])
def test_nothing_is_fetched_and_nobody_is_named_in_its_title(document: Document) -> None:
    html = to_html(document, paper="plan", sheet="a4")
    made = Page(html)
    assert not [name for name, _value in made.attributes if name in ("src", "href")]
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert re.findall("<title>(.*)</title>", html) == ["Personal plan"]
    assert "default-src 'none'" in html


@pytest.mark.parametrize(("sheet", "size"), [("a4", "A4"), ("us-letter", "letter")])
def test_it_prints_on_the_sheet_that_was_chosen(sheet: str, size: str) -> None:
    assert f"size: {size}" in to_html(full(), paper="plan", sheet=sheet)  # type: ignore[arg-type]


def strong_in(points: Points) -> list[str]:
    part = Part("p", "p", "", (points,))
    return re.findall(
        "<strong>(.*?)</strong>", to_html(Document("t", parts=(part,)), paper="door", sheet="a4")
    )


def test_a_step_of_the_course_is_led_by_the_few_words_that_say_it_all() -> None:
    steps = ("Call for help. Call 999.", "Stay.", "Many words come before the first full stop. Go.")
    assert strong_in(Points(steps, "number", own=False)) == ["Call for help."]
    assert strong_in(Points(steps, "number")) == []


def test_what_belongs_to_a_ticked_line_stands_below_its_words_and_not_below_its_box() -> None:
    tick = Details((Detail("Jo holds my key", (Fact("By", "Friday"),), ticked=True),), "tick")
    html = to_html(Document("t", parts=(Part("p", "p", "", (tick,)),)), paper="plan", sheet="a4")
    assert '<span class="box">☑</span> Jo holds my key<br><small>' in html


def test_several_numbers_in_one_are_marked_as_long() -> None:
    several = Contact("", "911 (US, Canada), 112 (Europe), 999 (UK, Ireland)")
    part = Part("p", "Emergency", "", (Contacts((several, Contact("Sam", "07700 900 123"))),))
    html = to_html(Document("t", parts=(part,)), paper="door", sheet="a4")
    assert re.findall('class="(phone[^"]*)"', html) == ["phone long", "phone"]


def test_no_empty_line_stands_between_a_long_number_and_its_note() -> None:
    line = Contact("HELP4U", "text your ZIP code to 435748", "Sends you places near you")
    part = Part("p", "Help lines", "", (Contacts((line,)),))
    html = to_html(Document("t", parts=(part,)), paper="plan", sheet="a4")
    assert "435748</span><small>" in html


def test_a_table_has_heads_that_a_screen_reader_finds() -> None:
    made = page(every_block("x"))
    assert made.seen.count("th") == 4
    assert ("scope", "col") in made.attributes
    assert ("lang", "en") in made.attributes


def test_lines_to_write_on_stand_behind_their_marks() -> None:
    lines = (WritingLines(2, "number"), WritingLines(1, "tick"), WritingLines(1))
    html = to_html(Document("t", parts=(Part("p", "p", "", lines),)), paper="blank", sheet="a4")
    assert re.findall('<(ol|ul) class="(.*?)">', html) == [
        ("ol", "number to-write"),
        ("ul", "tick to-write"),
    ]
    assert html.count("<li") == 3
    assert html.count('<p class="line">') == 1
