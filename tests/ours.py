"""The lessons we ship, read once for all the tests of a worker: a course never changes."""

from __future__ import annotations

from functools import cache

from course.content.course import Course
from course.places import lessons_folder


@cache
def our_course() -> Course:
    """Each lesson is read when the first test asks for it."""
    return Course([lessons_folder()], "en")
