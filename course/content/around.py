"""Which course is somebody writing at? Told from one folder, or from one file in it."""

from __future__ import annotations

from pathlib import Path

from course.content.course import Course
from course.content.heads import home_of
from course.places import lessons_folder

_PLAN = "plan.toml"


def course_around(place: Path, language: str) -> Course:
    """The course a folder or a file belongs to. What has no plan of its own stands beside ours."""
    folder = _of_all_languages(place if place.is_dir() else place.parent, language)
    whole = (home_of(folder, language) / _PLAN).is_file()
    return Course((folder,) if whole else (lessons_folder(), folder), language)


def _of_all_languages(folder: Path, language: str) -> Path:
    """The folder, or the one that it is a part of: there lie the sources and the help lines."""
    here = folder.resolve()
    if here.name == "safety" and (here.parent / _PLAN).is_file():
        folder = here = here.parent
    if here.name == language and (here / _PLAN).is_file():
        folder = here.parent
    return folder
