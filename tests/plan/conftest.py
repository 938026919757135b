from pathlib import Path

import pytest

from course.content.course import Course
from tests.plan.small import small_course


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_course(tmp_path)
