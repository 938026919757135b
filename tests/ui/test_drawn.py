"""How text, numbers and seconds are drawn: even margins, no lonely words, nothing that jumps."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from textual.color import Color
from textual.content import Content

from course.ui.flow import AIR, Piece, laid, lines_laid
from course.ui.widgets.choice import Choice, choice_lines
from course.ui.widgets.clock import Clock
from course.ui.widgets.passages import panel
from course.ui.widgets.rail import Rail
from course.ui.widgets.scale import Scale

LONG = "The article does not talk about medicine. We do. Methadone is medicine for opioid use."
BAR = Content("▌ ")


def rows(pieces: list[Piece], width: int) -> list[str]:
    return laid(pieces, width).plain.splitlines()


def test_the_last_word_of_a_paragraph_is_not_left_alone() -> None:
    drawn = rows([Piece(Content("Tell one person that you trust"))], 26)
    assert drawn == ["Tell one person that", "you trust"]


def test_a_line_end_that_was_meant_stays_where_it_is() -> None:
    assert rows([Piece(Content("One, two\nthree"))], 12) == ["One, two", "three"]


@pytest.mark.parametrize("width", range(1, 20))
def test_of_words_longer_than_a_line_no_letter_goes_missing(width: int) -> None:
    drawn = rows([Piece(Content("a methylnaltrexonebromide b"))], width)
    assert "".join("".join(drawn).split()) == "amethylnaltrexonebromideb"


@pytest.mark.parametrize("width", range(40, 73))
def test_words_keep_away_from_the_edge_of_their_ground(width: int) -> None:
    within = [Piece(Content(LONG), BAR, BAR, 0, "on $surface")]
    choice = choice_lines(
        Choice("a", Content(LONG), "( )", Content("✓ this one")), "1  ", width, lit=True
    )
    for line in (*lines_laid(within, width), *choice):
        assert line.cell_length == width
        assert len(line.plain.rstrip()) <= width - AIR


def test_what_stands_behind_a_choice_is_never_broken() -> None:
    for width in range(20, 73):
        drawn = choice_lines(
            Choice("a", Content(LONG), tail=Content("✓ this one")), "", width, lit=False
        )
        assert any("✓ this one" in line.plain for line in drawn)


def test_a_panel_has_an_upper_and_a_lower_edge_as_wide_as_it_is() -> None:
    drawn = rows(panel([Piece(Content("Yes."))], BAR), 20)
    assert drawn == ["▄" * 20, "▌ Yes.".ljust(20), "▀" * 20]


@pytest.mark.parametrize("high", [10, 100])
@pytest.mark.parametrize("width", range(46, 73))
def test_the_numbers_of_a_scale_stand_even_and_in_the_middle(width: int, high: int) -> None:
    row = Scale(high=high)._row(width).plain
    assert len(row) == width
    numbers = [match.end() for match in re.finditer(r"\d+", row)]
    assert len(numbers) == 11
    assert len({after - before for before, after in pairwise(numbers[:-1])}) == 1
    left, right = len(row) - len(row.lstrip()), len(row) - len(row.rstrip())
    assert abs(left - right) <= 2


def test_a_clock_is_as_high_in_every_second_and_says_when_it_is_over() -> None:
    clock = Clock(30, [Content("Breathe in"), Content("Breathe out, and " + LONG)])
    heights, last = set(), ""
    for left in range(30, -1, -1):
        clock.set_reactive(Clock.left, left)
        heights.add(len(clock._lines(40)))
        last = "\n".join(line.plain for line in clock._lines(40))
    assert len(heights) == 1
    assert "Done. Well rested." in last
    assert "Space starts again." in last


def test_no_word_runs_into_the_bar_that_shows_how_far_was_scrolled() -> None:
    colours = {
        "back_color": Color.parse("#000000").rich_color,
        "bar_color": Color.parse("#ffffff").rich_color,
    }
    drawn = Rail.render_bar(
        size=4, virtual_size=40, window_size=10, position=0, thickness=2, vertical=True, **colours
    )
    lines = "".join(part.text for part in drawn.segments).splitlines()
    assert [len(line) for line in lines] == [2, 2, 2, 2]
    first = [part for part in drawn.segments if part.text != "\n"][::2]
    assert all(part.text == " " and not part.style.reverse for part in first if part.style)
