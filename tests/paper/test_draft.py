"""A paper as Typst sets it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import typst

from course.paper.draft import Draft
from course.paper.pdf import _fonts, to_pdf
from course.paper.sheet import each_text, for_typst
from course.plan.document import Document
from tests.paper.documents import MADE, thin

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"


def test_no_line_end_makes_words_run() -> None:
    ran = "".join(f'{end}#panic("ran")' for end in LINE_ENDS)
    words = each_text(for_typst(thin()), lambda text: text if text.isidentifier() else text + ran)
    words["language"] = "en"
    given = {"sheet": "a4", "right-to-left": False, "long-words": False, "document": words}
    assert Draft("by-hand", given, _fonts(typst, False), MADE).pages >= 1


def test_papers_can_be_made_at_the_same_time() -> None:
    documents = [replace(thin(), name=f"Sam {n}") for n in range(6)]

    def one(document: Document) -> bytes:
        return to_pdf(document, paper="plan", sheet="a4", made=MADE).bytes

    with ThreadPoolExecutor(6) as threads:
        together = list(threads.map(one, documents))
    assert together == list(map(one, documents))
