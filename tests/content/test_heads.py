"""A head is read alone, never raises, and has a place in the list even when it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.content.heads import heads_of, read_head

BAD = Path(__file__).parent.parent / "course" / "bad"


@pytest.mark.parametrize(
    "name", ["no-head", "not-utf-8", "over-64-kb", "head-never-closed", "curly-quotes-in-settings"]
)
def test_a_broken_head_says_why(name: str) -> None:
    assert read_head(BAD / f"{name}.md", "en").broken


def test_a_file_that_went_away_is_broken_too(tmp_path: Path) -> None:
    assert read_head(tmp_path / "gone.md", "en").broken


def test_the_number_comes_from_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "07-seven.md").write_text('+++\ntitle = "Seven"\n+++\n', "utf-8")
    (head,) = heads_of([tmp_path], "en")
    assert (head.number, head.id, head.title) == (7, "seven", "Seven")
