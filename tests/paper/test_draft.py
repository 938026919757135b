"""A paper as Typst sets it."""

from __future__ import annotations

import typst

from course.paper.draft import Draft
from course.paper.pdf import _fonts
from course.paper.sheet import each_text, for_typst
from tests.paper.documents import MADE, thin

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"


def test_no_line_end_makes_words_run() -> None:
    ran = "".join(f'{end}#panic("ran")' for end in LINE_ENDS)
    words = each_text(for_typst(thin()), lambda text: text if text.isidentifier() else text + ran)
    words["language"] = "en"
    given = {"sheet": "a4", "right-to-left": False, "long-words": False, "document": words}
    assert Draft("by-hand", given, _fonts(typst, False), MADE).pages >= 1
