"""A plan is arranged before it is set: what is reckoned is what Typst then sets, near enough."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from course.notebook.notebook import Notebook
from course.paper import draft, layouts
from course.paper.arranging.columns import as_they_fit, in_order, packed
from course.paper.arranging.letters import ITALIC, KICKER, SANS, SEMIBOLD, TITLE, Face
from course.paper.arranging.measured import Measured
from course.paper.arranging.plan import arranged
from course.paper.pdf import _fonts, to_pdf
from course.paper.printable import Printable
from course.paper.sheet import for_typst
from course.plan.build import build
from course.plan.document import Document, Paper, Sheet
from tests.paper.documents import MADE, QUICK_START, full, hostile, thin
from tests.paper.notebooks import FILLED, filled, listed
from tests.plan.test_lines import OURS

SHEETS: list[tuple[Sheet, str]] = [("a4", "UK"), ("us-letter", "US")]
SAID = (
    "Stop. Put the kettle on. Say out loud: 'This will pass.'",
    "Dejo el móvil en el salón, y llamo a mi hermana después.",
    "Ring Sam, my sponsor, at any hour. No answer? Ruth, until 11 pm",
    "Позвоню Наде",
    "Αλέξης, 9-5",
)
SETTINGS = [("roomy", 10.8), ("roomy", 9.6), ("dense", 10.0), ("dense", 9.1)]


def plan(book: Notebook, region: str = "UK") -> dict[str, Any]:
    return for_typst(build(OURS, book, "plan", today=MADE.date(), region=region))


def asked_of_typst(source: str, given: dict[str, Any]) -> Any:
    """What a template leaves as <said>, over our own templates."""
    said = json.dumps(given)
    compiler = typst.Compiler(
        {"main.typ": source.encode(), "given.json": said.encode()},
        root=draft._TEMPLATES,
        font_paths=_fonts(typst, False),
        sys_inputs={"given": said},
    )
    return json.loads(compiler.query("<said>", field="value", one=True))


FACES = {
    SANS: 'font: "Source Sans 3"',
    SEMIBOLD: 'font: "Source Sans 3", weight: "semibold"',
    KICKER: 'font: "Source Sans 3", weight: "semibold", tracking: 0.09em',
    ITALIC: 'font: "Source Serif 4", style: "italic"',
    TITLE: 'font: "Source Serif 4", weight: "semibold", variations: (opsz: 14)',
}


@pytest.mark.parametrize("face", FACES, ids=["sans", "semibold", "kicker", "italic", "title"])
def test_words_are_as_wide_as_typst_sets_them(face: Face) -> None:
    source = f"""
        #let ems(words) = measure(text(size: 12pt, {FACES[face]}, words)).width / 12pt
        #context [#metadata(json(bytes(sys.inputs.given)).said.map(ems)) <said>]
    """
    for words, real in zip(SAID, asked_of_typst(source, {"said": SAID}), strict=True):
        near = 0.05 if words.isascii() or words.startswith("Dejo") else 0.15
        assert face.width(words) == pytest.approx(real, rel=near), words


def test_lines_are_counted_as_they_break() -> None:
    assert SANS.lines("", 10) == 1
    assert SANS.lines("one\ntwo\n\nthree", 10) == 4
    assert SANS.lines("word " * 39 + "word", SANS.width("word word")) == 20
    assert SANS.lines("w" * 160, 10) == 1 + int(SANS.width("w" * 160) / 10)
    assert SANS.lines("more", 10, start=9.5) == 2


@pytest.mark.parametrize(("layout", "base"), SETTINGS)
@pytest.mark.parametrize("book", [Notebook(), filled()], ids=["empty", "filled"])
def test_sections_are_as_tall_as_typst_sets_them(book: Notebook, layout: str, base: float) -> None:
    document = plan(book)
    dense = layout == "dense"
    measured = Measured(document, base, dense=dense, sheet="a4")
    places = measured.at("column", "slip", "full")
    given = {"layout": layout, "base": base, "sheet": "a4", "lines": 2, "calling": 0, "pages": [[]]}
    given |= {"long-words": False, "right-to-left": False, "document": document, "places": places}
    real = asked_of_typst(
        f"""
        #import "/plan.typ": in-column, data, given, gutter, side-margin
        #set text(font: ("Source Sans 3", "Source Serif 4"), size: {base}pt)
        #context {{
            let page = 210mm - 2 * side-margin
            let width = (page - gutter * {measured.columns - 1}) / {measured.columns}
            let tall(at) = measure(block(width: width, in-column(data.parts.at(at)))).height
            [#metadata(given.places.map(at => tall(at) / {base}pt)) <said>]
        }}
        """,
        given,
    )
    reckoned = [measured.tall(at, "column", 2) for at in places]
    off = [abs(one - other) for one, other in zip(reckoned, real, strict=True)]
    assert sum(off) < 0.03 * sum(real)
    assert max(off) < 2.5  # a line or two that break elsewhere


heights = st.lists(st.floats(0.1, 30), max_size=14)


@given(heights, st.integers(1, 4), st.floats(10, 60))
def test_columns_hold_everything_once_and_none_is_too_tall(
    tall: list[float], columns: int, limit: float
) -> None:
    gap = 1.3

    def stacked(these: Sequence[int]) -> float:
        return sum(tall[at] for at in these) + gap * (len(these) - 1)

    for way in (in_order, packed):
        taken = way(tall, gap, columns, limit)
        if taken is not None:
            assert sorted(at for these in taken for at in these) == list(range(len(tall)))
            assert len(taken) <= columns
            assert all(stacked(these) <= limit + 1e-3 for these in taken)
    some = as_they_fit(tall, gap, columns, limit)
    assert len(some) <= columns
    assert all(stacked(these) <= limit + 1e-3 for these in some)


def test_columns_in_order_are_as_low_as_can_be() -> None:
    assert in_order([4, 3, 2, 1], 0, 2, 10) == [[0], [1, 2, 3]]
    assert in_order([4, 3, 2, 1], 0, 2, 5) is None
    assert packed([6, 3, 2, 5], 0, 2, 8) == [[0, 2], [1, 3]]


@pytest.mark.parametrize("document", [thin(), full(), hostile()], ids=["thin", "full", "hostile"])
@pytest.mark.parametrize(("layout", "base"), SETTINGS)
def test_each_part_has_one_place(document: Document, layout: str, base: float) -> None:
    data = for_typst(document)
    measured = Measured(data, base, dense=layout == "dense", sheet="a4")
    bands = [band for page in arranged(measured, 3).bands for band in page]
    places = [at for band in bands for these in band["columns"] for at in these]
    own = [at for at, part in enumerate(data["parts"]) if part["look"] != "top"]
    assert sorted(places) == own


def drafts_of(document: Document, sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often it is set until it fits."""
    drafts: list[str] = []
    drafted = layouts.drafted

    def counted(template: str, *rest: Any) -> Any:
        drafts.append(template)
        return drafted(template, *rest)

    monkeypatch.setattr(layouts, "drafted", counted)
    to_pdf(document, paper="plan", sheet=sheet, made=MADE)
    return len(drafts)


