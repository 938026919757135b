"""What the outline says of papers is so: each section stands on those it lists."""

from __future__ import annotations

from datetime import date

import pytest

from course.content.course import Course
from course.content.outline import Outline
from course.plan.build import build
from course.plan.document import Document
from tests.paper.notebooks import filled
from tests.plan.test_lines import OURS

LISTED = [(each.id, paper) for each in OURS.outline.sections for paper in each.papers]


class Without(Course):
    """Our course, where one section is not on one paper."""

    def __init__(self, section_id: str, paper: str) -> None:
        super().__init__(OURS.folders, OURS.language)
        self._left_out = (section_id, paper)
        self._kept = OURS._kept  # what was read is the same

    @property
    def outline(self) -> Outline:
        section_id, paper = self._left_out
        return OURS.outline.model_copy(
            update={
                "sections": tuple(
                    each.model_copy(update={"papers": tuple(p for p in each.papers if p != paper)})
                    if each.id == section_id
                    else each
                    for each in OURS.outline.sections
                )
            }
        )


def made(course: Course, paper: str) -> Document:
    return build(course, filled(), paper, today=date(2026, 11, 22), region="UK")


@pytest.mark.parametrize(("section_id", "paper"), LISTED)
def test_a_section_taken_off_a_paper_is_missed_there(section_id: str, paper: str) -> None:
    assert made(Without(section_id, paper), paper) != made(OURS, paper)


def test_without_any_section_a_door_still_says_whom_to_call_and_what_to_do() -> None:
    class Bare(Course):
        outline = Outline()  # type: ignore[assignment]

    parts = made(Bare(OURS.folders, "en"), "door").parts
    assert [part.id for part in parts] == ["emergency", "steps"]
    assert parts[0].blocks
