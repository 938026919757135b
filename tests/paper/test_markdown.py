import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from course.paper.markdown import to_markdown
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
    WritingLines,
)
from course.text import shown
from tests.paper.documents import HOSTILE
from tests.paper.test_plain_text import SAFER, SHORT

GOLDEN = """\
# My plan

Alex · 22 November 2026

Next look: 20 December 2026

## My reasons

(read first)

- Mia
- My back\\
  and my knees

## I call

- **Ruth** 07700 900 456\\
  evenings

## When, then

| When | First |
| --- | --- |
| Payday | Bus 14 |

## Well

*Suggested by the course, until you write your own:*

I eat.

---

Private.
"""
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def seen(source: str) -> str:
    """The words a reader of the rendered page sees, without spaces."""
    texts = []
    for token in MARKDOWN.parse(source):
        assert (
            token.type not in ("html_block", "fence", "code_block") or "<!-- -->" in token.content
        )
        for child in token.children or ():
            assert child.type not in ("html_inline", "code_inline", "link_open", "image", "em_open")
            texts.append(child.content)
    return re.sub(r"\s", "", "".join(texts))


def test_a_short_plan_reads_like_this() -> None:
    assert to_markdown(SHORT) == GOLDEN


def test_facts_stand_below_their_line_and_a_tick_in_its_box() -> None:
    source = to_markdown(Document("t", parts=(Part("p", "p", "", (SAFER,)),)))
    assert "- [x] Block the number\\\n  By when: 1 May · Soon\n- [ ] Give Jo" in source


def test_a_tick_in_a_table_is_in_a_box() -> None:
    table = Table(("What", "Done"), (("Block it", True), ("Give the key", False)))
    source = to_markdown(Document("t", parts=(Part("p", "p", "", (table,)),)))
    assert "| Block it | ☑ |\n| Give the key | ☐ |" in source


def test_lines_to_write_on_are_lines_behind_their_marks() -> None:
    to_write = (WritingLines(1), WritingLines(2, "number"), WritingLines(1, "tick"))
    source = to_markdown(Document("t", parts=(Part("p", "p", "", to_write),)))
    assert "1. \\__________" in source
    assert "- [ ] \\__________" in source
    html = MarkdownIt().render(source)
    assert html.count("_" * 40) == 4
    assert html.count("<li>") == 3
    assert "<hr" not in html


def blocks(text: str) -> tuple[Block, ...]:
    return (
        Words(text),
        Points((text,)),
        Details((Detail(text, (Fact("x", text),)),), "tick"),
        Contacts((Contact("x", text, text),)),
        Table(("A",), ((text,),)),
    )


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", range(5))
def test_hostile_words_are_shown_as_written(text: str, kind: int) -> None:
    shows(text, kind)


@given(st.text("#*_[]()<>!|~&$\\`-+=1.:) \nax\t", max_size=60), st.integers(0, 4))
def test_any_marks_are_shown_as_written(text: str, kind: int) -> None:
    shows(text, kind)


def shows(text: str, kind: int) -> None:
    source = to_markdown(Document("t", parts=(Part("p", "p", "", (blocks(text)[kind],)),)))
    assert re.sub(r"\s", "", shown(text)) in seen(source)