@pytest.mark.parametrize(("sheet", "region"), SHEETS)
@pytest.mark.parametrize("book", [Notebook(), QUICK_START, filled(), filled(3), filled(6)])
@pytest.mark.parametrize("paper", ["plan", "share"])
def test_a_plan_is_set_once(
    book: Notebook, paper: Paper, sheet: Sheet, region: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = build(OURS, book, paper, today=MADE.date(), region=region)
    assert drafts_of(document, sheet, monkeypatch) == 1


def test_a_plan_that_comes_out_longer_than_reckoned_is_set_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wide = listed(*[" ".join(["‰" * 9] * 9)] * 4)  # wider than anybody reckons with
    answers = dict.fromkeys(("my-reasons", "me-when-well", "daily-list", "breaking-down"), wide)
    book = Notebook(answers={**FILLED, **answers})
    document = build(OURS, book, "plan", today=MADE.date(), region="UK")
    assert 1 < drafts_of(document, "a4", monkeypatch) <= 4


@pytest.mark.parametrize("paper", ["plan", "card", "week", "large"])
def test_words_from_right_to_left_can_be_set_wherever_they_stand(paper: Paper) -> None:
    document = for_typst(
        hostile(("\u05d0\u05dc\u05e3 12", "plain", "\u0645\u0631\u062d\u0628\u0627"))
    )
    printable = Printable(document, _fonts(typst, False))
    assert printable.traits["right-to-left"]
    with pytest.raises(typst.TypstError, match="could not be displayed"):  # and nothing else
        layouts.laid_out(paper, printable, "a4", MADE)
